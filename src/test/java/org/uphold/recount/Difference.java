package org.uphold.recount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A published table beside the recounted one, cell by cell.
 *
 * @param cells how many were compared
 * @param differences table, row, column, and what stands on either side
 */
record Difference(int cells, List<String> differences) {

    /** Half a unit of the last digit that is printed, and what doubles lose. */
    private static final double TOLERANCE = 0.5e-6 + 1e-9;

    static Difference of(String name, CsvTable published, Expected expected) {
        List<String> differences = new ArrayList<>();
        if (published.rows().size() != expected.rows().size()) {
            differences.add(name + ": " + published.rows().size() + " rows published, "
                    + expected.rows().size() + " recounted");
            return new Difference(0, differences);
        }
        int cells = 0;
        for (int i = 0; i < published.rows().size(); i++) {
            Map<String, @Nullable Object> row = expected.rows().get(i);
            String where = name + " " + expected.keys().stream().map(row::get).toList() + " ";
            List<String> missing = new ArrayList<>(row.keySet());
            for (int column = 0; column < published.header().size(); column++) {
                String heading = published.header().get(column);
                String text = published.rows().get(i).get(column);
                cells++;
                if (!missing.remove(heading)) {
                    differences.add(where + heading + ": published, not recounted");
                } else if (!isEqual(text, row.get(heading))) {
                    differences.add(where + heading + ": published '" + text + "', recounted " + row.get(heading));
                }
            }
            missing.forEach(heading -> differences.add(where + heading + ": recounted, not published"));
        }
        return new Difference(cells, differences);
    }

    /** How many there are in each column, with one of them. */
    String told() {
        Map<String, List<String>> byColumn = differences.stream()
                .collect(Collectors.groupingBy(Difference::column, TreeMap::new, Collectors.toList()));
        StringBuilder told = new StringBuilder().append(cells).append(" cells compared\n");
        byColumn.forEach((column, found) ->
                told.append(found.size()).append(" × ").append(found.get(0)).append('\n'));
        return told.toString();
    }

    /** In which there are any. */
    Set<String> columns() {
        return differences.stream().map(Difference::column).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String column(String difference) {
        return difference.replaceAll(".*] |: .*", "");
    }

    private static boolean isEqual(String text, @Nullable Object value) {
        if (value instanceof Double number) {
            return text.matches("-?[0-9]+\\.[0-9]{6}")
                    && Math.abs(new BigDecimal(text).doubleValue() - number)
                            <= TOLERANCE * Math.max(1, Math.abs(number) * 1e-3);
        }
        return text.equals(Objects.toString(value, ""));
    }
}
