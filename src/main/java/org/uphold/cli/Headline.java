package org.uphold.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.tables.SummaryTable;

/** The figures that people ask for first. */
record Headline(
        long upheld,
        long determined,
        @Nullable Double rate,
        @Nullable Double lower,
        @Nullable Double upper) {

    /** Of the tables of a package; empty where they do not tell. */
    static Optional<Headline> of(List<PublishedTable> tables) {
        return tables.stream()
                .filter(table ->
                        table.name().equals(SummaryTable.NAME) && table.rows().size() == 1)
                .findFirst()
                .map(Headline::of);
    }

    private static @Nullable Headline of(PublishedTable summary) {
        Long upheld = number(summary, "upheld");
        Long overturned = number(summary, "overturned");
        Long partial = number(summary, "partially_overturned");
        Long items = number(summary, "items");
        Long unknown = number(summary, "unknown");
        boolean split = overturned != null && partial != null;
        if (upheld == null || !split && (items == null || unknown == null)) {
            return null;
        }
        // Under a disclosure profile those overturned in part may not be told apart.
        long determined = overturned != null && partial != null
                ? upheld + overturned + partial
                : Objects.requireNonNull(items) - Objects.requireNonNull(unknown);
        return new Headline(
                upheld,
                determined,
                decimal(summary, "uphold_rate"),
                decimal(summary, "ci95_lower"),
                decimal(summary, "ci95_upper"));
    }

    String text() {
        String counts = String.format(Locale.ROOT, "upheld %,d of %,d determined items", upheld, determined);
        return rate == null || lower == null || upper == null
                ? counts
                : counts
                        + String.format(
                                Locale.ROOT,
                                ": uphold rate %.1f %% (95 %% interval %.1f to %.1f)",
                                100 * rate,
                                100 * lower,
                                100 * upper);
    }

    private static @Nullable Long number(PublishedTable table, String column) {
        return value(table, column) instanceof Long number ? number : null;
    }

    private static @Nullable Double decimal(PublishedTable table, String column) {
        return value(table, column) instanceof Double number ? number : null;
    }

    private static @Nullable Object value(PublishedTable table, String column) {
        int index = table.indexOf(column);
        return index < 0 ? null : table.rows().get(0).get(index);
    }
}
