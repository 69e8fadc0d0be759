package org.uphold.determination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from} up to, but not including, {@code to}. A null end is unbounded.
 *
 * @param from first day inside, or null
 * @param to first day after, or null
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Every day, and what has no date at all. */
    public static final DateRange ALL = new DateRange(null, null);

    public DateRange {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("An empty range: from " + from + " to " + to + " (exclusive)");
        }
    }

    /** Both days inside. */
    public static DateRange inclusive(LocalDate first, LocalDate last) {
        return new DateRange(first, last.plusDays(1));
    }

    /** Open at both ends: only then undated cases belong to it. */
    public boolean isUnbounded() {
        return from == null && to == null;
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** Whether every day that a partly stated date may be lies inside; nothing (null) lies inside only {@link #ALL}. */
    public boolean contains(@Nullable PartialDate date) {
        if (date == null) {
            return isUnbounded();
        }
        return contains(date.earliest()) && contains(date.latest());
    }

    /** {@code 2017-01-01_2017-03-31}, both days inside; {@code all} where unbounded; {@code any} for one open end. */
    public String folderName() {
        if (isUnbounded()) {
            return "all";
        }
        return (from == null ? "any" : from) + "_" + (to == null ? "any" : to.minusDays(1));
    }

    @Override
    public String toString() {
        return "[" + (from == null ? "-∞" : from) + ", " + (to == null ? "∞" : to) + ")";
    }
}
