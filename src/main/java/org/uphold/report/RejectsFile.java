package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVPrinter;

/** Refused readings as CSV: internal, beside a package, never in it. Files are named by their hash only. */
public final class RejectsFile {

    private RejectsFile() {}

    /**
     * Writes the list; for a run that publishes nothing, the caller chooses where.
     *
     * @throws OutputException when the file cannot be written
     */
    public static void write(Path file, Iterable<Rejection> rejections) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(out, rejections);
        } catch (IOException e) {
            throw new OutputException("The list of rejects cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    static void write(Writer out, Iterable<Rejection> rejections) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CsvFiles.DIALECT);
        printer.printRecord("source_sha256", "place", "code", "message", "record_sha256");
        for (Rejection r : rejections) {
            printer.printRecord(
                    r.sourceSha256(),
                    SpreadsheetText.neutralised(r.place()),
                    SpreadsheetText.neutralised(r.code()),
                    SpreadsheetText.neutralised(r.message()),
                    r.recordSha256());
        }
        printer.flush();
    }
}
