package org.uphold.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** The highest and the lowest service categories of a package as a small table, each with its interval. */
final class Categories {

    private static final String TABLE = "uphold_by_service_category";
    private static final int EACH = 5;

    /** Intervals of two groups may overlap though the groups surely differ, and lie apart by chance where groups are many. */
    private static final String CONCLUSION =
            "an interval is of its category alone: funnel_flag says which differ from all, and no order is a ranking";

    /** One category that has a rate. */
    private record Group(String name, long items, double rate, double lower, double upper) {}

    private Categories() {}

    /** Nothing where the package has no such table, or shows no rate in it. */
    static List<String> lines(List<PublishedTable> tables) {
        List<Group> groups = tables.stream()
                .filter(table -> table.name().equals(TABLE))
                .findFirst()
                .map(Categories::groups)
                .orElse(List.of());
        if (groups.isEmpty()) {
            return List.of();
        }
        Set<Group> shown = new LinkedHashSet<>(groups.subList(0, Math.min(EACH, groups.size())));
        int lowest = Math.max(0, groups.size() - EACH);
        boolean gap = lowest > EACH;
        Table table = new Table("service category", "items", "upheld", "95 % interval");
        shown.forEach(group -> row(table, group));
        if (gap) {
            table.row("… " + (lowest - EACH) + " more", "", "", "");
        }
        groups.subList(lowest, groups.size()).stream()
                .filter(group -> !shown.contains(group))
                .forEach(group -> row(table, group));
        List<String> lines = new ArrayList<>(table.lines("lrrr"));
        if (groups.size() > 1) {
            lines.add(CONCLUSION);
        }
        return lines;
    }

    private static void row(Table table, Group group) {
        table.row(
                group.name(),
                String.format(Locale.ROOT, "%,d", group.items()),
                String.format(Locale.ROOT, "%.1f %%", 100 * group.rate()),
                String.format(Locale.ROOT, "%.1f to %.1f", 100 * group.lower(), 100 * group.upper()));
    }

    /** By rate, the highest first, of equal ones that with more items; then as they are published. */
    private static List<Group> groups(PublishedTable table) {
        List<Group> groups = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            if (value(table, row, "service_category") instanceof String name
                    && value(table, row, "items") instanceof Long items
                    && value(table, row, "uphold_rate") instanceof Double rate
                    && value(table, row, "ci95_lower") instanceof Double lower
                    && value(table, row, "ci95_upper") instanceof Double upper) {
                groups.add(new Group(name, items, rate, lower, upper));
            }
        }
        groups.sort(Comparator.comparingDouble(Group::rate)
                .thenComparingLong(Group::items)
                .reversed());
        return groups;
    }

    private static @Nullable Object value(PublishedTable table, List<@Nullable Object> row, String column) {
        int index = table.indexOf(column);
        return index < 0 ? null : row.get(index);
    }
}
