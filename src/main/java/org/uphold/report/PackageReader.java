package org.uphold.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.json.Json;
import org.uphold.json.JsonFile;
import org.uphold.json.JsonValue;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

/** Reads a published package back: its tables as they were published, and whether its files are what its manifest says. */
public final class PackageReader {

    /**
     * A file that is not what the manifest says.
     *
     * @param file within the package
     * @param problem one phrase
     */
    public record Mismatch(String file, String problem) {}

    /**
     * The tables in published order, types and keys from {@code datapackage.json}.
     *
     * @throws IOException when a file is missing or is not what it should be
     */
    public List<PublishedTable> tables(Path folder) throws IOException {
        List<PublishedTable> tables = new ArrayList<>();
        for (JsonValue resource : JsonFile.read(folder.resolve(DataPackage.FILE))
                .path("resources")
                .elements()) {
            List<Column> columns = columns(resource.path("schema"));
            Path file = member(folder, resource.path("path").text(""));
            tables.add(new PublishedTable(
                    resource.path("name").text(""), resource.path("title").text(""), columns, rows(file, columns)));
        }
        return tables;
    }

    /** Number of the run that published it, as it was written. */
    public String run(Path folder) throws IOException {
        return ManifestFile.head(folder).path("run").path("id").text("");
    }

    /** The summary's figures as they were published, as a JSON object; suppressed ones are left out. */
    public String headline(Path folder) throws IOException {
        return Json.line(ManifestFile.head(folder).path("headline").fields());
    }

    /** Name of the disclosure profile that a package was published under. */
    public String disclosure(Path folder) throws IOException {
        return ManifestFile.head(folder).path("disclosure").text("none");
    }

    /** The window that a package is about. */
    public DateRange window(Path folder) throws IOException {
        JsonValue window = ManifestFile.head(folder).path("window");
        return new DateRange(
                day(window.path("from").text()), day(window.path("to_exclusive").text()));
    }

    /** Word for the date that places a letter in time. */
    public String basis(Path folder) throws IOException {
        return ManifestFile.head(folder).path("basis").text("");
    }

    private static @Nullable LocalDate day(@Nullable String text) throws IOException {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IOException(
                    ManifestFile.FILE + ": '" + text + "' is no day; an ISO date is expected, or none", e);
        }
    }

    /**
     * Where a package came from.
     *
     * @param run id of the run that made it
     * @param window name of its window
     * @param settings hash of the settings that shaped it
     */
    public record Origin(String run, String store, String window, String settings) {}

    /** What the manifest says of the run that made a package. */
    public Origin origin(Path folder) throws IOException {
        JsonValue manifest = ManifestFile.head(folder);
        return new Origin(
                manifest.path("run").path("id").text(""),
                manifest.path("run").path("store").text(""),
                manifest.path("window").path("folder").text(""),
                manifest.path("settings_sha256").text(""));
    }

    /**
     * An input that something was refused of.
     *
     * @param sha256 of its bytes
     * @param kind what it was read as
     */
    public record Refused(String sha256, String kind) {}

    /**
     * Inputs whose refused readings are listed beside a package, or beside one before it; none where there is no such list.
     *
     * @throws IOException when there is no readable manifest
     */
    public Set<Refused> refused(Path folder) throws IOException {
        Set<Refused> refused = new HashSet<>();
        if (Files.exists(Shelf.beside(folder, Shelf.REJECTS))) {
            InputsFile.each(folder, input -> {
                if (input.path("counts").path("rejected").number(0) > 0) {
                    refused.add(new Refused(
                            input.path("sha256").text(""), input.path("kind").text("")));
                }
            });
        }
        return refused;
    }

    /**
     * What differs from {@code manifest.json}, by file name; empty when all is as published.
     *
     * @throws IOException when there is no readable manifest
     */
    public List<Mismatch> mismatches(Path folder) throws IOException {
        TreeMap<String, Mismatch> found = new TreeMap<>();
        Set<String> known = new HashSet<>(Set.of(ManifestFile.FILE));
        for (JsonValue output :
                ManifestFile.withoutInputs(folder).path("outputs").elements()) {
            String name = output.path("file").text("");
            known.add(name);
            String problem = compare(member(folder, name), output);
            if (problem != null) {
                found.put(name, new Mismatch(name, problem));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString())
                    .filter(name -> !known.contains(name))
                    .forEach(name -> found.put(name, new Mismatch(name, "is not in the manifest")));
        }
        return List.copyOf(found.values());
    }

    private static @Nullable String compare(Path file, JsonValue output) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "is missing";
        }
        if (Files.size(file) != output.path("bytes").number(-1)) {
            return "has " + Files.size(file) + " bytes, not "
                    + output.path("bytes").number(-1);
        }
        return Sha256.ofFile(file).equals(output.path("sha256").text("")) ? null : "has another SHA-256";
    }

    /** A package from elsewhere may name anything; only files right in it are read. */
    private static Path member(Path folder, String name) throws IOException {
        if (!name.matches("[A-Za-z0-9_.-]+") || name.startsWith(".")) {
            throw new IOException("'" + name + "' is no name of a file in a package");
        }
        return folder.resolve(name);
    }

    private static List<Column> columns(JsonValue schema) {
        Set<String> key = new HashSet<>();
        schema.path("primaryKey").elements().forEach(name -> key.add(name.text("")));
        List<Column> columns = new ArrayList<>();
        for (JsonValue field : schema.path("fields").elements()) {
            String name = field.path("name").text("");
            columns.add(new Column(
                    name,
                    DataPackage.type(field.path("type").text("")),
                    key.contains(name),
                    field.path("description").text(""),
                    field.path("formula").text("")));
        }
        return columns;
    }

    private static List<List<@Nullable Object>> rows(Path file, List<Column> columns) throws IOException {
        CSVFormat format = CsvFiles.DIALECT;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(in)) {
            List<String> names = columns.stream().map(Column::name).toList();
            boolean header = true;
            for (CSVRecord row : parser) {
                if (header && !row.toList().equals(names) || row.size() != columns.size()) {
                    throw new IOException(file.getFileName() + ", row " + row.getRecordNumber()
                            + ", has other columns than " + DataPackage.FILE + " says");
                }
                if (!header) {
                    rows.add(values(file, row, columns));
                }
                header = false;
            }
        }
        return rows;
    }

    private static List<@Nullable Object> values(Path file, CSVRecord row, List<Column> columns) throws IOException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            try {
                values.add(value(row.get(i), columns.get(i).type()));
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        file.getFileName() + ", row " + row.getRecordNumber() + ", "
                                + columns.get(i).name() + ": '" + row.get(i) + "' cannot be read",
                        e);
            }
        }
        return values;
    }

    private static @Nullable Object value(String cell, ColumnType type) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT -> SpreadsheetText.restored(cell);
            case INTEGER -> Long.valueOf(cell);
            case DECIMAL -> Double.valueOf(cell);
            case BOOLEAN ->
                switch (cell) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(cell);
                };
        };
    }
}
