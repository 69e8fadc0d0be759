package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
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

    @Test
    void every_sheet_states_how_far_its_cells_reach() throws IOException {
        try (ZipFile zip = new ZipFile(write(SmallPackage.content()).toFile())) {
            List<String> dimensions = new ArrayList<>();
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (part.getName().startsWith("xl/worksheets/sheet")) {
                    String sheet = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    dimensions.add(between(sheet, "<dimension ref=\"", "\""));
                    String lastRow = sheet.substring(sheet.lastIndexOf("<row "));
                    String lastCell = lastRow.substring(lastRow.lastIndexOf("<c r="));
                    assertThat(dimensions.get(dimensions.size() - 1))
                            .endsWith(between(lastCell, "<c r=\"", "\"").replaceAll("[A-Z]+", ""));
                }
            }
            assertThat(dimensions).hasSize(5).allMatch(d -> d.matches("A1:[A-Z]+[0-9]+"));
        }
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
