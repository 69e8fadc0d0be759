package org.uphold.report;

/** Text cells of files that a spreadsheet may open. */
final class SpreadsheetText {

    /** What spreadsheets take for the start of a formula; the wide forms are what some of them fold to it. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /**
     * Text that a spreadsheet would run as a formula gets an apostrophe in front, which it takes for "this is text". Text
     * that already looks so gets one more, so that {@link #restored} gives back exactly what was.
     */
    static String neutralised(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    /** What {@link #neutralised} was made from. */
    static String restored(String cell) {
        return cell.startsWith("'") && startsFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean startsFormula(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && FORMULA_STARTS.indexOf(text.charAt(i)) >= 0;
    }
}
