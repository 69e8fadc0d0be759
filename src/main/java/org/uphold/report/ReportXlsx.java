package org.uphold.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.uphold.report.xlsx.Spreadsheet;
import org.uphold.report.xlsx.TimelessZip;

/** {@code report.xlsx}. */
final class ReportXlsx implements OutputFormat {

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        Path scratch = folder.scratch("report.xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(scratch)) {
                Spreadsheet.write(content, out);
            }
            try (OutputStream out = folder.bytes("report.xlsx")) {
                TimelessZip.copy(scratch, out);
            }
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
