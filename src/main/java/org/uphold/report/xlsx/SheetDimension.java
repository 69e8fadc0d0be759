package org.uphold.report.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The range of cells that a sheet says it holds. The library that writes it says {@code A1} whatever is in it, and a reader that
 * goes by it (openpyxl when it streams, for one) sees a single cell.
 */
final class SheetDimension {

    private static final byte[] WRITTEN = "<dimension ref=\"A1\"/>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CELL = "<c r=\"".getBytes(StandardCharsets.US_ASCII);

    private int columns;
    private int rows;

    private SheetDimension() {}

    /** Whether the part of a workbook is a sheet. */
    static boolean isSheet(String name) {
        return name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    }

    /** Reads a sheet to its end; closes nothing. */
    static SheetDimension of(InputStream sheet) throws IOException {
        SheetDimension dimension = new SheetDimension();
        InputStream in = new BufferedInputStream(sheet, 1 << 16);
        int matched = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            matched = b == CELL[matched] ? matched + 1 : b == CELL[0] ? 1 : 0;
            if (matched == CELL.length) {
                dimension.cell(in);
                matched = 0;
            }
        }
        return dimension;
    }

    private void cell(InputStream in) throws IOException {
        int column = 0;
        int row = 0;
        for (int b = in.read(); b > 0 && b != '"'; b = in.read()) {
            if (b >= 'A') {
                column = column * 26 + b - 'A' + 1;
            } else {
                row = row * 10 + b - '0';
            }
        }
        columns = Math.max(columns, column);
        rows = Math.max(rows, row);
    }

    /** Copies the sheet with this dimension in place of the one it states; closes nothing. */
    void copy(InputStream sheet, OutputStream out) throws IOException {
        // Before the first row, so always among the first bytes.
        byte[] head = sheet.readNBytes(1 << 12);
        int at = indexOf(head);
        if (at < 0) {
            out.write(head);
        } else {
            out.write(head, 0, at);
            out.write(("<dimension ref=\"" + this + "\"/>").getBytes(StandardCharsets.US_ASCII));
            out.write(head, at + WRITTEN.length, head.length - at - WRITTEN.length);
        }
        sheet.transferTo(out);
    }

    private static int indexOf(byte[] head) {
        for (int at = 0; at + WRITTEN.length <= head.length; at++) {
            if (Arrays.equals(head, at, at + WRITTEN.length, WRITTEN, 0, WRITTEN.length)) {
                return at;
            }
        }
        return -1;
    }

    /** As a workbook writes it: {@code A1:D5}; {@code A1} for a sheet without cells. */
    @Override
    public String toString() {
        return columns <= 1 && rows <= 1 ? "A1" : "A1:" + letters(columns) + rows;
    }

    private static String letters(int column) {
        int rest = (column - 1) / 26;
        char last = (char) ('A' + (column - 1) % 26);
        return rest == 0 ? String.valueOf(last) : letters(rest) + last;
    }
}
