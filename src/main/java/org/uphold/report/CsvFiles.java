package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** One CSV file a table: RFC 4180, UTF-8, LF, header first, quotes only where needed, empty for null. */
final class CsvFiles implements OutputFormat {

    static final CSVFormat DIALECT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        write(content.tables(), folder);
    }

    static void write(List<PublishedTable> tables, OutputFolder folder) throws IOException {
        for (PublishedTable table : tables) {
            try (Writer out = folder.text(fileName(table));
                    CSVPrinter printer = new CSVPrinter(out, DIALECT)) {
                printer.printRecord(table.columns().stream().map(Column::name).toList());
                for (List<@Nullable Object> row : table.rows()) {
                    printer.printRecord(cells(table, row));
                }
            }
        }
    }

    static String fileName(PublishedTable table) {
        return table.name() + ".csv";
    }

    private static List<String> cells(PublishedTable table, List<@Nullable Object> row) {
        List<String> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            String text = Figures.format(column, row.get(i));
            cells.add(column.type() == ColumnType.TEXT ? SpreadsheetText.neutralised(text) : text);
        }
        return cells;
    }
}
