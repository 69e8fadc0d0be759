package org.uphold.csv;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Comparing words as people write them. */
final class Words {

    private Words() {}

    /** Lower case, any run of other than letters and digits as one blank: {@code Overturned-in-Part}, {@code overturned in part}. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                key.append(c);
            } else {
                gap = true;
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** A column's name without case, blanks and signs: {@code Report Year}, {@code ReportYear} and {@code report_year} are one. */
    static String columnKey(String name) {
        return key(name).replace(" ", "");
    }

    /** The candidate that takes the fewest edits, if it is near enough to be what was meant. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String key = columnKey(word);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(key, columnKey(candidate));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best != null && bestDistance <= Math.max(1, key.length() / 3) ? Optional.of(best) : Optional.empty();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
