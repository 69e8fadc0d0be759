package org.uphold.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How figures are divided, ordered and written, the same in every format. */
public final class Figures {

    /** Decimals of every published fraction. */
    public static final int DECIMALS = 6;

    /** Orders strings by code point; {@link String#compareTo} puts supplementary characters before some others. */
    public static final Comparator<String> CODE_POINT_ORDER = Figures::compareCodePoints;

    /** Orders keys by their columns, each in code-point order. */
    public static final Comparator<List<String>> KEY_ORDER = Figures::compareKeys;

    private Figures() {}

    /** A quotient of counts; null where the denominator is 0. */
    public static @Nullable Double ratio(double numerator, double denominator) {
        return denominator == 0 ? null : numerator / denominator;
    }

    /** A quotient of whole counts; null where the denominator is 0. */
    public static @Nullable Double ratio(long numerator, long denominator) {
        return ratio((double) numerator, (double) denominator);
    }

    /**
     * The characters of a value in every format: whole numbers in plain digits, fractions with six decimals rounded half up (from the
     * shortest decimal that is the same double), booleans as {@code true} and {@code false}; null is the empty text.
     *
     * @param column the value's column
     * @param value of the Java type that the column's type calls for
     * @throws IllegalArgumentException if it is of another
     */
    public static String format(Column column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (column.type()) {
            case TEXT -> cast(column, value, String.class);
            case INTEGER -> Long.toString(cast(column, value, Long.class));
            case BOOLEAN -> Boolean.toString(cast(column, value, Boolean.class));
            case DECIMAL -> decimal(cast(column, value, Double.class)).toPlainString();
        };
    }

    /** The value that is published for a fraction: six decimals, rounded half up. */
    public static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @return null for the empty text
     * @throws IllegalArgumentException if the text is no value of the column's type
     */
    public static @Nullable Object parse(ColumnType type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }

    private static <T> T cast(Column column, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("Column " + column.name() + " of type " + column.type() + " got a "
                    + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    private static int compareKeys(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareCodePoints(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareCodePoints(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int left = a.codePointAt(i);
            int right = b.codePointAt(i);
            if (left != right) {
                return Integer.compare(left, right);
            }
            i += Character.charCount(left);
        }
        return Integer.compare(a.length(), b.length());
    }

    /** A table with no more of each decimal than is written: what is drawn from it, or computed from it, knows no more than its readers. */
    public static PublishedTable rounded(PublishedTable table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>(row);
            values.replaceAll(v -> v instanceof Double d ? (Object) decimal(d).doubleValue() : v);
            rows.add(values);
        }
        return new PublishedTable(table.name(), table.title(), table.columns(), rows);
    }
}
