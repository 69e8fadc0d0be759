package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Texts that no rule matched, or none that is sure, as CSV: internal, for whoever tends the classification tables. */
final class UnmappedFile {

    private UnmappedFile() {}

    static void write(Writer out, List<Unmapped> unmapped) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CsvFiles.DIALECT);
        printer.printRecord("kind", "text", "count");
        for (Unmapped u : unmapped) {
            printer.printRecord(
                    SpreadsheetText.neutralised(u.kind()), SpreadsheetText.neutralised(u.text()), u.count());
        }
        printer.flush();
    }
}
