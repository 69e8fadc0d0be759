package org.uphold.job.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** Adds tables to a package, and their columns to its data dictionary. */
final class DictionaryRows {

    private static final String DICTIONARY = "data_dictionary";

    private DictionaryRows() {}

    static List<PublishedTable> added(List<PublishedTable> tables, List<PublishedTable> more) {
        if (more.isEmpty()) {
            return tables;
        }
        List<PublishedTable> all = new ArrayList<>();
        for (PublishedTable table : tables) {
            if (table.name().equals(DICTIONARY)) {
                // Last, as it is without them.
                all.addAll(more);
                all.add(dictionary(table, more));
            } else {
                all.add(table);
            }
        }
        return all;
    }

    private static PublishedTable dictionary(PublishedTable dictionary, List<PublishedTable> more) {
        List<List<@Nullable Object>> rows = new ArrayList<>(dictionary.rows());
        for (PublishedTable table : more) {
            for (int i = 0; i < table.columns().size(); i++) {
                rows.add(row(dictionary, table.name(), table.columns().get(i), i + 1));
            }
        }
        int table = dictionary.indexOf("table");
        int column = dictionary.indexOf("column");
        rows.sort((a, b) -> Figures.KEY_ORDER.compare(
                List.of(String.valueOf(a.get(table)), String.valueOf(a.get(column))),
                List.of(String.valueOf(b.get(table)), String.valueOf(b.get(column)))));
        return new PublishedTable(dictionary.name(), dictionary.title(), dictionary.columns(), rows);
    }

    private static List<@Nullable Object> row(PublishedTable dictionary, String table, Column column, long position) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Column entry : dictionary.columns()) {
            row.add(
                    switch (entry.name()) {
                        case "table" -> table;
                        case "column" -> column.name();
                        case "type" -> column.type().name().toLowerCase(Locale.ROOT);
                        case "definition" -> column.definition();
                        case "position" -> position;
                        default -> null;
                    });
        }
        return row;
    }
}
