package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uphold.aggregate.PublishedTable;
import org.uphold.aggregate.Suppression;

/**
 * Which rows of a package a profile hides by itself, and what of them must not be narrowed down.
 *
 * @param hidden by number of row
 * @param targets what the audit has to show
 */
@SuppressWarnings("ArrayRecordComponent") // small, inside this room, never compared by value
record Primary(boolean[] hidden, List<Target> targets) {

    /**
     * @param least for each table, the least count of people that may be shown there; 0 and 1 hide nothing
     * @param earlier published tables of earlier vintages
     */
    static Primary of(PackageModel model, Map<String, Long> least, List<List<PublishedTable>> earlier) {
        boolean[] hidden = new boolean[model.rows().size()];
        Map<String, Target> targets = new LinkedHashMap<>();
        for (int i = 0; i < hidden.length; i++) {
            PackageRow row = model.rows().get(i);
            hidden[i] = model.fixedHidden(i);
            long smallest = SensitiveCounts.smallest(row);
            if (model.movable(i) && smallest > 0 && smallest < least.getOrDefault(row.table(), 0L)) {
                hidden[i] = true;
            }
        }
        earlier.forEach(tables -> vintage(model, tables, hidden, targets));
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i]) {
                PackageRow row = model.rows().get(i);
                for (Quantity quantity : SensitiveCounts.ALL) {
                    long count = row.count(quantity);
                    if (count < 0 && !row.listed() && Suppression.isSmall(-count)) {
                        targets.put(i + " " + quantity, Target.change(i, quantity, count));
                    } else if (Suppression.isSmall(count)) {
                        targets.put(i + " " + quantity, Target.small(i, quantity));
                    } else if (count > 0 && count < least.getOrDefault(row.table(), 0L)) {
                        targets.putIfAbsent(i + " " + quantity, Target.other(i, quantity, count));
                    }
                }
            }
        }
        return new Primary(hidden, new ArrayList<>(targets.values()));
    }

    private static void vintage(
            PackageModel model, List<PublishedTable> tables, boolean[] hidden, Map<String, Target> targets) {
        Map<String, PublishedRows> byName = new HashMap<>();
        tables.forEach(t -> byName.put(t.name(), PublishedRows.of(t)));
        for (int i = 0; i < hidden.length; i++) {
            PackageRow row = model.rows().get(i);
            PublishedRows before = byName.get(row.table());
            if (before == null) {
                continue;
            }
            for (Quantity quantity : SensitiveCounts.ALL) {
                Long earlier = before.count(row.key(), quantity);
                if (earlier != null && Suppression.isSmall(Math.abs(row.count(quantity) - earlier))) {
                    hidden[i] = true;
                    targets.put(
                            i + " " + quantity + " " + earlier,
                            Target.difference(i, quantity, row.count(quantity), earlier));
                }
            }
        }
    }

    /** The counts of a published table by key. */
    record PublishedRows(PublishedTable table, Map<List<String>, List<@Nullable Object>> rows) {

        static PublishedRows of(PublishedTable table) {
            Map<List<String>, List<@Nullable Object>> rows = new HashMap<>();
            for (List<@Nullable Object> row : table.rows()) {
                rows.put(key(table, row), row);
            }
            return new PublishedRows(table, rows);
        }

        /** The values of a row's key columns. */
        static List<String> key(PublishedTable table, List<@Nullable Object> row) {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (table.columns().get(i).key()) {
                    key.add(Objects.toString(row.get(i), ""));
                }
            }
            return key;
        }

        @Nullable
        Long count(List<String> key, Quantity quantity) {
            Long count = value(key, quantity.column());
            boolean notUpheld = quantity == Quantity.OVERTURNED || quantity == Quantity.PARTIALLY_OVERTURNED;
            return count == null && notUpheld ? notUpheld(key, quantity) : count;
        }

        /** Where those overturned in part are not told apart, all that were not upheld stand for those overturned. */
        private @Nullable Long notUpheld(List<String> key, Quantity quantity) {
            Long items = value(key, "items");
            Long upheld = value(key, Quantity.UPHELD.column());
            Long unknown = value(key, Quantity.UNKNOWN.column());
            return items == null || upheld == null || unknown == null
                    ? null
                    : quantity == Quantity.OVERTURNED ? (Long) (items - upheld - unknown) : (Long) 0L;
        }

        private @Nullable Long value(List<String> key, String column) {
            List<@Nullable Object> row = rows.get(key);
            int index = table.indexOf(column);
            return row != null && index >= 0 && row.get(index) instanceof Long count ? count : null;
        }
    }
}
