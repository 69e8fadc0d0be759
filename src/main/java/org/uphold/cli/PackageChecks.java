package org.uphold.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.aggregate.PublishedTable;

/** Identities of a published package, from its tables alone. */
final class PackageChecks {

    private PackageChecks() {}

    /** Additive tables that do not sum to the summary. */
    static List<String> problems(List<PublishedTable> tables) {
        List<String> problems = new ArrayList<>();
        Long items = tables.stream()
                .filter(t -> t.name().equals("summary"))
                .findFirst()
                .map(t -> sum(t, "items"))
                .orElse(null);
        if (items == null) {
            return List.of("summary.csv has no figure 'items'");
        }
        for (PublishedTable table : tables) {
            int additive = table.indexOf("additive");
            if (additive >= 0
                    && !table.rows().isEmpty()
                    && Boolean.TRUE.equals(table.rows().get(0).get(additive))) {
                Long sum = sum(table, "items");
                if (sum != null && !sum.equals(items)) {
                    problems.add(table.name() + ".csv sums to " + sum + " items, the summary to " + items);
                }
            }
        }
        return problems;
    }

    /** The sum of a column, or null where a cell of it is suppressed. */
    private static @Nullable Long sum(PublishedTable table, String column) {
        int index = table.indexOf(column);
        long sum = 0;
        for (List<?> row : table.rows()) {
            if (index < 0 || !(row.get(index) instanceof Long value)) {
                return null;
            }
            sum += value;
        }
        return sum;
    }
}
