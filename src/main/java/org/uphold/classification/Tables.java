package org.uphold.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables by id, ours first, then a user's over them. A user's file says by its header which table it
 * extends; a row with an id of ours takes its place, and one whose other cells are all empty takes ours away.
 */
final class Tables {

    static final List<String> NAMES = List.of(
            "categories",
            "words",
            "services",
            "drugs",
            "bodyparts",
            "guidelines",
            "specialties",
            "states",
            "crosswalk");

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, Map<String, TableRow>> rows = new LinkedHashMap<>();
    private final MessageDigest content = sha256();
    private final String release;

    private Tables(String release) {
        this.release = release;
    }

    static Tables load(List<Path> userTables) {
        Tables tables = new Tables(release());
        for (String name : NAMES) {
            byte[] bytes = resource(name + ".csv");
            TableReader.Table table = TableReader.read(name + ".csv", bytes);
            tables.headers.put(name, table.header());
            tables.rows.put(name, new LinkedHashMap<>());
            for (TableRow row : table.rows()) {
                if (tables.of(name).put(row.required("id"), row) != null) {
                    throw row.error("the id " + row.required("id") + " stands twice");
                }
            }
            tables.add(name, bytes);
        }
        for (Path path : userTables) {
            tables.extend(path);
        }
        return tables;
    }

    /** The {@link #version} of the built-in tables, without reading a row of them. */
    static String builtInVersion() {
        Tables unread = new Tables(release());
        for (String name : NAMES) {
            unread.add(name, resource(name + ".csv"));
        }
        return unread.version();
    }

    List<TableRow> rows(String name) {
        return List.copyOf(of(name).values());
    }

    /** Release of the built-in tables and a hash over the content of all. */
    String version() {
        byte[] digest;
        try {
            digest = ((MessageDigest) content.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Every JVM's SHA-256 can be cloned", e);
        }
        return release + "+" + HexFormat.of().formatHex(digest, 0, 6);
    }

    private void extend(Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InvalidTableException(path.toString(), 0, "cannot be read: " + e.getMessage());
        }
        TableReader.Table table = TableReader.read(path.toString(), bytes);
        String name = named(table);
        if (name == null) {
            throw new InvalidTableException(
                    path.toString(), 1, "its header is that of none of the tables " + String.join(", ", NAMES));
        }
        for (TableRow row : table.rows()) {
            String id = row.required("id");
            boolean takenAway = row.cells().entrySet().stream()
                    .allMatch(cell ->
                            cell.getKey().equals("id") || cell.getValue().isBlank());
            if (!takenAway) {
                of(name).put(id, row);
            } else if (of(name).remove(id) == null) {
                throw row.error("takes away the row " + id + ", which there is not");
            }
        }
        add(name, bytes);
    }

    /** The table with these columns; those that only explain, example and remark, may be left out. */
    private @Nullable String named(TableReader.Table table) {
        for (Map.Entry<String, List<String>> known : headers.entrySet()) {
            List<String> needed = new ArrayList<>(known.getValue());
            needed.removeAll(List.of("example", "counter_example", "remark"));
            if (known.getValue().containsAll(table.header()) && table.header().containsAll(needed)) {
                return known.getKey();
            }
        }
        return null;
    }

    private Map<String, TableRow> of(String name) {
        Map<String, TableRow> table = rows.get(name);
        if (table == null) {
            throw new IllegalArgumentException("No table " + name);
        }
        return table;
    }

    private void add(String name, byte[] bytes) {
        content.update((name + ' ' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
        content.update(bytes);
    }

    private static String release() {
        return new String(resource("version.txt"), StandardCharsets.UTF_8).strip();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Tables.class.getResourceAsStream("/taxonomy/" + name)) {
            if (in == null) {
                throw new InvalidTableException(name, 0, "is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
