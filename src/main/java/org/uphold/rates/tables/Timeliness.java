package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.statistics.Quantiles;

/** How long reviews took: one row per pair of dates, over the letters that state both. */
public final class Timeliness {

    /** File name. */
    public static final String NAME = "timeliness";

    private static final int DAYS = 30;
    private static final int DAYS_FORMULARY = 5;

    private record Row(TimelinessMeasure measure, SortedMap<Integer, Long> days, boolean hidden, String code) {

        long letters() {
            return days.values().stream().mapToLong(Long::longValue).sum();
        }

        int limit() {
            return measure.name().endsWith("PHARMACEUTICALS") ? DAYS_FORMULARY : DAYS;
        }

        long within() {
            return days.headMap(limit() + 1).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        @Nullable
        Double mean() {
            double sum = 0;
            for (Map.Entry<Integer, Long> entry : days.entrySet()) {
                sum += (double) entry.getKey() * entry.getValue();
            }
            return Figures.ratio(sum, (double) letters());
        }

        @Nullable
        Double quantile(double p) {
            return letters() == 0 ? null : (Double) Quantiles.ofHistogram(days, p);
        }
    }

    private static final List<Measure<Row>> MEASURES = List.of(
            Measure.key(
                    "measure",
                    "From which date to which",
                    r -> r.measure().name().toLowerCase(Locale.ROOT)),
            Measure.count("letters", "Letters that state both dates", "", Row::letters),
            Measure.decimal("mean_days", "Mean of the days between", "", Row::mean),
            Measure.decimal("median_days", "Median of the days between", "type 7", r -> r.quantile(0.5)),
            Measure.decimal("p90_days", "90th percentile of the days between", "type 7", r -> r.quantile(0.9)),
            Measure.count("limit_days", "Days allowed", "", r -> (long) r.limit()),
            Measure.decimal(
                    "share_within_limit",
                    "Share of letters decided within the limit",
                    "letters with days ≤ limit_days / letters",
                    r -> Figures.ratio(r.within(), r.letters())),
            Measure.text(
                    "annotation",
                    "Code of a row that is not shown; else empty",
                    "",
                    r -> r.hidden() ? r.code() : null));

    private Timeliness() {}

    /**
     * Letters within and beyond the limit of a measure, and by how many they are more or fewer than those of the summary: what a shown
     * row tells.
     */
    public static List<Long> people(WindowTallies window, TimelinessMeasure measure) {
        Row row = row(window, measure, Suppression.NONE);
        List<Long> people = new ArrayList<>(List.of(row.letters(), row.within(), row.letters() - row.within()));
        if (row.limit() == DAYS) {
            people.add(Math.abs(window.overall().letters() - row.letters()));
        }
        return people;
    }

    /** Letters that state both dates of a measure. */
    public static long letters(WindowTallies window, TimelinessMeasure measure) {
        return row(window, measure, Suppression.NONE).letters();
    }

    /** The key of a measure's row. */
    public static List<String> key(TimelinessMeasure measure) {
        return List.of(measure.name().toLowerCase(Locale.ROOT));
    }

    static PublishedTable table(WindowTallies window, Suppression suppression) {
        List<Column> columns = Measure.columns(MEASURES);
        List<List<@Nullable Object>> rows = Arrays.stream(TimelinessMeasure.values())
                .sorted(Comparator.comparing(TimelinessMeasure::name))
                .map(m -> {
                    Row row = row(window, m, suppression);
                    List<@Nullable Object> values = Measure.row(MEASURES, row);
                    if (row.hidden()) {
                        for (int i = 1; i < columns.size() - 1; i++) {
                            values.set(i, null);
                        }
                    }
                    return values;
                })
                .toList();
        return new PublishedTable(NAME, "How long reviews took", columns, rows);
    }

    private static Row row(WindowTallies window, TimelinessMeasure measure, Suppression suppression) {
        SortedMap<Integer, Long> days = window.timeliness().getOrDefault(measure, new TreeMap<>());
        boolean hidden = suppression.hides(NAME, key(measure));
        return new Row(measure, days, hidden, suppression.code());
    }
}
