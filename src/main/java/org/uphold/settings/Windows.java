package org.uphold.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uphold.determination.DateRange;

/** The ways to write one window; all throw {@link IllegalArgumentException} with what would be right. */
final class Windows {

    /** Words that stand alone in a job file. */
    static final List<String> WORDS = List.of("all", "touched", "previous-month", "previous-quarter", "previous-year");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-[qQ]([1-4])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private Windows() {}

    static Window word(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "all" -> new Window.All();
            case "touched" -> new Window.Touched(Window.Touched.DEFAULT_LOOK_BACK);
            case "previous-month" -> new Window.Previous(Grain.MONTH);
            case "previous-quarter" -> new Window.Previous(Grain.QUARTER);
            case "previous-year" -> new Window.Previous(Grain.YEAR);
            default ->
                throw new IllegalArgumentException(
                        "'" + word + "' is no window" + Words.suggestion(word, WORDS)
                                + " Others are written as last: 30d, month: 2017-02, quarter: 2017-Q1, year: 2017, or from: and to:");
        };
    }

    static Window.Single days(String from, String to) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the window ends (" + last + ") before it starts (" + first + ")");
        }
        return new Window.Fixed(DateRange.inclusive(first, last), "from " + first + " to " + last);
    }

    static Window.Single month(String text) {
        Matcher match = MONTH.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no month; write 2017-02");
        }
        YearMonth month = YearMonth.parse(match.group());
        return new Window.Fixed(Grain.MONTH.around(month.atDay(1)), "month " + month);
    }

    static Window.Single quarter(String text) {
        Matcher match = QUARTER.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no quarter; write 2017-Q1");
        }
        LocalDate first = LocalDate.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)) * 3 - 2, 1);
        return new Window.Fixed(
                Grain.QUARTER.around(first), "quarter " + match.group().toUpperCase(Locale.ROOT));
    }

    static Window.Single year(String text) {
        if (!YEAR.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no year; write 2017");
        }
        Year year = Year.parse(text.strip());
        return new Window.Fixed(Grain.YEAR.around(year.atDay(1)), "year " + text.strip());
    }

    static Window.Single last(String text) {
        return new Window.Last(Span.parse(text));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), DAY);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no day; write 2017-02-28", e);
        }
    }
}
