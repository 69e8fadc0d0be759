package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.uphold.json.Json;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

/** {@code csv-metadata.json}: the CSV files described as W3C's "CSV on the Web" wants it, under the name it looks for. */
final class CsvwMetadata implements OutputFormat {

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        try (Writer out = folder.text("csv-metadata.json")) {
            Json.write(
                    out,
                    Json.object(
                            "@context", List.of("http://www.w3.org/ns/csvw", Json.object("@language", "en")),
                            "dc:title",
                                    "Uphold rates of independent medical review, "
                                            + content.edition().windowInWords(),
                            "dialect", Json.object("encoding", "utf-8", "lineTerminators", List.of("\n")),
                            "tables",
                                    content.tables().stream()
                                            .map(CsvwMetadata::table)
                                            .toList()));
        }
    }

    private static Map<String, Object> table(PublishedTable table) {
        List<String> key =
                table.columns().stream().filter(Column::key).map(Column::name).toList();
        return Json.object(
                "url", CsvFiles.fileName(table),
                "dc:title", table.title(),
                "tableSchema",
                        Json.object(
                                "columns",
                                table.columns().stream()
                                        .map(CsvwMetadata::column)
                                        .toList(),
                                "primaryKey",
                                key.isEmpty() ? null : key));
    }

    private static Map<String, Object> column(Column column) {
        return Json.object(
                "name", column.name(),
                "titles", column.name(),
                "dc:description", column.definition(),
                "datatype", type(column.type()),
                "required", column.key() ? true : null);
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case BOOLEAN -> "boolean";
        };
    }
}
