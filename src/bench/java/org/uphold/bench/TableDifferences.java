package org.uphold.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Whether a peer's tables say what ours do: items, cases and upheld of every row, and the interval to six decimals. Texts
 * that ours reads in spite of a slip of the pen are Unclassified to a peer, so tables of services may differ by as many items
 * as that, and only from Unclassified to the others; nothing else may differ.
 */
final class TableDifferences {

    private static final List<String> EXACT = List.of(
            "uphold_by_guideline_source",
            "uphold_by_guideline",
            "uphold_by_specialty",
            "uphold_by_primary_guideline",
            "uphold_by_primary_specialty",
            "uphold_by_guideline_source_specialty",
            "uphold_by_month",
            "uphold_by_year",
            "guideline_concordance");
    private static final List<String> SPELLED = List.of("uphold_by_service_category", "uphold_by_service");

    private TableDifferences() {}

    /** Differences that must not be, one a line. */
    static List<String> between(Path ours, Path theirs, Map<String, Long> spelled) throws IOException {
        List<String> differences = new ArrayList<>();
        for (String name : EXACT) {
            Map<String, double[]> a = rows(ours.resolve(name + ".csv"));
            Map<String, double[]> b = rows(theirs.resolve(name + ".csv"));
            if (!a.keySet().equals(b.keySet())) {
                differences.add(name + ": other rows");
            } else {
                a.forEach((key, row) -> {
                    if (!same(row, b.get(key))) {
                        differences.add(
                                name + " " + key + ": " + Arrays.toString(row) + " and " + Arrays.toString(b.get(key)));
                    }
                });
            }
        }
        for (String name : SPELLED) {
            Map<String, double[]> a = rows(ours.resolve(name + ".csv"));
            Map<String, double[]> b = rows(theirs.resolve(name + ".csv"));
            long total = spelled.entrySet().stream()
                    .filter(e -> !e.getKey().contains("|"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            a.forEach((key, row) -> {
                long expected =
                        (long) row[0] + (key.startsWith("Unclassified") ? total : -spelled.getOrDefault(key, 0L));
                long found = b.containsKey(key) ? (long) b.get(key)[0] : 0;
                if (found != expected) {
                    differences.add(name + " " + key + ": " + found + " items where " + expected + " were expected");
                }
            });
        }
        return differences;
    }

    private static boolean same(double[] a, double[] b) {
        return a[0] == b[0]
                && a[1] == b[1]
                && a[2] == b[2]
                && Math.abs(a[3] - b[3]) < 1.5e-6
                && Math.abs(a[4] - b[4]) < 1.5e-6;
    }

    private static Map<String, double[]> rows(Path file) throws IOException {
        Map<String, double[]> rows = new TreeMap<>();
        try (Reader in = Files.newBufferedReader(file)) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                List<String> key = new ArrayList<>();
                for (String column : row.getParser().getHeaderNames()) {
                    if (column.equals("items")) {
                        break;
                    }
                    key.add(row.get(column));
                }
                rows.put(String.join("|", key), new double[] {
                    number(row, "items"),
                    number(row, "cases"),
                    number(row, "upheld"),
                    number(row, "ci95_lower"),
                    number(row, "ci95_upper")
                });
            }
        }
        return rows;
    }

    private static double number(CSVRecord row, String column) {
        String value = row.isMapped(column) ? row.get(column) : "";
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
