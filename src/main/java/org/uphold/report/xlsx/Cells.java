package org.uphold.report.xlsx;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;

/** How values of a column are written and look. */
final class Cells {

    static final String SUPPRESSED = "[c]";
    static final String NOTHING = "[z]";

    private Cells() {}

    static void write(Worksheet sheet, int row, int at, Column column, @Nullable Object value, boolean suppressed) {
        if (value instanceof String text) {
            sheet.inlineString(row, at, text);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, at, flag);
        } else if (value instanceof Double number) {
            sheet.value(row, at, Figures.decimal(number));
        } else if (value instanceof Number number) {
            sheet.value(row, at, number);
        } else if (suppressed) {
            sheet.value(row, at, SUPPRESSED);
        } else if (column.type() != ColumnType.TEXT) {
            sheet.value(row, at, NOTHING);
        }
    }

    static String format(Column column) {
        if (column.type() == ColumnType.INTEGER) {
            return column.name().equals("year") ? "0" : "#,##0";
        }
        if (column.type() != ColumnType.DECIMAL) {
            return "General";
        }
        String name = column.name();
        boolean share = name.endsWith("_rate")
                || name.startsWith("rate_")
                || name.startsWith("share_")
                || name.contains("ci9")
                || name.matches("funnel_.s_(lower|upper)");
        return share ? "0.0%" : name.endsWith("_days") ? "0.0" : "0.000";
    }
}
