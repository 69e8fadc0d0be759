package org.uphold.cells;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Buckets;
import org.uphold.determination.DateRange;

/**
 * A window, taken apart into whole buckets, whose cells are added, and at most two ragged edges, whose letters are read.
 *
 * @param whole buckets that lie inside altogether
 * @param edges days inside whose months do not
 */
record WindowParts(List<Integer> whole, List<DateRange> edges) {

    /** The month around an edge of which less lies outside than inside: its cells less those few letters are read sooner. Or null. */
    static @Nullable YearMonth nearlyWhole(DateRange edge, @Nullable LocalDate openFrom) {
        LocalDate from = edge.from();
        LocalDate to = edge.to();
        if (from == null || to == null) {
            return null;
        }
        YearMonth month = YearMonth.from(from);
        LocalDate next = month.plusMonths(1).atDay(1);
        long inside = from.until(to, ChronoUnit.DAYS);
        boolean isOneMonths = !to.isAfter(next);
        boolean isClosed = openFrom == null || !next.isAfter(openFrom);
        return isOneMonths && isClosed && 2 * inside > month.lengthOfMonth() ? month : null;
    }

    static WindowParts of(DateRange window, List<Integer> buckets) {
        List<Integer> whole = buckets.stream()
                .filter(bucket -> Buckets.isWithin(bucket, window))
                .toList();
        List<DateRange> edges = new ArrayList<>();
        LocalDate from = window.from();
        LocalDate to = window.to();
        LocalDate firstWhole = from == null ? null : firstOfMonthAtOrAfter(from);
        LocalDate lastWhole = to == null ? null : to.withDayOfMonth(1);
        if (from != null && to != null && firstWhole != null && lastWhole != null && firstWhole.isAfter(lastWhole)) {
            return new WindowParts(whole, List.of(window));
        }
        addEdge(edges, from, firstWhole);
        addEdge(edges, lastWhole, to);
        return new WindowParts(whole, List.copyOf(edges));
    }

    /** Without what may lie on or after a first day of a month. */
    WindowParts before(@Nullable LocalDate openFrom) {
        if (openFrom == null) {
            return this;
        }
        DateRange closed = new DateRange(null, openFrom);
        List<DateRange> cut = new ArrayList<>();
        for (DateRange edge : edges) {
            addEdge(cut, edge.from(), edge.to() == null || edge.to().isAfter(openFrom) ? openFrom : edge.to());
        }
        return new WindowParts(
                whole.stream()
                        .filter(bucket -> bucket == Buckets.UNDATED || Buckets.isWithin(bucket, closed))
                        .toList(),
                List.copyOf(cut));
    }

    private static void addEdge(List<DateRange> edges, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isBefore(to)) {
            edges.add(new DateRange(from, to));
        }
    }

    private static LocalDate firstOfMonthAtOrAfter(LocalDate day) {
        return day.getDayOfMonth() == 1
                ? day
                : YearMonth.from(day).plusMonths(1).atDay(1);
    }
}
