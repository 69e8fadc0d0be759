package org.uphold.settings;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as users write them: {@code 30d}, {@code 6w}, {@code 3m}, {@code 2y}. */
final class Span {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})([dwmy])");

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,4})([smh])");

    private Span() {}

    /** A short one: {@code 30s}, {@code 5m}, {@code 1h}; {@code off} is none. */
    static Duration parseShort(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("off")) {
            return Duration.ZERO;
        }
        Matcher match = SHORT.matcher(word);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no short time; write 30s, 5m, 1h or off");
        }
        int count = Integer.parseInt(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    static Period parse(String text) {
        Matcher match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no length of time; write 30d, 6w, 3m or 2y");
        }
        int count = Integer.parseInt(match.group(1));
        return switch (match.group(2)) {
            case "d" -> Period.ofDays(count);
            case "w" -> Period.ofWeeks(count);
            case "m" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    static String text(Period period) {
        if (period.getYears() > 0) {
            return period.getYears() + "y";
        }
        return period.getMonths() > 0 ? period.getMonths() + "m" : period.getDays() + "d";
    }
}
