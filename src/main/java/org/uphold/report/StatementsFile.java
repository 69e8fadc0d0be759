package org.uphold.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVPrinter;

/** Statements that lost against another path's, as CSV: internal, beside a package, never in it. Files are named by their hash only. */
final class StatementsFile {

    private StatementsFile() {}

    static void write(Writer out, InternalFiles.LostStatements statements) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CsvFiles.DIALECT);
        printer.printRecord(
                "source_sha256",
                "place",
                "decision_date",
                "lost_to_sha256",
                "lost_to_place",
                "lost_to_decision_date",
                "why",
                "contradictory");
        statements.each(statement -> print(printer, statement));
        printer.flush();
    }

    private static void print(CSVPrinter printer, LostStatement s) {
        try {
            printer.printRecord(
                    s.sourceSha256(),
                    SpreadsheetText.neutralised(s.place()),
                    s.decided(),
                    s.winnerSha256(),
                    SpreadsheetText.neutralised(s.winnerPlace()),
                    s.winnerDecided(),
                    s.why(),
                    s.contradictory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
