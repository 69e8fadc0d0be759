package org.uphold.csv;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.jspecify.annotations.Nullable;

/** What a cell shows, as text: dates as ISO days, numbers in full, those with leading zeros with them, formulas as last computed. */
final class CellText {

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!");

    private CellText() {}

    /** Empty where the cell holds nothing, an error, or a formula that was never computed. */
    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null || ERRORS.contains(text) ? "" : text;
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            try {
                return cell.asDate().toString();
            } catch (ExcelReaderException | java.time.DateTimeException e) {
                // No day has this number; a reader of dates says so.
                return number.toPlainString();
            }
        }
        String zeros = format == null ? null : NumberPattern.shown(format, number);
        return zeros == null ? number.stripTrailingZeros().toPlainString() : zeros;
    }

    private static boolean isDate(String format) {
        String letters =
                format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return !letters.equals("general") && (letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0);
    }
}
