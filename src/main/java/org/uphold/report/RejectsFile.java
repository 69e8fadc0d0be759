package org.uphold.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVPrinter;

/** Refused readings as CSV: internal, beside a package, never in it. Files are named by their hash only. */
final class RejectsFile {

    private RejectsFile() {}

    static void write(Writer out, InternalFiles.Rejections rejections) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CsvFiles.DIALECT);
        printer.printRecord("source_sha256", "place", "code", "message", "record_sha256");
        rejections.each(rejection -> print(printer, rejection));
        printer.flush();
    }

    private static void print(CSVPrinter printer, Rejection r) {
        try {
            printer.printRecord(
                    r.sourceSha256(),
                    SpreadsheetText.neutralised(r.place()),
                    SpreadsheetText.neutralised(r.code()),
                    SpreadsheetText.neutralised(r.message()),
                    r.recordSha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
