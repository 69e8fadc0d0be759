package org.uphold.rates.sums;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.WindowTallies.TimelinessMeasure;

/** The sums of one window, wherever they are kept, and all that a package is made of from them. */
public interface Sums {

    /** Of all items together: one cell, or none where there is no item. */
    List<Cell> overall();

    /**
     * Of each group, in any order; without their mix of services.
     *
     * @param purpose what they are asked for, a table as a rule
     */
    List<Cell> of(String purpose, Grouping grouping);

    /** By outcome, its name the key: items and letters, no more. */
    List<Cell> dispositions();

    /**
     * Letters by the days that a review took; the key is the measure's name and the days.
     *
     * @param measure that is asked for; cells of others may be among them
     */
    List<Cell> days(TimelinessMeasure measure);

    /** Letters without the date that decides, and their items; null where the window is bounded. */
    @Nullable
    Disposition undated();

    /** Statements that say something else than those that count of the window's cases. */
    long superseded();

    /** Everything that the tables of the groupings, and those that every package has, are computed from. */
    default WindowTallies window(List<Grouping> groupings) {
        Tally overall = overall().stream().map(Cell::tally).reduce(Tally.ZERO, Tally::plus);
        Map<String, Tally> categories = new HashMap<>();
        for (Cell cell : of("categories", Grouping.of(Dimension.SERVICE_CATEGORY))) {
            categories.put(cell.key().get(0), cell.tally());
        }
        Map<Grouping, List<Cell>> groups = new LinkedHashMap<>();
        for (Grouping grouping : groupings) {
            List<Cell> cells = of(grouping.tableName(), grouping);
            groups.put(grouping, KeptGroupings.needsMix(grouping) ? withMix(grouping, cells) : cells);
        }
        Map<String, Long> administrators = new TreeMap<>();
        for (Cell cell : of("concentration", Grouping.of(Dimension.CLAIMS_ADMINISTRATOR))) {
            if (!cell.key().get(0).equals(PublishedWords.NOT_STATED)) {
                administrators.put(cell.key().get(0), cell.tally().items());
            }
        }
        return new WindowTallies(
                overall,
                categories,
                groups,
                of("guideline_concordance", Grouping.CONCORDANCE),
                byOutcome(),
                undated(),
                superseded(),
                categories.getOrDefault(PublishedWords.UNCLASSIFIED, Tally.ZERO).items(),
                timeliness(),
                administrators);
    }

    private List<Cell> withMix(Grouping grouping, List<Cell> cells) {
        Map<List<String>, Map<String, Long>> mixes = new HashMap<>();
        for (Cell cell : of(grouping.tableName() + ", mix of services", KeptGroupings.mixOf(grouping))) {
            List<String> key = cell.key();
            mixes.computeIfAbsent(key.subList(1, key.size()), k -> new HashMap<>())
                    .merge(key.get(0), cell.tally().determined(), Long::sum);
        }
        return cells.stream()
                .map(cell -> new Cell(cell.key(), cell.tally(), mixes.getOrDefault(cell.key(), Map.of())))
                .toList();
    }

    private Map<Outcome, Disposition> byOutcome() {
        Map<Outcome, Disposition> found = new EnumMap<>(Outcome.class);
        for (Cell cell : dispositions()) {
            found.put(
                    Outcome.valueOf(cell.key().get(0)),
                    new Disposition(cell.tally().items(), cell.tally().letters()));
        }
        return found;
    }

    private Map<TimelinessMeasure, SortedMap<Integer, Long>> timeliness() {
        Map<TimelinessMeasure, SortedMap<Integer, Long>> histograms = new EnumMap<>(TimelinessMeasure.class);
        for (TimelinessMeasure measure : TimelinessMeasure.values()) {
            SortedMap<Integer, Long> days = new TreeMap<>();
            for (Cell cell : days(measure)) {
                if (cell.key().get(0).equals(measure.name())) {
                    days.merge(Integer.valueOf(cell.key().get(1)), cell.tally().letters(), Long::sum);
                }
            }
            histograms.put(measure, days);
        }
        return histograms;
    }
}
