package org.uphold.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.PartialDate;

/** Reads dates; remembers those it has read, for a table of twelve years holds few thousand days. For one thread. */
final class DateWords {

    /** Stands for days in years that are no one's, such as 0216 or 9999: no case can have it. */
    private static final PartialDate FAR = new PartialDate(1900, 1, 1);

    /** How some databases print that there is no date. */
    private static final String ZERO = "0000-00-00";

    private static final int MOST = 20_000;
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 150;

    /** A time of day after an ISO day, and how far it is from UTC. */
    private static final Pattern TIMED = Pattern.compile("[T ](\\d{2}:\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
            + " ?(?:(Z|UTC|GMT)|([+-])(\\d{2})(?::?(\\d{2})(?::?(\\d{2}))?)?)?");

    private final List<DateTimeFormatter> formatters;
    private final ZoneId zone;
    private final Map<String, Optional<PartialDate>> known = new HashMap<>();
    private final @Nullable PartialDate[] isoDays = new PartialDate[YEARS * 12 * 31];
    private final @Nullable LocalDate[] days = new LocalDate[YEARS * 12 * 31];

    /** @param zone in which the day of a time that states its distance from UTC is cut */
    DateWords(List<String> patterns, ZoneId zone) {
        formatters = patterns.stream().map(DateWords::formatter).toList();
        this.zone = zone;
    }

    /** Strict: no 30 February. Month names are English; {@code y} is a year whatever the era. */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(DatePatterns.withoutEras(pattern))
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

    /** {@code 2017-02-09}, alone or with a time of day after it; any other text behind makes it no date. */
    private Optional<PartialDate> iso(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        if (text.equals(ZERO)
                || text.startsWith(ZERO) && TIMED.matcher(text.substring(10)).matches()) {
            return Optional.of(FAR);
        }
        try {
            LocalDate day = LocalDate.from(DateTimeFormatter.ISO_LOCAL_DATE.parse(text.substring(0, 10)));
            if (text.length() == 10) {
                return Optional.of(known(day));
            }
            Matcher timed = TIMED.matcher(text.substring(10));
            return timed.matches() ? Optional.of(known(day(day, timed))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate day(LocalDate printed, Matcher timed) {
        String seconds = timed.group(2);
        LocalTime time = LocalTime.parse(timed.group(1)).withSecond(seconds == null ? 0 : Integer.parseInt(seconds));
        if (timed.group(3) == null && timed.group(4) == null) {
            return printed;
        }
        return OffsetDateTime.of(printed, time, offset(timed))
                .atZoneSameInstant(zone)
                .toLocalDate();
    }

    private static ZoneOffset offset(Matcher timed) {
        if (timed.group(4) == null) {
            return ZoneOffset.UTC;
        }
        int sign = timed.group(4).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutesSeconds(
                sign * number(timed.group(5)), sign * number(timed.group(6)), sign * number(timed.group(7)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static PartialDate known(LocalDate day) {
        return isKnown(day.getYear()) ? PartialDate.of(day) : FAR;
    }

    private static boolean isKnown(int year) {
        return year >= FAR.year() && year <= 2200;
    }

    private PartialDate partial(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return known(Instant.from(parsed).atZone(zone).toLocalDate());
        }
        int year = parsed.get(ChronoField.YEAR);
        Integer month = parsed.isSupported(ChronoField.MONTH_OF_YEAR)
                ? Integer.valueOf(parsed.get(ChronoField.MONTH_OF_YEAR))
                : null;
        Integer day = parsed.isSupported(ChronoField.DAY_OF_MONTH)
                ? Integer.valueOf(parsed.get(ChronoField.DAY_OF_MONTH))
                : null;
        return isKnown(year) ? new PartialDate(year, month, month == null ? null : day) : FAR;
    }
}
