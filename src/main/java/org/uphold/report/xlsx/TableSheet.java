package org.uphold.report.xlsx;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

/** One table as a real Excel table: header frozen, filters on, formats by column. */
final class TableSheet {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int WIDEST = 48;

    private TableSheet() {}

    static void write(Worksheet sheet, PublishedTable table) throws IOException {
        int columns = table.columns().size();
        int keys = (int) table.columns().stream().filter(Column::key).count();
        sheet.freezePane(keys, 1);
        for (int i = 0; i < columns; i++) {
            Column column = table.columns().get(i);
            sheet.width(i, width(table, i));
            sheet.value(0, i, column.name());
            sheet.style(0, i).bold().wrapText(true).verticalAlignment("top").set();
        }
        int count = table.rows().size();
        if (count > 0) {
            // Excel knows no table without rows.
            sheet.range(0, 0, count, columns - 1)
                    .createTable(table.columns().stream().map(Column::name).toArray(String[]::new))
                    .setName(table.name())
                    .setDisplayName(table.name())
                    .styleInfo()
                    .setStyleName("TableStyleLight1");
        }
        int annotation = table.indexOf("annotation");
        for (int r = 0; r < count; r++) {
            row(sheet, r + 1, table, table.rows().get(r), annotation);
            if (r % ROWS_IN_MEMORY == ROWS_IN_MEMORY - 1) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void row(Worksheet sheet, int at, PublishedTable table, List<@Nullable Object> row, int annotation) {
        boolean suppressed = annotation >= 0 && row.get(annotation) != null;
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            Cells.write(sheet, at, i, column, row.get(i), suppressed && column.type() != ColumnType.TEXT);
            if (column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL) {
                sheet.style(at, i)
                        .format(Cells.format(column))
                        .horizontalAlignment("right")
                        .set();
            }
        }
    }

    /** Wide enough for the longest text of the column, within reason. */
    private static double width(PublishedTable table, int column) {
        Column c = table.columns().get(column);
        int longest = Math.min(16, c.name().length() + 3);
        if (c.type() == ColumnType.TEXT) {
            for (List<@Nullable Object> row : table.rows()) {
                if (row.get(column) instanceof String text) {
                    longest = Math.max(longest, text.length() + 1);
                }
            }
        }
        return Math.min(WIDEST, Math.max(9, longest));
    }
}
