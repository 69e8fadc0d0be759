package org.uphold.csv;

import org.dhatim.fastexcel.reader.CellAddress;

/**
 * Cells that a sheet shows as one, with the value of the first.
 *
 * @param firstRow first row, counted from 1
 * @param lastRow last row
 * @param firstColumn first column, counted from 0
 * @param lastColumn last column
 */
record MergedRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    /** @param range such as {@code B2:B5} */
    static MergedRange of(String range) {
        int colon = range.indexOf(':');
        CellAddress from = new CellAddress(range.substring(0, colon));
        CellAddress to = new CellAddress(range.substring(colon + 1));
        return new MergedRange(from.getRow() + 1, to.getRow() + 1, from.getColumn(), to.getColumn());
    }

    boolean holds(int row) {
        return firstRow <= row && row <= lastRow;
    }
}
