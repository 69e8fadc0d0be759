package org.uphold.job.explaining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

/**
 * A row that differs between two packages.
 *
 * @param table its table
 * @param key values of its key columns
 * @param kind what happened to it
 * @param before values by column, empty where it was added; of a changed row those that changed, and its headline figures
 * @param after the same of the second package, empty where it was removed
 */
public record RowChange(
        String table,
        List<String> key,
        Kind kind,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {

    /** What happened to a row. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** Its own counts changed. */
        MOVED,
        /** Its counts are the same; what compares it with the other rows or the whole is not. */
        RESTATED
    }

    private static final Set<String> HEADLINE = Set.of("items", "upheld", "uphold_rate");

    /** All of them, in the order of the tables. */
    static List<RowChange> between(List<PublishedTable> first, List<PublishedTable> second) {
        Map<String, PublishedTable> a = byName(first);
        Map<String, PublishedTable> b = byName(second);
        Set<String> names = new LinkedHashSet<>(b.keySet());
        names.addAll(a.keySet());
        List<RowChange> changes = new ArrayList<>();
        for (String name : names) {
            Map<List<String>, Map<String, @Nullable Object>> before = rows(a.get(name));
            Map<List<String>, Map<String, @Nullable Object>> after = rows(b.get(name));
            Set<List<String>> keys = new LinkedHashSet<>(after.keySet());
            keys.addAll(before.keySet());
            for (List<String> key : keys) {
                Map<String, @Nullable Object> old = before.get(key);
                Map<String, @Nullable Object> now = after.get(key);
                if (old == null) {
                    changes.add(new RowChange(name, key, Kind.ADDED, Map.of(), now == null ? Map.of() : now));
                } else if (now == null) {
                    changes.add(new RowChange(name, key, Kind.REMOVED, old, Map.of()));
                } else if (!old.equals(now)) {
                    changes.add(changed(name, key, old, now, counts(b.get(name))));
                }
            }
        }
        return changes;
    }

    private static RowChange changed(
            String table,
            List<String> key,
            Map<String, @Nullable Object> old,
            Map<String, @Nullable Object> now,
            Set<String> counts) {
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        boolean moved = counts.isEmpty();
        Set<String> columns = new LinkedHashSet<>(old.keySet());
        columns.addAll(now.keySet());
        for (String column : columns) {
            boolean differs = !Objects.equals(old.get(column), now.get(column));
            moved |= differs && counts.contains(column);
            if (differs || HEADLINE.contains(column)) {
                before.put(column, old.get(column));
                after.put(column, now.get(column));
            }
        }
        return new RowChange(table, key, moved ? Kind.MOVED : Kind.RESTATED, before, after);
    }

    private static Set<String> counts(@Nullable PublishedTable table) {
        Set<String> counts = new LinkedHashSet<>();
        if (table != null) {
            for (Column column : table.columns()) {
                if (column.type() == ColumnType.INTEGER) {
                    counts.add(column.name());
                }
            }
        }
        return counts;
    }

    private static Map<String, PublishedTable> byName(List<PublishedTable> tables) {
        Map<String, PublishedTable> byName = new LinkedHashMap<>();
        tables.forEach(t -> byName.put(t.name(), t));
        return byName;
    }

    private static Map<List<String>, Map<String, @Nullable Object>> rows(@Nullable PublishedTable table) {
        Map<List<String>, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        if (table == null) {
            return rows;
        }
        for (List<@Nullable Object> row : table.rows()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            List<String> key = Explainer.key(table, row);
            for (int i = 0; i < row.size(); i++) {
                values.put(table.columns().get(i).name(), row.get(i));
            }
            rows.put(key, values);
        }
        return rows;
    }
}
