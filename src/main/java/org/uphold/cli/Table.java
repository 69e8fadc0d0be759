package org.uphold.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, aligned. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** All columns at the left. */
    List<String> lines() {
        return lines("l".repeat(rows.get(0).length));
    }

    /**
     * The table, line by line.
     *
     * @param alignment a letter a column: {@code l} or {@code r}
     */
    List<String> lines(String alignment) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blank = " ".repeat(widths[i] - row[i].length());
                boolean right = alignment.charAt(i) == 'r';
                line.append(i == 0 ? "" : "  ")
                        .append(right ? blank : "")
                        .append(row[i])
                        .append(right ? "" : blank);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
