package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.tables.RateTables;
import org.uphold.rates.tables.SummaryTable;

/** The tables of rates of a published package, read back: what an attacker has. */
final class PublishedPackage {

    private PublishedPackage() {}

    /** Rows with their counts, null where they are hidden; tables of other kinds are left out. */
    static List<PackageModel.Table> tables(List<PublishedTable> published) {
        List<PackageModel.Table> tables = new ArrayList<>();
        for (PublishedTable table : published) {
            List<Dimension> dimensions = dimensions(table.name());
            if (dimensions != null) {
                tables.add(new PackageModel.Table(table.name(), dimensions, rows(table)));
            }
        }
        return tables;
    }

    private static List<PackageRow> rows(PublishedTable table) {
        Map<List<String>, PackageRow> rows = new LinkedHashMap<>();
        Primary.PublishedRows published = Primary.PublishedRows.of(table);
        for (List<@Nullable Object> row : table.rows()) {
            List<String> key = Primary.PublishedRows.key(table, row);
            long[] counts = new long[Quantity.values().length];
            boolean known = true;
            for (Quantity quantity : Quantity.values()) {
                Long count = published.count(key, quantity);
                known &= count != null;
                counts[quantity.index()] = count == null ? 0 : count;
            }
            rows.put(key, new PackageRow(table.name(), key, known ? counts : null));
        }
        return List.copyOf(rows.values());
    }

    /** What a table is grouped by; null where it is no table of rates. */
    static @Nullable List<Dimension> dimensions(String table) {
        if (table.equals(SummaryTable.NAME)) {
            return List.of();
        }
        if (table.equals(RateTables.CONCORDANCE)) {
            return Grouping.CONCORDANCE.dimensions();
        }
        return Grouping.ofTable(table).map(Grouping::dimensions).orElse(null);
    }
}
