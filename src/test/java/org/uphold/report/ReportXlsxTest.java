package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportXlsxTest {

    @TempDir
    Path out;

    private Path write(PackageContent content) throws IOException {
        new ReportXlsx().write(content, new OutputFolder(out));
        return out.resolve("report.xlsx");
    }

    @Test
    void the_bytes_are_the_same_in_every_time_zone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            byte[] here = Files.readAllBytes(write(SmallPackage.content()));
            Files.delete(out.resolve("report.xlsx"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(write(SmallPackage.content())).hasBinaryContent(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void hidden_rows_say_so_by_a_mark_that_the_notes_explain() throws IOException {
        Path file = write(SmallPackage.content());
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = book.findSheet("by_service_category").orElseThrow().read();
            assertThat(rows.get(2).getCellText(0)).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(rows.get(2).getCell(0).getFormula()).isNull();
            assertThat(rows.get(5).getCellText(1)).isEqualTo("[c]");
            List<Row> notes = book.findSheet("Notes").orElseThrow().read();
            assertThat(notes).anySatisfy(row -> assertThat(row.getCellText(0)).isEqualTo("[c]"));
        }
    }

    @Test
    void tables_are_excel_tables_and_no_time_is_in_the_file() throws IOException {
        Path file = write(SmallPackage.content());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().filter(e -> e.getName().startsWith("xl/tables/")))
                    .hasSize(3);
            assertThat(zip.stream())
                    .allSatisfy(e -> assertThat(e.getTimeLocal()).hasYear(1980));
            try (InputStream core = zip.getInputStream(zip.getEntry("docProps/core.xml"))) {
                assertThat(new String(core.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("1980-02-01T00:00:00Z")
                        .doesNotContain("202");
            }
        }
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);
        assertThat(write(SmallPackage.content())).hasBinaryContent(first);
        assertThat(Folders.everything(out)).containsExactly("report.xlsx");
    }
}
