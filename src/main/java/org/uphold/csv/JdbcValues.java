package org.uphold.csv;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row as text, of whatever type their columns are: days of points in time in one zone, whole numbers without a
 * fraction or an exponent, the elements of an array as a list.
 */
final class JdbcValues {

    private enum Kind {
        TEXT,
        NUMBER,
        POINT_IN_TIME,
        ARRAY,
        JSON
    }

    private final ResultSet rows;
    private final ZoneId zone;
    private final String separator;
    private final Kind[] kinds;

    JdbcValues(ResultSet rows, ZoneId zone, char separator) throws SQLException {
        this.rows = rows;
        this.zone = zone;
        this.separator = String.valueOf(separator);
        ResultSetMetaData columns = rows.getMetaData();
        kinds = new Kind[columns.getColumnCount()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(columns.getColumnTypeName(i + 1));
        }
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "timestamptz" -> Kind.POINT_IN_TIME;
            case "numeric", "float4", "float8" -> Kind.NUMBER;
            case "json", "jsonb" -> Kind.JSON;
            default -> type.startsWith("_") ? Kind.ARRAY : Kind.TEXT;
        };
    }

    /** Of the row at the cursor; empty where it states nothing. */
    List<String> texts() throws SQLException {
        List<String> texts = new ArrayList<>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            String text = rows.getString(i + 1);
            texts.add(text == null ? "" : text(i, text));
        }
        return texts;
    }

    private String text(int column, String text) throws SQLException {
        return switch (kinds[column]) {
            case TEXT -> text;
            case NUMBER -> number(text);
            case JSON ->
                text.length() > 1 && text.startsWith("\"") && text.indexOf('\\') < 0
                        ? text.substring(1, text.length() - 1)
                        : text;
            case POINT_IN_TIME -> day(column, text);
            case ARRAY -> list(rows.getArray(column + 1));
        };
    }

    private static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            return number.scale() < -30 ? text : number.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** {@code infinity} and years before our era stay as they are printed: they are no days. */
    private String day(int column, String text) throws SQLException {
        OffsetDateTime time = rows.getObject(column + 1, OffsetDateTime.class);
        return text.contains("infinity") || text.endsWith("BC") || time == null
                ? text
                : time.atZoneSameInstant(zone).toLocalDate().toString();
    }

    private String list(@Nullable Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            add(array.getArray(), texts);
            array.free();
        }
        return String.join(separator, texts);
    }

    private static void add(@Nullable Object value, List<String> texts) {
        if (value instanceof Object[] elements) {
            for (Object element : elements) {
                add(element, texts);
            }
        } else if (value != null && !value.toString().isBlank()) {
            texts.add(value.toString());
        }
    }
}
