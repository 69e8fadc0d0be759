package org.uphold.classification;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table: UTF-8 with or without BOM, RFC 4180, a header; a line whose first cell begins with {@code #} is a remark. */
final class TableReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private TableReader() {}

    /** The header and the rows behind it. */
    record Table(String name, List<String> header, List<TableRow> rows) {}

    static Table read(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        List<TableRow> rows = new ArrayList<>();
        List<String> header = List.of();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            long line = 1;
            for (CSVRecord cells : parser) {
                long next = parser.getCurrentLineNumber() + 1;
                if (!cells.get(0).strip().startsWith("#")) {
                    if (header.isEmpty()) {
                        header = List.copyOf(
                                cells.toList().stream().map(String::strip).toList());
                    } else {
                        rows.add(row(name, line, header, cells));
                    }
                }
                line = next;
            }
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new InvalidTableException(name, 0, "is no readable CSV: " + e.getMessage());
        }
        if (header.isEmpty()) {
            throw new InvalidTableException(name, 1, "has no header");
        }
        return new Table(name, header, rows);
    }

    private static TableRow row(String name, long line, List<String> header, CSVRecord cells) {
        if (cells.size() != header.size()) {
            throw new InvalidTableException(
                    name, line, "has " + cells.size() + " cells where the header has " + header.size());
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), cells.get(i));
        }
        return new TableRow(name, line, Map.copyOf(byColumn));
    }
}
