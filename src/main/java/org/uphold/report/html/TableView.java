package org.uphold.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageContent;

/** A published table whose cells are found by column name; what is hidden or absent is null. */
record TableView(PublishedTable table, List<Row> rows) {

    /** The most items first, then by key. */
    static final Comparator<Row> MOST_ITEMS =
            Comparator.comparingDouble((Row r) -> -r.numberOr("items", -1)).thenComparing(Row::key);

    static Optional<TableView> of(PackageContent content, String name) {
        return content.table(name).map(TableView::of);
    }

    static TableView of(PublishedTable table) {
        return new TableView(
                table, table.rows().stream().map(row -> new Row(table, row)).toList());
    }

    boolean has(String column) {
        return table.indexOf(column) >= 0;
    }

    /** Rows that a disclosure profile hides. */
    long hidden() {
        return rows.stream().filter(Row::isHidden).count();
    }

    /** One row. */
    record Row(PublishedTable table, List<@Nullable Object> values) {

        @Nullable
        Object value(String column) {
            int i = table.indexOf(column);
            return i < 0 ? null : values.get(i);
        }

        String text(String column) {
            Object value = value(column);
            return value == null ? "" : value.toString();
        }

        @Nullable
        Double number(String column) {
            return value(column) instanceof Number n ? (Double) n.doubleValue() : null;
        }

        double numberOr(String column, double other) {
            Double n = number(column);
            return n == null ? other : n;
        }

        boolean isTrue(String column) {
            return Boolean.TRUE.equals(value(column));
        }

        boolean isHidden() {
            return !text("annotation").isEmpty();
        }

        /** The key in words: {@code Pharmaceuticals · Opioids}. */
        String key() {
            return table.columns().stream()
                    .filter(Column::key)
                    .map(c -> text(c.name()))
                    .collect(Collectors.joining(" · "));
        }
    }
}
