package org.uphold.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tables are up to date, asked with one query: Flyway would find the same and take a third of a second for it.
 * Anything but a full match of its log book with the scripts in this program, checksums included, is left to Flyway.
 */
final class Migrations {

    private static final String FOLDER = "db/migration";

    private Migrations() {}

    /** Whether every script of this program, and no other, was applied as it stands. */
    static boolean areApplied(Connection connection) throws SQLException {
        Map<String, Integer> applied = applied(connection);
        return applied != null && applied.equals(scripts());
    }

    private static @Nullable Map<String, Integer> applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("select to_regclass('uphold.flyway_schema_history')")) {
                if (!there.next() || there.getString(1) == null) {
                    return null;
                }
            }
            Map<String, Integer> applied = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(
                    "select script, checksum, success, type from uphold.flyway_schema_history")) {
                while (rows.next()) {
                    String type = rows.getString(4);
                    if (type.equals("SCHEMA")) {
                        continue;
                    }
                    if (!type.equals("SQL") || !rows.getBoolean(3)) {
                        return null;
                    }
                    applied.put(rows.getString(1), rows.getInt(2));
                }
            }
            return applied;
        }
    }

    /** The scripts of this program, each with the checksum that Flyway writes down for it. */
    static Map<String, Integer> scripts() {
        URL folder = Migrations.class.getClassLoader().getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("The migrations are missing from the program");
        }
        try {
            Map<String, Integer> scripts = new TreeMap<>();
            for (String name : names(folder)) {
                try (InputStream script = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + '/' + name)) {
                    if (script != null) {
                        scripts.put(name, checksum(script));
                    }
                }
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations cannot be read", e);
        }
    }

    private static List<String> names(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            String prefix = FOLDER + '/';
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".sql"))
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(java.net.URI.create(folder.toString())))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
        }
    }

    /** Over the lines without their ends, so that a checkout with other line ends is the same script. */
    private static int checksum(InputStream script) throws IOException {
        CRC32 crc = new CRC32();
        BufferedReader lines = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            crc.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return (int) crc.getValue();
    }
}
