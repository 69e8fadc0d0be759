package org.uphold.job.publishing;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.RunException;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;
import org.uphold.settings.ReportStatement;

/** A table of a package made from the result of a user's statement; rows in the order of their columns, from left to right. */
final class ResultTable {

    /** More than any table of the program's own; a package is for reading. */
    private static final int MOST_ROWS = 100_000;

    private final ReportStatement statement;

    ResultTable(ReportStatement statement) {
        this.statement = statement;
    }

    /**
     * Reads all of it.
     *
     * @throws RunException where a column or a row is what no package may hold
     */
    PublishedTable of(ResultSet result) throws SQLException {
        List<Column> columns = columns(result.getMetaData());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == MOST_ROWS) {
                throw refused("gives more than " + MOST_ROWS + " rows; group them");
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                row.add(value(result, i + 1, columns.get(i)));
            }
            rows.add(row);
        }
        keysTellApart(columns, rows);
        rows.sort((a, b) -> compare(columns, a, b));
        return new PublishedTable(statement.name(), statement.title(), columns, rows);
    }

    private List<Column> columns(ResultSetMetaData data) throws SQLException {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            String name = data.getColumnLabel(i);
            if (!name.matches("[a-z][a-z0-9_]*") || !names.add(name)) {
                throw refused("column " + i + " is named '" + name
                        + "'; give each its own name of small letters, digits and _, by: as name");
            }
            columns.add(new Column(
                    name,
                    type(name, data.getColumnType(i), data.getColumnTypeName(i)),
                    statement.key().contains(name),
                    statement.columns().getOrDefault(name, ""),
                    ""));
        }
        unknown(names, statement.key(), "Key");
        unknown(names, statement.columns().keySet(), "Column");
        return columns;
    }

    private void unknown(Set<String> names, Iterable<String> described, String entry) {
        for (String name : described) {
            if (!names.contains(name)) {
                throw refused("-- " + entry + " names " + name + ", but the columns are "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        }
    }

    private ColumnType type(String name, int type, String typeName) {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.INTEGER;
            case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.REAL -> ColumnType.DECIMAL;
            case Types.BIT, Types.BOOLEAN -> ColumnType.BOOLEAN;
            case Types.CHAR, Types.VARCHAR -> ColumnType.TEXT;
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                throw refused("column " + name
                        + " is a date, and no exact date of a case may be in a package; write to_char(" + name
                        + ", 'YYYY-MM')");
            default ->
                throw refused("column " + name + " is of type " + typeName
                        + "; columns are texts, whole numbers, fractions or booleans: cast it");
        };
    }

    private static @Nullable Object value(ResultSet result, int i, Column column) throws SQLException {
        @Nullable
        Object value = switch (column.type()) {
            case TEXT -> result.getString(i);
            case INTEGER -> result.getLong(i);
            case DECIMAL -> result.getDouble(i);
            case BOOLEAN -> result.getBoolean(i);
        };
        return result.wasNull() || value instanceof Double number && !Double.isFinite(number) ? null : value;
    }

    private void keysTellApart(List<Column> columns, List<List<@Nullable Object>> rows) {
        if (statement.key().isEmpty()) {
            return;
        }
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).key()) {
                    key.add(row.get(i));
                }
            }
            if (key.contains(null) || !seen.add(key)) {
                throw refused("-- Key: " + String.join(", ", statement.key())
                        + " does not tell rows apart: a value is missing, or two rows have the same");
            }
        }
    }

    /** From left to right: nothing first, whole numbers as numbers, all else as it is written. */
    private static int compare(List<Column> columns, List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int i = 0; i < columns.size(); i++) {
            int order = a.get(i) instanceof Long left && b.get(i) instanceof Long right
                    ? left.compareTo(right)
                    : Figures.CODE_POINT_ORDER.compare(
                            Figures.format(columns.get(i), a.get(i)), Figures.format(columns.get(i), b.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private RunException refused(String message) {
        return OwnTables.refused(statement, message);
    }
}
