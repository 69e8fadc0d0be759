package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** What every published column means, made from the same declarations that fill the columns. */
final class DataDictionary {

    /** File name. */
    static final String NAME = "data_dictionary";

    private record Row(String table, int position, Column column) {}

    private static final List<Measure<Row>> MEASURES = List.of(
            Measure.key("table", "Table, which is also the file's name without ending", Row::table),
            Measure.key("column", "Column, as in the header", r -> r.column().name()),
            Measure.text(
                    "type",
                    "text, integer, decimal (six decimals, rounded half up) or boolean",
                    "",
                    r -> r.column().type().name().toLowerCase(Locale.ROOT)),
            Measure.text("definition", "What it means", "", r -> r.column().definition()),
            Measure.text(
                    "formula",
                    "How it is computed",
                    "",
                    r -> r.column().formula().isEmpty() ? null : r.column().formula()),
            Measure.count("position", "Place in the header, from 1", "", r -> (long) r.position()));

    private DataDictionary() {}

    static PublishedTable of(List<PublishedTable> tables) {
        List<Row> rows = new ArrayList<>();
        for (PublishedTable table : tables) {
            addAll(rows, table.name(), table.columns());
        }
        addAll(rows, NAME, Measure.columns(MEASURES));
        List<List<@Nullable Object>> values = rows.stream()
                .sorted((a, b) -> Figures.KEY_ORDER.compare(
                        List.of(a.table(), a.column().name()),
                        List.of(b.table(), b.column().name())))
                .map(row -> Measure.row(MEASURES, row))
                .toList();
        return new PublishedTable(NAME, "What every column means", Measure.columns(MEASURES), values);
    }

    private static void addAll(List<Row> rows, String table, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            rows.add(new Row(table, i + 1, columns.get(i)));
        }
    }
}
