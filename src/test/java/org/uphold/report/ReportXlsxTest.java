package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.aggregate.Column;
import org.uphold.aggregate.ColumnType;
import org.uphold.aggregate.Figures;
import org.uphold.aggregate.PublishedTable;

class ReportXlsxTest {

    @TempDir
    Path out;

    private Path write(PackageContent content) throws IOException {
        new ReportXlsx().write(content, new OutputFolder(out));
        return out.resolve("report.xlsx");
    }

    @Test
    void sheets_hold_the_published_figures() throws IOException {
        PackageContent content = InventedWindow.content(60, 3, 30, 10);
        Map<String, List<List<String>>> sheets = read(write(content), content);
        for (PublishedTable table : content.tables()) {
            List<List<String>> published = new ArrayList<>();
            table.rows().forEach(row -> {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    texts.add(Figures.format(table.columns().get(i), row.get(i)));
                }
                published.add(texts);
            });
            assertThat(sheets.get(table.name())).as(table.name()).isEqualTo(published);
        }
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
                        .contains("1980-01-01T00:00:00Z")
                        .doesNotContain("202");
            }
        }
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);
        assertThat(write(SmallPackage.content())).hasBinaryContent(first);
        assertThat(Folders.everything(out)).containsExactly("report.xlsx");
    }

    private static Map<String, List<List<String>>> read(Path file, PackageContent content) throws IOException {
        Map<String, List<List<String>>> sheets = new HashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            List<Sheet> all = book.getSheets().toList();
            for (int i = 0; i < content.tables().size(); i++) {
                PublishedTable table = content.tables().get(i);
                List<List<String>> rows = new ArrayList<>();
                for (Row row : all.get(i + 2).read().subList(1, table.rows().size() + 1)) {
                    List<String> texts = new ArrayList<>();
                    for (int c = 0; c < table.columns().size(); c++) {
                        texts.add(text(
                                row.getOptionalCell(c).orElse(null),
                                table.columns().get(c)));
                    }
                    rows.add(texts);
                }
                sheets.put(table.name(), rows);
            }
        }
        return sheets;
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell, Column column) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            return column.type() == ColumnType.DECIMAL ? number.setScale(6).toPlainString() : number.toPlainString();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.toString(cell.asBoolean());
        }
        String text = cell.getText();
        return text.equals("[z]") ? "" : text;
    }
}
