package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Cell;
import org.uphold.rates.Column;
import org.uphold.rates.Dimension;
import org.uphold.rates.Figures;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.statistics.StandardizedRatio;

/** The tables that have one row per group: {@code uphold_by_*} and the concordance of guideline sources. */
public final class RateTables {

    /** File name of the concordance table. */
    public static final String CONCORDANCE = "guideline_concordance";

    /** Where the ratio to what the categories' rates let expect is 1 by construction. */
    private static final Grouping BY_CATEGORY = Grouping.of(Dimension.SERVICE_CATEGORY);

    /** What stays in a hidden row beside its key. */
    private static final Set<String> ALWAYS_SHOWN = Set.of("additive", "annotation");

    private static final Set<String> CASE_OUTCOMES =
            RateMeasures.CASE_OUTCOMES.stream().map(m -> m.column().name()).collect(Collectors.toUnmodifiableSet());

    /** What tells items overturned from those overturned in part; their sum follows from items, upheld and unknown. */
    static final Set<String> PARTIALS =
            Set.of("overturned", "partially_overturned", "rate_excluding_partial", "rate_half_credit");

    private final WindowTallies window;
    private final MeasureOptions options;
    private final Suppression suppression;
    private final double correlation;

    RateTables(WindowTallies window, MeasureOptions options, Suppression suppression) {
        this.window = window;
        this.options = options;
        this.suppression = suppression;
        this.correlation = window.overall().correlation();
    }

    PublishedTable of(Grouping grouping, List<Cell> cells) {
        String title = "Uphold rates by "
                + grouping.dimensions().stream()
                        .map(d -> d.code().replace('_', ' '))
                        .collect(Collectors.joining(" and "));
        return table(grouping.tableName(), title, grouping, cells, List.of());
    }

    PublishedTable concordance() {
        return table(
                CONCORDANCE,
                "Guideline sources of the claims administrator and of the reviewer",
                Grouping.CONCORDANCE,
                window.concordance(),
                List.of(
                        Measure.flag(
                                "concordant",
                                "Whether both cite exactly the same set of sources",
                                "",
                                r -> r.key().get(0).equals(r.key().get(1))),
                        Measure.decimal(
                                "share_of_items",
                                "Share of all items of the window",
                                "items / items of summary",
                                r -> suppression.hides(SummaryTable.NAME, SummaryTable.KEY)
                                        ? null
                                        : Figures.ratio(
                                                r.tally().items(),
                                                window.overall().items()))));
    }

    private PublishedTable table(
            String name, String title, Grouping grouping, List<Cell> cells, List<Measure<GroupRow>> more) {
        List<Measure<GroupRow>> measures = measures(grouping, more);
        List<Column> columns = Measure.columns(measures);
        List<Cell> sorted = cells.stream()
                .sorted(Comparator.comparing(Cell::key, Figures.KEY_ORDER))
                .toList();
        Map<Cell, @Nullable FunnelPoint> funnel = funnel(name, sorted);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell cell : suppression.withheld().contains(name) ? List.<Cell>of() : sorted) {
            boolean hidden = suppression.hides(name, cell.key());
            Expected expected = expected(name, grouping, cell);
            GroupRow row = new GroupRow(
                    cell.key(),
                    cell.tally(),
                    hidden
                            ? null
                            : new GroupRow.Comparison(expected, ratio(grouping, cell, expected), funnel.get(cell)),
                    grouping.additive(),
                    options,
                    hidden ? suppression.code() : "");
            List<@Nullable Object> values = Measure.row(measures, row);
            blank(columns, values, hidden);
            rows.add(values);
        }
        return new PublishedTable(name, title, columns, rows);
    }

    /** The concordance has no mix of services. */
    private @Nullable Expected expected(String name, Grouping grouping, Cell cell) {
        return name.equals(CONCORDANCE) || suppression.hidesExpected(name, cell.key())
                ? null
                : Expected.of(grouping, cell, window.categories());
    }

    /** Its interval rests on how alike items of a letter are over all letters, which the summary tells. */
    private @Nullable StandardizedRatio ratio(Grouping grouping, Cell cell, @Nullable Expected expected) {
        return expected == null || grouping.equals(BY_CATEGORY) || suppression.hidesOverall()
                ? null
                : expected.ratio(cell.tally(), correlation);
    }

    private List<Measure<GroupRow>> measures(Grouping grouping, List<Measure<GroupRow>> more) {
        List<Measure<GroupRow>> measures = new ArrayList<>();
        for (Dimension dimension : grouping.dimensions()) {
            for (String column : dimension.columns()) {
                int position = measures.size();
                measures.add(
                        Measure.key(column, dimension.definition(), r -> r.key().get(position)));
            }
        }
        measures.addAll(RateMeasures.all(options));
        measures.addAll(more);
        return measures;
    }

    /** Only shown rows have a place in the funnel, and only they decide where its limits lie. */
    private Map<Cell, @Nullable FunnelPoint> funnel(String name, List<Cell> cells) {
        Map<Cell, @Nullable FunnelPoint> points = new HashMap<>();
        if (suppression.hidesOverall()) {
            return points;
        }
        List<Cell> shown =
                cells.stream().filter(c -> !suppression.hides(name, c.key())).toList();
        @Nullable
        FunnelPoint[] found =
                FunnelPoint.of(window.overall(), shown.stream().map(Cell::tally).toList());
        for (int i = 0; i < found.length; i++) {
            points.put(shown.get(i), found[i]);
        }
        return points;
    }

    private void blank(List<Column> columns, List<@Nullable Object> values, boolean hidden) {
        for (int i = 0; i < values.size(); i++) {
            Column column = columns.get(i);
            boolean keep = column.key() || ALWAYS_SHOWN.contains(column.name());
            boolean outcome = suppression.caseOutcomes() && CASE_OUTCOMES.contains(column.name())
                    || suppression.partials() && PARTIALS.contains(column.name());
            if (outcome || (hidden && !keep)) {
                values.set(i, null);
            }
        }
    }
}
