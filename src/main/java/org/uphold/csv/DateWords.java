package org.uphold.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.PartialDate;

/** Reads dates; remembers those it has read, for a table of twelve years holds few thousand days. For one thread. */
final class DateWords {

    private static final int MOST = 20_000;
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 150;

    private final List<DateTimeFormatter> formatters;
    private final Map<String, Optional<PartialDate>> known = new HashMap<>();
    private final @Nullable PartialDate[] isoDays = new PartialDate[YEARS * 12 * 31];
    private final @Nullable LocalDate[] days = new LocalDate[YEARS * 12 * 31];

    DateWords(List<String> patterns) {
        formatters = patterns.stream().map(DateWords::formatter).toList();
    }

    /** Strict: no 30 February. Month names are English; {@code y} is a year whatever the era. */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Null where the text is no date. */
    @Nullable
    PartialDate read(String text) {
        int index = isoIndex(text);
        if (index >= 0) {
            PartialDate date = isoDays[index];
            if (date == null) {
                date = words(text).orElse(null);
                isoDays[index] = date;
            }
            return date;
        }
        return words(text).orElse(null);
    }

    /** Null where the text is no date, or none of a day. */
    @Nullable
    LocalDate readDay(String text) {
        int index = isoIndex(text);
        if (index < 0) {
            PartialDate date = read(text);
            return date == null ? null : date.toLocalDate();
        }
        LocalDate day = days[index];
        if (day == null) {
            PartialDate date = read(text);
            day = date == null ? null : date.toLocalDate();
            days[index] = day;
        }
        return day;
    }

    /** A number for {@code 2017-02-09}, or -1 for anything that is not written so. */
    private static int isoIndex(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return -1;
        }
        int year = number(text, 0, 4) - FIRST_YEAR;
        int month = number(text, 5, 7) - 1;
        int day = number(text, 8, 10) - 1;
        return year < 0 || year >= YEARS || month < 0 || month > 11 || day < 0 || day > 30
                ? -1
                : (year * 12 + month) * 31 + day;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private Optional<PartialDate> words(String text) {
        Optional<PartialDate> date = known.get(text);
        if (date == null) {
            date = parse(text);
            if (known.size() < MOST) {
                known.put(text, date);
            }
        }
        return date;
    }

    private Optional<PartialDate> parse(String text) {
        Optional<PartialDate> iso = iso(text);
        if (iso.isPresent()) {
            return iso;
        }
        for (DateTimeFormatter formatter : formatters) {
            try {
                return Optional.of(partial(formatter.parse(text)));
            } catch (DateTimeException e) {
                // Not in this format; the next may fit.
            }
        }
        return Optional.empty();
    }

    /** {@code 2017-02-09}, alone or with a time of day after it. */
    private static Optional<PartialDate> iso(String text) {
        boolean alone = text.length() == 10;
        boolean timed = text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ');
        if (!(alone || timed) || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(partial(DateTimeFormatter.ISO_LOCAL_DATE.parse(text.substring(0, 10))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static PartialDate partial(TemporalAccessor parsed) {
        int year = parsed.get(ChronoField.YEAR);
        Integer month = parsed.isSupported(ChronoField.MONTH_OF_YEAR)
                ? Integer.valueOf(parsed.get(ChronoField.MONTH_OF_YEAR))
                : null;
        Integer day = parsed.isSupported(ChronoField.DAY_OF_MONTH)
                ? Integer.valueOf(parsed.get(ChronoField.DAY_OF_MONTH))
                : null;
        return new PartialDate(year, month, month == null ? null : day);
    }
}
