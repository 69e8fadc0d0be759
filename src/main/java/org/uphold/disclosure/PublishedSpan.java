package org.uphold.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.rates.Dimension;

/** How long the time can be that a package tells about, as far as its files say. */
final class PublishedSpan {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private PublishedSpan() {}

    /**
     * Days of the window, or of the months that a table has rows of, whichever are fewer: hidden rows keep their month. 0 where the window is
     * open and no table has months, or where some rows have none.
     */
    static long mostDays(DateRange window, List<PackageModel.Table> tables) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        long days = from == null || to == null ? 0 : ChronoUnit.DAYS.between(from, to);
        long months = tables.stream()
                .filter(t -> t.dimensions().equals(List.of(Dimension.MONTH)))
                .mapToLong(t -> span(t.rows()))
                .findFirst()
                .orElse(0);
        return days == 0 || months == 0 ? Math.max(days, months) : Math.min(days, months);
    }

    private static long span(List<PackageRow> rows) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (PackageRow row : rows) {
            YearMonth month = month(row.key().get(0));
            if (month == null) {
                return 0;
            }
            months.add(month);
        }
        return months.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(
                        months.first().atDay(1), months.last().plusMonths(1).atDay(1));
    }

    private static @Nullable YearMonth month(String text) {
        return MONTH.matcher(text).matches() ? YearMonth.parse(text) : null;
    }
}
