package org.uphold.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of a service is asked for, in one spelling: {@code 2 a week for 6 weeks}, {@code 1x6}, {@code 12 visits},
 * {@code #120, 3 refills}, {@code 80 hours}, {@code 240 g}. Read in one walk over the words.
 */
final class Quantities {

    private static final Map<String, String> NUMBERS = quick(Map.ofEntries(
            Map.entry("a", "1"),
            Map.entry("one", "1"),
            Map.entry("once", "1"),
            Map.entry("two", "2"),
            Map.entry("twice", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("eighteen", "18"),
            Map.entry("twenty", "20"),
            Map.entry("twenty four", "24"),
            Map.entry("thirty", "30")));

    /**
     * By {@link #shape}, whether a word of that shape may be one of {@link #NUMBERS}: nearly all others are told by it, without a look
     * at the rest of the word.
     */
    private static final boolean[] NUMBER_SHAPES = shapes(NUMBERS.keySet());

    /** Word as printed to the unit in which it is counted. */
    private static final Map<String, String> UNITS = quick(Map.ofEntries(
            Map.entry("session", "visits"),
            Map.entry("sessions", "visits"),
            Map.entry("visit", "visits"),
            Map.entry("visits", "visits"),
            Map.entry("treatment", "visits"),
            Map.entry("treatments", "visits"),
            Map.entry("appointments", "visits"),
            Map.entry("dives", "visits"),
            Map.entry("hour", "hours"),
            Map.entry("hours", "hours"),
            Map.entry("hrs", "hours"),
            Map.entry("day", "days"),
            Map.entry("days", "days"),
            Map.entry("week", "weeks"),
            Map.entry("weeks", "weeks"),
            Map.entry("wks", "weeks"),
            Map.entry("month", "months"),
            Map.entry("months", "months"),
            Map.entry("mos", "months"),
            Map.entry("year", "years"),
            Map.entry("years", "years"),
            Map.entry("refill", "refills"),
            Map.entry("refills", "refills"),
            Map.entry("units", "units"),
            Map.entry("box", "boxes"),
            Map.entry("boxes", "boxes"),
            Map.entry("bottle", "bottles"),
            Map.entry("bottles", "bottles"),
            Map.entry("tube", "tubes"),
            Map.entry("tubes", "tubes"),
            Map.entry("trips", "trips"),
            Map.entry("injections", "injections"),
            Map.entry("g", "g"),
            Map.entry("gm", "g"),
            Map.entry("gms", "g"),
            Map.entry("gram", "g"),
            Map.entry("grams", "g"),
            Map.entry("ml", "ml")));

    private static final Map<String, String> RHYTHMS = Map.of(
            "week", "week", "wk", "week", "weekly", "week", "month", "month", "monthly", "month", "day", "day", "daily",
            "day");

    private static final Set<String> TIMES = new HashSet<>(List.of("times", "time", "x", "sessions", "visits"));
    private static final Set<String> PER = new HashSet<>(List.of("a", "per", "each", "every"));
    private static final Set<String> LASTING = new HashSet<>(List.of("for", "x", "over", "times"));
    private static final Set<String> MORE = new HashSet<>(List.of("additional", "more", "total"));
    private static final Set<String> ENDS = new HashSet<>(List.of("for", "of", "to", "the", "and", "#"));

    private final NormalizedText text;
    /** Where each word begins, and behind the last blank. */
    private final int[] starts;
    /** Those that were looked at. */
    private final @Nullable String[] words;

    private Quantities(NormalizedText text, int count) {
        this.text = text;
        this.words = new String[count];
        this.starts = new int[count + 1];
        int at = 1;
        for (int i = 0; i < count; i++) {
            starts[i] = at;
            while (text.letterAt(at) != ' ') {
                at++;
            }
            at++;
        }
        starts[count] = at;
    }

    /** The quantities in the order of the text joined by {@code ", "}, or null where none is stated. */
    static @Nullable String of(NormalizedText text) {
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            blanks += text.letterAt(i) == ' ' ? 1 : 0;
        }
        return blanks < 2 ? null : new Quantities(text, blanks - 1).read();
    }

    private @Nullable String read() {
        List<String> found = new ArrayList<>(2);
        int i = 0;
        while (i < words.length) {
            int used = at(i, found);
            i += Math.max(1, used);
        }
        return found.isEmpty() ? null : String.join(", ", found);
    }

    /** Words used up by a quantity that begins here, 0 if none does. */
    private int at(int i, List<String> found) {
        byte first = text.letterAt(starts[i]);
        if (first == '#' || first == 'q') {
            String sign = word(i);
            if (!sign.equals("#") && !sign.equals("qty") && !sign.equals("quantity")) {
                return 0;
            }
            int at = word(i + 1).equals("of") ? i + 2 : i + 1;
            if (isDigits(word(at))) {
                add(found, "#" + word(at));
                return at + 1 - i;
            }
            return 0;
        }
        Number number = number(i);
        if (number == null) {
            return 0;
        }
        if (first == 'a') {
            return 0;
        }
        int next = i + number.words();
        int crossed = crossed(next, number.text(), found);
        if (crossed > 0) {
            return number.words() + crossed;
        }
        int rhythm = rhythm(next, number.text(), found);
        if (rhythm > 0) {
            return number.words() + rhythm;
        }
        return number.words() + counted(next, number.text(), found);
    }

    /** {@code 1x6}, {@code 2 x 4}. */
    private int crossed(int i, String number, List<String> found) {
        String word = word(i);
        if (word.length() > 1 && word.charAt(0) == 'x' && isDigits(word.substring(1)) && isDigits(number)) {
            add(found, number + "x" + word.substring(1));
            return 1;
        }
        if (word.equals("x") && isDigits(word(i + 1)) && isDigits(number) && !UNITS.containsKey(word(i + 2))) {
            add(found, number + "x" + word(i + 1));
            return 2;
        }
        return 0;
    }

    /** {@code times a week for 6 weeks}, {@code x week x 6 weeks}, {@code weekly for 3 months}. */
    private int rhythm(int i, String number, List<String> found) {
        int at = i;
        while (TIMES.contains(word(at)) && at < i + 2) {
            at++;
        }
        String counted = UNITS.get(word(at));
        boolean hours = at == i && counted != null && oneOf(counted, "hours", "days");
        at += hours ? 1 : 0;
        boolean per = PER.contains(word(at));
        at += per ? 1 : 0;
        String rhythm = RHYTHMS.get(word(at));
        if (rhythm == null
                || hours && !per
                || at == i && !word(at).endsWith("ly")
                || !per && at == i + 1 && word(i).equals("visits")) {
            return 0;
        }
        at++;
        StringBuilder text = new StringBuilder(number);
        text.append(hours ? " " + counted : "").append(" a ").append(rhythm);
        int length = LASTING.contains(word(at)) ? at + 1 : at;
        Number lasting = length < words.length ? number(length) : null;
        if (lasting == null && word(at).length() > 1 && word(at).charAt(0) == 'x' && isDigits(word(at).substring(1))) {
            lasting = new Number(word(at).substring(1), 1);
            length = at;
        }
        if (lasting != null) {
            String unit = UNITS.get(word(length + lasting.words()));
            if (unit != null && (oneOf(unit, "weeks", "months") || unit.equals("days") && length > at)) {
                add(found, text + " for " + lasting.text() + " " + unit);
                return length + lasting.words() + 1 - i;
            }
        }
        add(found, text.toString());
        return at - i;
    }

    /** A number and what is counted, with up to three words between: {@code 12 physical therapy sessions}. */
    private int counted(int i, String number, List<String> found) {
        for (int at = i; at <= i + 3 && at < words.length; at++) {
            String unit = UNITS.get(word(at));
            if (unit != null) {
                boolean measure = !oneOf(unit, "visits", "injections");
                if (at > i && measure && !(at == i + 1 && MORE.contains(word(i)))) {
                    return 0;
                }
                add(found, number + " " + unit);
                return at + 1 - i;
            }
            if (number(at) != null || ENDS.contains(word(at))) {
                return 0;
            }
        }
        return 0;
    }

    private record Number(String text, int words) {}

    /** A number in digits or words, or a range of two. */
    private @Nullable Number number(int i) {
        String first = single(i);
        if (first == null) {
            return null;
        }
        if (oneOf(word(i + 1), "to", "or")) {
            String second = single(i + 2);
            if (second != null && !word(i + 2).equals("a")) {
                return new Number(first + "-" + second, 3);
            }
        }
        if (isDigits(word(i + 1)) && !isDigits(word(i)) && first.equals(word(i + 1))) {
            return new Number(first, 2);
        }
        return new Number(first, 1);
    }

    private @Nullable String single(int i) {
        if (i >= words.length) {
            return null;
        }
        int start = starts[i];
        byte first = text.letterAt(start);
        if (first >= '0' && first <= '9') {
            return isDigits(word(i)) ? word(i) : null;
        }
        int length = starts[i + 1] - 1 - start;
        return NUMBER_SHAPES[shape(first, length == 1 ? 0 : text.letterAt(start + 1), length)]
                ? NUMBERS.get(word(i))
                : null;
    }

    private static boolean[] shapes(Set<String> words) {
        boolean[] shapes = new boolean[1 << 14];
        for (String word : words) {
            shapes[shape(word.charAt(0), word.length() == 1 ? 0 : word.charAt(1), word.length())] = true;
        }
        return shapes;
    }

    /** The first two letters and the length of a word; several words may share one. */
    private static int shape(int first, int second, int length) {
        return (first & 31) << 9 | (second & 31) << 4 | Math.min(length, 15);
    }

    /** The maps of {@link Map#ofEntries} find a place by a division, every word of every service through three of them. */
    private static Map<String, String> quick(Map<String, String> words) {
        return new HashMap<>(words);
    }

    private String word(int i) {
        if (i >= words.length) {
            return "";
        }
        String word = words[i];
        if (word == null) {
            word = text.substring(starts[i], starts[i + 1] - 1);
            words[i] = word;
        }
        return word;
    }

    private static void add(List<String> found, String quantity) {
        if (!found.contains(quantity)) {
            found.add(quantity.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isDigits(String word) {
        boolean digits = !word.isEmpty() && word.length() < 10;
        for (int i = 0; i < word.length() && digits; i++) {
            char c = word.charAt(i);
            digits = c >= '0' && c <= '9' || c == '.' && i > 0;
        }
        return digits;
    }

    private static boolean oneOf(String word, String... words) {
        for (String w : words) {
            if (w.equals(word)) {
                return true;
            }
        }
        return false;
    }
}
