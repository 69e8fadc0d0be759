package org.uphold.classification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a service is asked for, in one spelling: {@code 2 a week for 6 weeks}, {@code 1x6}, {@code 12 visits},
 * {@code #120, 3 refills}, {@code 80 hours}, {@code 240 g}. Read in one walk over the words.
 */
final class Quantities {

    // What a word may be in a quantity, beside a number, a unit or a rhythm.
    private static final int TIMES = 1;
    private static final int PER = 2;
    private static final int LASTING = 4;
    private static final int MORE = 8;
    private static final int ENDS = 16;
    private static final int LINKS = 32;

    private static final QuantityWords WORDS = new QuantityWords.Builder()
            .numbers("1", "a", "one", "once")
            .numbers("2", "two", "twice")
            .numbers("3", "three")
            .numbers("4", "four")
            .numbers("5", "five")
            .numbers("6", "six")
            .numbers("7", "seven")
            .numbers("8", "eight")
            .numbers("9", "nine")
            .numbers("10", "ten")
            .numbers("11", "eleven")
            .numbers("12", "twelve")
            .numbers("15", "fifteen")
            .numbers("16", "sixteen")
            .numbers("18", "eighteen")
            .numbers("20", "twenty")
            .numbers("30", "thirty")
            .units(
                    "visits",
                    "session",
                    "sessions",
                    "visit",
                    "visits",
                    "treatment",
                    "treatments",
                    "appointments",
                    "dives")
            .units("hours", "hour", "hours", "hrs")
            .units("days", "day", "days")
            .units("weeks", "week", "weeks", "wks")
            .units("months", "month", "months", "mos")
            .units("years", "year", "years")
            .units("refills", "refill", "refills")
            .units("units", "units")
            .units("boxes", "box", "boxes")
            .units("bottles", "bottle", "bottles")
            .units("tubes", "tube", "tubes")
            .units("trips", "trips")
            .units("injections", "injections")
            .units("g", "g", "gm", "gms", "gram", "grams")
            .units("ml", "ml")
            .rhythms("week", "week", "wk", "weekly")
            .rhythms("month", "month", "monthly")
            .rhythms("day", "day", "daily")
            .roles(TIMES, "times", "time", "x", "sessions", "visits")
            .roles(PER, "a", "per", "each", "every")
            .roles(LASTING, "for", "x", "over", "times")
            .roles(MORE, "additional", "more", "total")
            .roles(ENDS, "for", "of", "to", "the", "and", "#")
            .roles(LINKS, "to", "or")
            .build();

    private final NormalizedText text;
    /** Where each word begins, and behind the last blank. */
    private final int[] starts;

    private final int count;
    private final QuantityWords.@Nullable Word[] known;

    private Quantities(NormalizedText text, int count) {
        this.text = text;
        this.count = count;
        this.known = new QuantityWords.Word[count];
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
        while (i < count) {
            int used = at(i, found);
            i += Math.max(1, used);
        }
        return found.isEmpty() ? null : String.join(", ", found);
    }

    /** Words used up by a quantity that begins here, 0 if none does. */
    private int at(int i, List<String> found) {
        byte first = text.letterAt(starts[i]);
        if (first == '#' || first == 'q') {
            if (!is(i, "#") && !is(i, "qty") && !is(i, "quantity")) {
                return 0;
            }
            int at = is(i + 1, "of") ? i + 2 : i + 1;
            if (isDigits(at)) {
                add(found, "#" + word(at));
                return at + 1 - i;
            }
            return 0;
        }
        if (first == 'a') {
            return 0;
        }
        Number number = number(i);
        if (number == null) {
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
        if (isTimesDigits(i) && !isRange(number)) {
            add(found, number + word(i));
            return 1;
        }
        if (is(i, "x") && isDigits(i + 1) && !isRange(number) && known(i + 2).unit() == null) {
            add(found, number + "x" + word(i + 1));
            return 2;
        }
        return 0;
    }

    /** {@code times a week for 6 weeks}, {@code x week x 6 weeks}, {@code weekly for 3 months}. */
    private int rhythm(int i, String number, List<String> found) {
        int at = i;
        while (at < i + 2 && known(at).has(TIMES)) {
            at++;
        }
        String counted = known(at).unit();
        boolean hours = at == i && counted != null && oneOf(counted, "hours", "days");
        at += hours ? 1 : 0;
        boolean per = known(at).has(PER);
        at += per ? 1 : 0;
        String rhythm = known(at).rhythm();
        if (rhythm == null
                || hours && !per
                || at == i && !word(at).endsWith("ly")
                || !per && at == i + 1 && is(i, "visits")) {
            return 0;
        }
        at++;
        StringBuilder text = new StringBuilder(number);
        text.append(hours ? " " + counted : "").append(" a ").append(rhythm);
        int length = known(at).has(LASTING) ? at + 1 : at;
        Number lasting = length < count ? number(length) : null;
        if (lasting == null && isTimesDigits(at)) {
            lasting = new Number(word(at).substring(1), 1);
            length = at;
        }
        if (lasting != null) {
            String unit = known(length + lasting.words()).unit();
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
        for (int at = i; at <= i + 3 && at < count; at++) {
            String unit = known(at).unit();
            if (unit != null) {
                boolean measure = !oneOf(unit, "visits", "injections");
                if (at > i && measure && !(at == i + 1 && known(i).has(MORE))) {
                    return 0;
                }
                add(found, number + " " + unit);
                return at + 1 - i;
            }
            if (number(at) != null || known(at).has(ENDS)) {
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
        if (known(i + 1).has(LINKS)) {
            String second = single(i + 2);
            if (second != null && !is(i + 2, "a")) {
                return new Number(first + "-" + second, 3);
            }
        }
        if (isDigits(i + 1) && !isDigits(i) && is(i + 1, first)) {
            return new Number(first, 2);
        }
        return new Number(first, 1);
    }

    private @Nullable String single(int i) {
        return isDigits(i) ? word(i) : known(i).number();
    }

    /** What the word says; nothing behind the last one. */
    private QuantityWords.Word known(int i) {
        if (i >= count) {
            return QuantityWords.OTHER;
        }
        QuantityWords.Word word = known[i];
        if (word == null) {
            word = WORDS.find(text, starts[i], end(i));
            known[i] = word;
        }
        return word;
    }

    private int end(int i) {
        return starts[i + 1] - 1;
    }

    private String word(int i) {
        return text.substring(starts[i], end(i));
    }

    private boolean is(int i, String word) {
        return i < count && text.is(starts[i], end(i), word);
    }

    private boolean isDigits(int i) {
        return i < count && isDigits(starts[i], end(i));
    }

    /** {@code x6}. */
    private boolean isTimesDigits(int i) {
        return i < count && text.letterAt(starts[i]) == 'x' && isDigits(starts[i] + 1, end(i));
    }

    /** Below ten letters; a point stands behind a digit. */
    private boolean isDigits(int from, int to) {
        boolean digits = to > from && to - from < 10;
        for (int i = from; i < to && digits; i++) {
            byte c = text.letterAt(i);
            digits = c >= '0' && c <= '9' || c == '.' && i > from;
        }
        return digits;
    }

    private static void add(List<String> found, String quantity) {
        if (!found.contains(quantity)) {
            found.add(quantity);
        }
    }

    private static boolean isRange(String number) {
        return number.indexOf('-') >= 0;
    }

    private static boolean oneOf(String word, String one, String other) {
        return word.equals(one) || word.equals(other);
    }
}
