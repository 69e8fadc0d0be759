package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Column;
import org.uphold.rates.Dimension;
import org.uphold.rates.Figures;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;

/** The overall figures of a window, one row. */
public final class SummaryTable {

    /** File name. */
    public static final String NAME = "summary";

    /** Key under which the summary row, and the figures of all that was received, are hidden. */
    public static final List<String> KEY = List.of();

    /** Key under which the counts of what has no date are hidden. */
    public static final List<String> UNDATED = List.of("undated");

    private static final Set<String> ALWAYS_SHOWN = Set.of("basis", "annotation");

    private final WindowTallies window;
    private final MeasureOptions options;
    private final Suppression suppression;

    SummaryTable(WindowTallies window, MeasureOptions options, Suppression suppression) {
        this.window = window;
        this.options = options;
        this.suppression = suppression;
    }

    PublishedTable table() {
        List<Measure<GroupRow>> measures = measures();
        boolean hidden = suppression.hides(NAME, KEY);
        GroupRow row = new GroupRow(KEY, window.overall(), null, true, options, hidden ? suppression.code() : "");
        List<@Nullable Object> values = Measure.row(measures, row);
        List<Column> columns = Measure.columns(measures);
        for (int i = 0; i < values.size(); i++) {
            String column = columns.get(i).name();
            if (hidden && !ALWAYS_SHOWN.contains(column)
                    || suppression.partials() && RateTables.PARTIALS.contains(column)) {
                values.set(i, null);
            }
        }
        return new PublishedTable(NAME, "Overall figures", columns, List.of(values));
    }

    private List<Measure<GroupRow>> measures() {
        List<Measure<GroupRow>> measures = new ArrayList<>();
        measures.add(Measure.text(
                "basis",
                "Which date places a letter in time",
                "",
                r -> r.options().basis()));
        measures.add(count(
                "received_items",
                "Items of every disposition",
                "Σ items of dispositions",
                unlessExits(w -> Dispositions.received(w))));
        measures.addAll(RateMeasures.COUNTS_AND_RATES);
        measures.add(Measure.text(
                "annotation",
                "Code where the figures are not shown; else empty",
                "",
                r -> r.hidden() ? r.code() : null));
        measures.addAll(RateMeasures.furtherIntervals(options));
        measures.addAll(RateMeasures.PEOPLE);
        measures.addAll(
                RateMeasures.CASE_OUTCOMES.stream().map(this::unlessProfile).toList());
        measures.add(Measure.decimal(
                "items_per_case",
                "Items in an average case",
                "items / cases",
                r -> Figures.ratio(r.tally().items(), r.tally().letters())));
        for (Outcome outcome : Outcome.values()) {
            String code = outcome.name().toLowerCase(Locale.ROOT);
            measures.add(count(
                    "letters_" + code,
                    "Letters with an item of outcome " + outcome.name(),
                    "",
                    w -> Dispositions.letters(w, suppression, outcome)));
        }
        measures.add(count(
                "undated_items",
                "Items of every disposition of the letters without that date; empty where the window is bounded, which holds none",
                "",
                undated(WindowTallies.Disposition::items)));
        measures.add(count(
                "undated_letters",
                "Letters without that date, whatever became of their items; empty where the window is bounded, which holds none",
                "",
                undated(WindowTallies.Disposition::letters)));
        measures.add(count(
                "superseded_letters",
                "Statements that say something else of the cases that the window counts and lost to the ones that count, whatever their own dates",
                "",
                w -> suppression.active() ? null : (Long) w.superseded()));
        measures.add(count(
                "unclassified_items",
                "Items whose service matched no rule",
                "",
                w -> tellsUnclassified() ? (Long) w.unclassifiedItems() : null));
        measures.addAll(MonthTrend.measures(MonthTrend.of(window, suppression)));
        return measures;
    }

    private Measure<GroupRow> count(
            String name, String definition, String formula, Function<WindowTallies, @Nullable Long> value) {
        return Measure.count(name, definition, formula, r -> value.apply(window));
    }

    /** Under a profile only where a table shows that row too: a count that no table holds is in no audit. */
    private boolean tellsUnclassified() {
        String table = Grouping.of(Dimension.SERVICE_CATEGORY).tableName();
        return !suppression.active()
                || window.groups().containsKey(Grouping.of(Dimension.SERVICE_CATEGORY))
                        && !suppression.withheld().contains(table)
                        && !suppression.hides(table, List.of(PublishedWords.UNCLASSIFIED));
    }

    /** The sum of all dispositions would give away a hidden one. */
    private Function<WindowTallies, @Nullable Long> unlessExits(Function<WindowTallies, Long> value) {
        return w -> suppression.hides(NAME, Dispositions.RECEIVED) ? null : value.apply(w);
    }

    /**
     * Not under a disclosure profile: those that tables count stand in the rows of months and years, and the difference would be the
     * few letters that only left.
     */
    private Function<WindowTallies, @Nullable Long> undated(Function<WindowTallies.Disposition, Long> value) {
        return w -> {
            WindowTallies.Disposition undated = w.undated();
            return undated == null || suppression.active() ? null : value.apply(undated);
        };
    }

    /** Cases by outcome are in no audit, in no table and not overall. */
    private Measure<GroupRow> unlessProfile(Measure<GroupRow> measure) {
        return suppression.caseOutcomes() ? new Measure<>(measure.column(), r -> null) : measure;
    }
}
