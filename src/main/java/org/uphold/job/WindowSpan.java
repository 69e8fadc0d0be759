package org.uphold.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.uphold.aggregate.Cell;
import org.uphold.aggregate.Dimension;
import org.uphold.aggregate.Grouping;
import org.uphold.aggregate.WindowTallies;
import org.uphold.determination.DateRange;

/** How long a window is; of an open end, its data say. */
final class WindowSpan {

    private static final int YEAR = 365;

    private WindowSpan() {}

    /** Days from the first to the last; where the window is open, from the first to the last month that has letters. */
    static long days(DateRange window, WindowTallies tallies) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (Cell cell : tallies.groups().getOrDefault(Grouping.of(Dimension.MONTH), List.of())) {
            String month = cell.key().get(0);
            if (month.length() == 7) {
                months.add(YearMonth.parse(month));
            }
        }
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from == null) {
            from = months.isEmpty() ? to : months.first().atDay(1);
        }
        if (to == null) {
            to = months.isEmpty() ? from : months.last().plusMonths(1).atDay(1);
        }
        // Years without months, or nothing dated: a year, which scores neither for nor against.
        return from == null || to == null || !from.isBefore(to) ? YEAR : ChronoUnit.DAYS.between(from, to);
    }
}
