package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import org.uphold.report.html.ReportPage;

/** {@code report.html}. */
final class ReportHtml implements OutputFormat {

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        String page = ReportPage.of(content, folder.written());
        try (Writer out = folder.text("report.html")) {
            out.write(page);
        }
    }
}
