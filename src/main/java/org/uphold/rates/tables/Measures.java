package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;

/** All tables of a package, from the sums of its window. */
public final class Measures {

    /** Everything shown. */
    public List<PublishedTable> tables(WindowTallies window, MeasureOptions options) {
        return tables(window, options, Suppression.NONE, List.of());
    }

    /**
     * The tables in a fixed order: the summary, the rates by group in the order of {@link Grouping#STANDARD} and then by name, the
     * concordance, dispositions, timeliness, concentration where a claims administrator is stated, and the data dictionary.
     *
     * @param suppression what may not be shown; no shown figure is computed from a hidden one
     * @param more tables from elsewhere, put before the dictionary
     */
    public List<PublishedTable> tables(
            WindowTallies window, MeasureOptions options, Suppression suppression, List<PublishedTable> more) {
        List<PublishedTable> tables = new ArrayList<>();
        tables.add(new SummaryTable(window, options, suppression).table());
        RateTables rates = new RateTables(window, options, suppression);
        window.groups().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, order()))
                .forEach(entry -> tables.add(rates.of(entry.getKey(), entry.getValue())));
        tables.add(rates.concordance());
        tables.add(Dispositions.table(window, suppression));
        tables.add(Timeliness.table(window, suppression));
        if (!window.claimsAdministrators().isEmpty()) {
            tables.add(Concentration.table(window, suppression));
        }
        tables.addAll(more);
        tables.add(DataDictionary.of(tables));
        return List.copyOf(tables);
    }

    /** The summary alone, with everything shown. */
    public PublishedTable summary(WindowTallies window, MeasureOptions options) {
        return new SummaryTable(window, options, Suppression.NONE).table();
    }

    private static Comparator<Grouping> order() {
        return Comparator.<Grouping>comparingInt(g -> {
                    int position = Grouping.STANDARD.indexOf(g);
                    return position < 0 ? Grouping.STANDARD.size() : position;
                })
                .thenComparing(Grouping::tableName);
    }
}
