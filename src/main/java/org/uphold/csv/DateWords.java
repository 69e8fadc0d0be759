package org.uphold.csv;

import java.time.DateTimeException;
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
import org.uphold.determination.PartialDate;

/** Reads dates; remembers those it has read, for a table of twelve years holds only some four thousand days. One thread. */
final class DateWords {

    private static final int MOST = 20_000;

    private final List<DateTimeFormatter> formatters;
    private final Map<String, Optional<PartialDate>> known = new HashMap<>();

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

    /** Empty where the text is no date. */
    Optional<PartialDate> read(String text) {
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
