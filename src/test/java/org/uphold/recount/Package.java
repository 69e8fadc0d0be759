package org.uphold.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables of a published folder. */
final class Package {

    static final String DICTIONARY = "data_dictionary";

    private Package() {}

    static Map<String, CsvTable> read(Path folder) throws IOException {
        Map<String, CsvTable> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                tables.put(file.getFileName().toString().replace(".csv", ""), CsvTable.read(file));
            }
        }
        return tables;
    }

    /** The name of a table of rates as {@code --by} asks for it. */
    static String rates(String table) {
        return "uphold_by_" + table.replace('*', '_');
    }

    static Set<String> names(Map<String, CsvTable> published, Map<String, Expected> expected) {
        Set<String> names = new TreeSet<>(published.keySet());
        names.addAll(expected.keySet());
        names.remove(DICTIONARY);
        return names;
    }
}
