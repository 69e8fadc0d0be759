package org.uphold.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as letters print them: month first, with slashes or hyphens, or with the month's name; ISO dates too. */
final class DateText {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Over shadow text; has no groups of its own, so that it can be part of another pattern. */
    static final String REGEX =
            "(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:\\d{4}|\\d{2})(?!\\d)|\\d{4}-\\d{2}-\\d{2}(?!\\d)"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d{1,2},? \\d{4}(?!\\d))";

    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    /** A year of two digits from here on belongs to the last century. */
    private static final int PIVOT = 50;
    /** Senate Bill 863: independent medical review from 1 January 2013 on. */
    private static final int FIRST_REVIEW = 2013;

    private static final int FIRST_INJURY = 1940;

    private DateText() {}

    /** The date that shadow text matching {@link #REGEX} states, or null where the calendar has no such day. */
    static @Nullable LocalDate parse(String shadow) {
        Matcher m = NUMBERS.matcher(shadow);
        int[] numbers = new int[3];
        int digits = 0;
        int n = 0;
        while (n < 3 && m.find()) {
            digits = n == 0 ? m.group().length() : digits;
            numbers[n++] = Integer.parseInt(m.group());
        }
        try {
            if (n == 2) {
                return LocalDate.of(numbers[1], MONTHS.indexOf(shadow.substring(0, 3)) + 1, numbers[0]);
            }
            if (n < 3) {
                return null;
            }
            if (digits == 4) {
                return LocalDate.of(numbers[0], numbers[1], numbers[2]);
            }
            return LocalDate.of(year(numbers[2]), numbers[0], numbers[1]);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Whether a letter can bear a date: reviews began with 2013, when the law came into force, and who was injured before
     * 1940 asks for none.
     *
     * @param injury whether it is the date of an injury
     * @param latest the last day that a letter can tell of
     */
    static boolean isPossible(LocalDate date, boolean injury, LocalDate latest) {
        return date.getYear() >= (injury ? FIRST_INJURY : FIRST_REVIEW) && !date.isAfter(latest);
    }

    private static int year(int printed) {
        if (printed >= 100) {
            return printed;
        }
        return printed + (printed >= PIVOT ? 1900 : 2000);
    }
}
