package org.uphold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.PublishedTable;

/** A table of rates as aligned text: keys, items, rate and its interval. */
final class RateLines {

    private RateLines() {}

    static List<String> of(PublishedTable table) {
        List<String> header = new ArrayList<>(
                table.columns().stream().filter(Column::key).map(Column::name).toList());
        int keys = header.size();
        header.addAll(List.of("items", "upheld", "95 % interval", "flag"));
        Table lines = new Table(header.toArray(String[]::new));
        for (List<@Nullable Object> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (table.columns().get(i).key()) {
                    cells.add(String.valueOf(row.get(i)));
                }
            }
            cells.add(value(table, row, "items") instanceof Long items ? String.format(Locale.ROOT, "%,d", items) : "");
            cells.add(percent(value(table, row, "uphold_rate"), " %"));
            String lower = percent(value(table, row, "ci95_lower"), "");
            String upper = percent(value(table, row, "ci95_upper"), "");
            cells.add(lower.isEmpty() || upper.isEmpty() ? "" : lower + " to " + upper);
            cells.add(value(table, row, "funnel_flag") instanceof String flag ? flag : "");
            lines.row(cells.toArray(String[]::new));
        }
        return lines.lines("l".repeat(keys) + "rrrl");
    }

    private static String percent(@Nullable Object rate, String unit) {
        return rate instanceof Double share ? String.format(Locale.ROOT, "%.1f", 100 * share) + unit : "";
    }

    private static @Nullable Object value(PublishedTable table, List<@Nullable Object> row, String column) {
        int index = table.indexOf(column);
        return index < 0 ? null : row.get(index);
    }
}
