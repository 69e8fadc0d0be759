package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;

/** A package that was published before there was a ledger, as the ledger would have kept it. */
public final class EarlierPackage {

    private EarlierPackage() {}

    /**
     * @param published its tables as read back: what they show, and which rows they hide
     * @param then the sums of its window as they were then: what they hide
     */
    public static List<Release.Table> tables(List<PublishedTable> published, WindowTallies then) {
        Map<String, Map<List<String>, PackageRow>> known = new HashMap<>();
        PackageModel.tables(then).tables().forEach(table -> {
            Map<List<String>, PackageRow> byKey = new HashMap<>();
            table.rows().forEach(row -> byKey.put(row.key(), row));
            known.put(table.name(), byKey);
        });
        List<Release.Table> tables = new ArrayList<>();
        for (PackageModel.Table table : PublishedPackage.tables(published)) {
            Map<List<String>, PackageRow> byKey = known.getOrDefault(table.name(), Map.of());
            List<Release.Row> rows = table.rows().stream()
                    .map(row -> row.counts() != null
                            ? new Release.Row(row.key(), row.list(), true)
                            : new Release.Row(
                                    row.key(),
                                    Objects.requireNonNullElse(byKey.get(row.key()), row)
                                            .list(),
                                    false))
                    .toList();
            // Withheld tables have no rows, and tell nothing.
            if (!rows.isEmpty()) {
                tables.add(new Release.Table(table.name(), rows));
            }
        }
        return List.copyOf(tables);
    }
}
