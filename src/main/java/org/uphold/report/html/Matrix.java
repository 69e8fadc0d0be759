package org.uphold.report.html;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/**
 * A table of pairs laid out as rows and columns, those with the most items first. It is a real table: each cell says its
 * figure, the shade only repeats it.
 */
final class Matrix {

    /** What a cell says. */
    interface Face {
        String figure(Row row);

        String small(Row row);

        /** From 0 (palest) to 6; negative for none. */
        int shade(Row row);
    }

    private final List<String> rowNames;
    private final List<String> columnNames;
    private final Map<List<String>, Row> cells = new HashMap<>();

    Matrix(TableView table, String rowColumn, String columnColumn, int mostRows, int mostColumns) {
        for (Row row : table.rows()) {
            cells.put(List.of(row.text(rowColumn), row.text(columnColumn)), row);
        }
        this.rowNames = largest(table, rowColumn, mostRows);
        this.columnNames = largest(table, columnColumn, mostColumns);
    }

    List<String> rowNames() {
        return rowNames;
    }

    List<String> columnNames() {
        return columnNames;
    }

    @Nullable
    Row at(String row, String column) {
        return cells.get(List.of(row, column));
    }

    private static List<String> largest(TableView table, String column, int most) {
        Map<String, Double> items = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            items.merge(row.text(column), row.numberOr("items", 0), Double::sum);
        }
        return items.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    void write(Markup out, String id, String caption, String corner, Face face) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        out.open("table", "class", "matrix", "data-chart", id, "data-plain", "yes")
                .element("caption", caption);
        out.open("thead").open("tr").element("th", corner, "scope", "col", "class", "corner");
        columnNames.forEach(name -> out.element("th", breakable(name), "scope", "col"));
        out.close("tr").close("thead").line().open("tbody");
        for (String name : rowNames) {
            out.open("tr").element("th", breakable(name), "scope", "row");
            for (String column : columnNames) {
                cell(out, at(name, column), face);
            }
            out.close("tr").line();
        }
        out.close("tbody").close("table").close("div");
    }

    /** A set of sources may go on in the next line. */
    private static String breakable(String name) {
        return name.replace("+", "+\u200B");
    }

    private static void cell(Markup out, @Nullable Row row, Face face) {
        if (row == null) {
            out.element("td", "", "class", "empty");
        } else if (row.isHidden()) {
            out.element("td", "[" + row.text("annotation") + "]", "class", "empty");
        } else {
            int shade = face.shade(row);
            out.open("td", "class", shade < 0 ? null : "h" + shade);
            out.element("b", face.figure(row)).text(" ").element("small", face.small(row));
            out.close("td");
        }
    }
}
