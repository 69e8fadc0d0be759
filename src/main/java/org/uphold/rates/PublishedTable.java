package org.uphold.rates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table as it is published: what every output format writes. Rows are sorted by their key in code-point order.
 *
 * @param name file name without ending
 * @param title for people
 * @param columns in order
 * @param rows values by column: String, Long, Double or Boolean as the column's type says; null is an empty cell
 */
public record PublishedTable(String name, String title, List<Column> columns, List<List<@Nullable Object>> rows) {

    public PublishedTable {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of " + name + " has " + row.size() + " values for " + columns.size() + " columns");
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    /** Position of a column, or -1. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
