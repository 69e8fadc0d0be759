package org.uphold.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.report.html.TableView.Row;

/** A table of chosen columns and rows for people; the script makes its headers sort. */
final class HtmlTable {

    /** What most readers want of a table of rates, in this order, where the table has it. */
    private static final List<String> RATES = List.of(
            "items",
            "cases",
            "upheld",
            "overturned",
            "partially_overturned",
            "unknown",
            "uphold_rate",
            "ci95",
            "standardized_ratio",
            "funnel_flag");

    private static final List<String> FRACTIONS = List.of("uphold_rate", "rate_excluding_partial", "rate_half_credit");

    /** Headers that would be wider than their figures. */
    private static final Map<String, String> SHORT = Map.of(
            "ci95", "95\u00A0% interval",
            "partially_overturned", "In part",
            "uphold_rate", "Uphold rate",
            "standardized_ratio", "Std. ratio",
            "funnel_flag", "Flag",
            "share_of_items", "Share of items");

    private static final int FILTER_FROM = 12;

    private final String caption;
    private final TableView view;
    private final List<Row> rows;
    private final List<String> columns;

    HtmlTable(String caption, TableView view, List<Row> rows, List<String> columns) {
        this.caption = caption;
        this.view = view;
        this.rows = rows;
        this.columns = columns;
    }

    /** The usual columns of a table of rates. */
    static HtmlTable ofRates(String caption, TableView view, List<Row> rows) {
        List<String> columns = new ArrayList<>(keys(view));
        for (String column : RATES) {
            if (view.has(column) || column.equals("ci95") && view.has("ci95_lower")) {
                columns.add(column);
            }
        }
        return new HtmlTable(caption, view, rows, columns);
    }

    /** All columns. */
    static HtmlTable whole(String caption, TableView view) {
        return new HtmlTable(
                caption,
                view,
                view.rows(),
                view.table().columns().stream()
                        .map(Column::name)
                        .filter(c -> !c.equals("annotation"))
                        .toList());
    }

    static List<String> keys(TableView view) {
        return view.table().columns().stream()
                .filter(Column::key)
                .map(Column::name)
                .toList();
    }

    void write(Markup out) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table", "data-filter", rows.size() >= FILTER_FROM ? "yes" : null);
        out.element("caption", caption).open("thead").open("tr");
        for (String column : columns) {
            out.element("th", header(column), "scope", "col", "class", isText(column) ? null : "n");
        }
        out.close("tr").close("thead").line().open("tbody");
        for (Row row : rows) {
            out.open("tr", "class", row.isHidden() ? "hidden" : null);
            cells(out, row);
            out.close("tr").line();
        }
        out.close("tbody").close("table").close("div");
    }

    private void cells(Markup out, Row row) {
        boolean first = true;
        for (String column : columns) {
            String text = cell(row, column);
            if (first) {
                out.open("th", "scope", "row").text(text);
                if (row.isHidden()) {
                    out.text(" ").element("abbr", "[" + row.text("annotation") + "]", "title", "not shown");
                }
                out.close("th");
                first = false;
            } else {
                out.element("td", text, "class", isText(column) ? null : "n");
            }
        }
    }

    private static String header(String column) {
        return SHORT.getOrDefault(column, Words.label(column));
    }

    private boolean isText(String column) {
        int i = view.table().indexOf(column);
        return i >= 0 && view.table().columns().get(i).type() == ColumnType.TEXT;
    }

    private static String cell(Row row, String column) {
        if (column.equals("ci95")) {
            return Words.interval(row);
        }
        Object value = row.value(column);
        if (value instanceof String s) {
            return column.equals("measure") ? Words.label(s) : s;
        }
        if (value instanceof Boolean b) {
            return b ? "yes" : "no";
        }
        if (value instanceof Long n) {
            return Words.count((double) n);
        }
        boolean fraction = FRACTIONS.contains(column) || column.startsWith("share_");
        Double number = row.number(column);
        if (number == null) {
            return column.equals("funnel_flag") ? "" : Words.NOTHING;
        }
        return fraction ? Words.percent(number) : Words.number(number, column.endsWith("_days") ? 1 : 2);
    }
}
