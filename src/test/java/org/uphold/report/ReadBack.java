package org.uphold.report;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** The rows of a table as every kind of file holds them, each figure as it is published in CSV. */
final class ReadBack {

    private ReadBack() {}

    static List<List<String>> published(PublishedTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                texts.add(Figures.format(table.columns().get(i), row.get(i)));
            }
            rows.add(texts);
        }
        return rows;
    }

    /** From a database that load.sql was run in; SQLite keeps fractions as doubles. */
    static List<List<String>> database(Statement statement, PublishedTable table) throws SQLException {
        String columns = String.join(
                ", ", table.columns().stream().map(c -> '"' + c.name() + '"').toList());
        List<List<String>> loaded = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM \"" + table.name() + '"')) {
            while (rows.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 1; i <= table.columns().size(); i++) {
                    texts.add(text(rows, i, table.columns().get(i - 1).type()));
                }
                loaded.add(texts);
            }
        }
        return loaded;
    }

    private static String text(ResultSet row, int i, ColumnType type) throws SQLException {
        if (row.getObject(i) == null) {
            return "";
        }
        return switch (type) {
            case TEXT -> String.valueOf(row.getString(i));
            case INTEGER -> Long.toString(row.getLong(i));
            case BOOLEAN -> Boolean.toString(row.getBoolean(i));
            case DECIMAL -> six(row.getDouble(i));
        };
    }

    static String six(double number) {
        return BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    /** From report.xlsx: two sheets for people, then one a table. */
    static Map<String, List<List<String>>> workbook(Path file, List<PublishedTable> tables) throws IOException {
        Map<String, List<List<String>>> sheets = new HashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            List<Sheet> all = book.getSheets().toList();
            for (int i = 0; i < tables.size(); i++) {
                PublishedTable table = tables.get(i);
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

    private static String text(@Nullable Cell cell, Column column) {
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
        // Shorthand of spreadsheets for statistics: nothing to show, and not shown.
        return text.equals("[z]") || text.equals("[c]") ? "" : text;
    }

    static List<List<String>> parquet(Path file, PublishedTable table) throws IOException {
        try (Stream<Map<String, Object>> rows =
                ParquetReader.streamContent(file.toFile(), new Cells(), path -> path[0])) {
            return rows.map(row -> table.columns().stream()
                            .map(column -> Figures.format(column, row.get(column.name())))
                            .toList())
                    .toList();
        }
    }

    private static final class Cells implements Hydrator<Map<String, Object>, Map<String, Object>, String> {

        @Override
        public Map<String, Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String column, Object value) {
            row.put(column, value);
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
