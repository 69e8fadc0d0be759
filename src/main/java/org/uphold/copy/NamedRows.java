package org.uphold.copy;

import java.util.List;

/**
 * Rows with the names of their columns, so that who sends them and who reads them cannot disagree.
 *
 * @param table they belong to
 * @param columns in the order of the rows' fields
 * @param rows the rows
 */
public record NamedRows(String table, List<String> columns, CopyBuffer rows) {

    public NamedRows {
        columns = List.copyOf(columns);
    }

    /** Table and columns, as {@code COPY} names them. */
    static String target(String table, List<String> columns) {
        return table + " ("
                + String.join(
                        ", ", columns.stream().map(name -> '"' + name + '"').toList()) + ")";
    }

    /** Where a column stands in a row. */
    public int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("Rows of " + table + " have no column " + column);
        }
        return index;
    }
}
