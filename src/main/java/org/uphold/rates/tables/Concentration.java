package org.uphold.rates.tables;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;

/** How far the items are concentrated on few claims administrators; only where a source states them. */
public final class Concentration {

    /** File name. */
    public static final String NAME = "concentration";

    /** Keys of the rows: in words, as readers of CSV files take a text that ends in a small number for a month. */
    public static final List<String> TOP = List.of("Largest hundredth", "Largest ten", "Largest tenth");

    private record Row(String group, long administrators, long items, long of, boolean hidden, String code) {}

    private static final List<Measure<Row>> MEASURES = List.of(
            Measure.key("claims_administrators", "Those with the most items", Row::group),
            Measure.count("number", "How many those are", "share of all, rounded up", Row::administrators),
            Measure.count("items", "Their items", "", Row::items),
            Measure.decimal(
                    "share_of_items",
                    "Their share of the items whose claims administrator is stated",
                    "items / items with a claims administrator",
                    r -> Figures.ratio(r.items(), r.of())),
            Measure.text(
                    "annotation",
                    "Code of a row that is not shown; else empty",
                    "",
                    r -> r.hidden() ? r.code() : null));

    private Concentration() {}

    static PublishedTable table(WindowTallies window, Suppression suppression) {
        List<Long> items = window.claimsAdministrators().values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        int n = items.size();
        List<List<@Nullable Object>> rows = List.of(
                row(TOP.get(0), (n + 99) / 100, items, suppression),
                row(TOP.get(1), Math.min(10, n), items, suppression),
                row(TOP.get(2), (n + 9) / 10, items, suppression));
        return new PublishedTable(NAME, "Concentration on claims administrators", Measure.columns(MEASURES), rows);
    }

    private static List<@Nullable Object> row(String group, int top, List<Long> items, Suppression suppression) {
        long sum = items.stream().limit(top).mapToLong(Long::longValue).sum();
        long all = items.stream().mapToLong(Long::longValue).sum();
        boolean hidden = suppression.hides(NAME, List.of(group));
        List<@Nullable Object> row = Measure.row(MEASURES, new Row(group, top, sum, all, hidden, suppression.code()));
        if (hidden) {
            row.set(1, null);
            row.set(2, null);
            row.set(3, null);
        }
        return row;
    }
}
