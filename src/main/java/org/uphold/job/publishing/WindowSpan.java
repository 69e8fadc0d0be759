package org.uphold.job.publishing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.store.Evidence;

/**
 * How long the time is that a package tells about: a long one tells less about each case. No window makes it longer than its data do:
 * twenty-eight days of letters are a month under {@code --all}, and within any two dates however far apart.
 */
final class WindowSpan {

    private WindowSpan() {}

    /**
     * Days from the first to the last. An open end is where the data end; an end that is stated counts up to the end of the month in
     * which they do. Where nothing has a date it is one day, for nothing says that it is more.
     *
     * @param openFrom first day that the package leaves out, or null
     * @param asOf as the store was at that time; null: as it is
     */
    static long days(
            Evidence evidence,
            Basis basis,
            DateRange window,
            @Nullable LocalDate openFrom,
            @Nullable OffsetDateTime asOf) {
        Optional<DateRange> data = evidence.span(basis, closed(window, openFrom), asOf);
        return data.map(found -> days(window, found)).orElse(1L);
    }

    private static long days(DateRange window, DateRange data) {
        LocalDate first = data.from();
        LocalDate after = data.to();
        if (first == null || after == null) {
            return 1;
        }
        LocalDate from = window.from();
        LocalDate to = window.to();
        LocalDate begin = from == null ? first : latest(from, first.withDayOfMonth(1));
        LocalDate end = to == null
                ? after
                : earliest(to, after.minusDays(1).withDayOfMonth(1).plusMonths(1));
        return Math.max(1, ChronoUnit.DAYS.between(begin, end));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The window without what is left out. */
    static DateRange closed(DateRange window, @Nullable LocalDate openFrom) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        boolean reaches = openFrom != null && (to == null || to.isAfter(openFrom));
        return reaches && (from == null || from.isBefore(openFrom)) ? new DateRange(from, openFrom) : window;
    }
}
