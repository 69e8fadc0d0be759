package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.uphold.json.Json;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

/**
 * {@code datapackage.json}: a Frictionless Data Package, readable under version 1 and 2 of the standard. It names no time,
 * so that it is the same for the same figures. {@link PackageReader} reads types and keys from it.
 */
final class DataPackage implements OutputFormat {

    static final String FILE = "datapackage.json";

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        Edition edition = content.edition();
        try (Writer out = folder.text(FILE)) {
            Json.write(
                    out,
                    Json.object(
                            "$schema",
                            "https://datapackage.org/profiles/2.0/datapackage.json",
                            "profile",
                            "tabular-data-package",
                            "name",
                            slug("uphold-" + edition.job() + "-"
                                    + edition.window().folderName()),
                            "title",
                            "Uphold rates of independent medical review, " + edition.windowInWords(),
                            "description",
                            "Counts and rates per disputed treatment, by the date of "
                                    + edition.basisInWords()
                                    + ". Suppressed cells are empty. Text that a spreadsheet would run as a"
                                    + " formula starts with an apostrophe.",
                            "version",
                            edition.codeVersion(),
                            "resources",
                            content.tables().stream()
                                    .map(t -> resource(t, folder.written(CsvFiles.fileName(t))))
                                    .toList()));
        }
    }

    private static Map<String, Object> resource(PublishedTable table, WrittenFile file) {
        return Json.object(
                "name",
                table.name(),
                "type",
                "table",
                "profile",
                "tabular-data-resource",
                "title",
                table.title(),
                "path",
                file.name(),
                "format",
                "csv",
                "mediatype",
                "text/csv",
                "encoding",
                "utf-8",
                "bytes",
                file.bytes(),
                "hash",
                "sha256:" + file.sha256(),
                "dialect",
                Json.object(
                        "delimiter",
                        ",",
                        "lineTerminator",
                        "\n",
                        "quoteChar",
                        "\"",
                        "doubleQuote",
                        true,
                        "header",
                        true),
                "schema",
                schema(table));
    }

    private static Map<String, Object> schema(PublishedTable table) {
        List<String> key =
                table.columns().stream().filter(Column::key).map(Column::name).toList();
        return Json.object(
                "fields", table.columns().stream().map(DataPackage::field).toList(),
                "primaryKey", key.isEmpty() ? null : key,
                "missingValues", List.of(""));
    }

    private static Map<String, Object> field(Column column) {
        return Json.object(
                "name", column.name(),
                "type", type(column.type()),
                "description", column.definition(),
                "formula", column.formula().isEmpty() ? null : column.formula(),
                "constraints", column.key() ? Json.object("required", true) : null);
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
        };
    }

    static ColumnType type(String word) {
        return switch (word) {
            case "integer" -> ColumnType.INTEGER;
            case "number" -> ColumnType.DECIMAL;
            case "boolean" -> ColumnType.BOOLEAN;
            default -> ColumnType.TEXT;
        };
    }

    private static String slug(String text) {
        return text.codePoints()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .map(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' ? c : '-')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
