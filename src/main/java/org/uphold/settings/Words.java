package org.uphold.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Finds the word that was probably meant. */
final class Words {

    private Words() {}

    /** {@code ; did you mean x?} where something is near, else the list of what there is. */
    static String suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElseGet(() -> known.isEmpty() ? "" : "; there are " + String.join(", ", known));
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = plain(word);
        int tolerance = Math.max(1, wanted.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(best -> distance(wanted, plain(best)) <= tolerance);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A constant by its word, or a message that names the nearest. */
    static <E extends Enum<E>> E constant(String word, E[] constants, Function<E, String> code) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(constants)
                .filter(constant -> code.apply(constant).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of those known"
                        + suggestion(word, Arrays.stream(constants).map(code).toList())));
    }

    /** Letters to insert, delete, replace or swap with a neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
