package org.uphold.disclosure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uphold.determination.Outcome;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.rates.tables.Concentration;
import org.uphold.rates.tables.Dispositions;
import org.uphold.rates.tables.RateTables;
import org.uphold.rates.tables.SummaryTable;
import org.uphold.rates.tables.Suppression;
import org.uphold.rates.tables.Timeliness;

/**
 * A window without what is hidden: hidden rows keep their keys and lose their sums, and so does everything that no table shows. Tables
 * under a profile are computed from this one, so that a figure that would tell a hidden count has nothing to tell it from. Of shown rows
 * the sums of squares remain that their own intervals rest on.
 */
final class ShownWindow {

    private static final String BY_CATEGORY =
            Grouping.of(Dimension.SERVICE_CATEGORY).tableName();

    private final WindowTallies all;
    private final Suppression suppression;

    ShownWindow(WindowTallies all, Suppression suppression) {
        this.all = all;
        this.suppression = suppression;
    }

    WindowTallies window() {
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        all.groups().forEach((grouping, cells) -> groups.put(grouping, cells(grouping.tableName(), cells)));
        return new WindowTallies(
                suppression.hides(SummaryTable.NAME, SummaryTable.KEY) ? Tally.ZERO : shown(all.overall()),
                categories(),
                groups,
                cells(RateTables.CONCORDANCE, all.concordance()),
                dispositions(),
                null,
                0,
                tells(BY_CATEGORY, List.of(PublishedWords.UNCLASSIFIED)) ? all.unclassifiedItems() : 0,
                timeliness(),
                administrators());
    }

    /** Whether a table of the package may hold a row, and does not hide it. */
    private boolean tells(String table, List<String> key) {
        return all.groups().containsKey(Grouping.of(Dimension.SERVICE_CATEGORY))
                && !suppression.withheld().contains(table)
                && !suppression.hides(table, key);
    }

    private Map<String, Tally> categories() {
        Map<String, Tally> categories = new HashMap<>();
        all.categories().forEach((category, tally) -> {
            if (tells(BY_CATEGORY, List.of(category))) {
                categories.put(category, shown(tally));
            }
        });
        return categories;
    }

    private List<Cell> cells(String table, List<Cell> cells) {
        boolean withheld = suppression.withheld().contains(table);
        return cells.stream()
                .map(cell -> withheld || suppression.hides(table, cell.key())
                        ? new Cell(cell.key(), Tally.ZERO, Map.of())
                        : new Cell(
                                cell.key(),
                                shown(cell.tally()),
                                suppression.hidesExpected(table, cell.key()) ? Map.of() : cell.mix()))
                .toList();
    }

    /** Cases by outcome are in no table; how many were determined is part of an interval. */
    private Tally shown(Tally t) {
        return new Tally(
                t.letters(),
                0,
                0,
                t.lettersDetermined(),
                0,
                t.casesWithUpheld(),
                t.casesWithNotUpheld(),
                t.items(),
                t.upheld(),
                suppression.partials() ? t.notUpheld() : t.overturned(),
                suppression.partials() ? 0 : t.partiallyOverturned(),
                t.unknown(),
                t.sumMM(),
                t.sumXM(),
                t.sumXX());
    }

    private Map<Outcome, Disposition> dispositions() {
        Map<Outcome, Disposition> shown = new EnumMap<>(Outcome.class);
        all.dispositions().forEach((outcome, found) -> {
            if (!suppression.hides(Dispositions.NAME, List.of(outcome.name()))) {
                Long letters = Dispositions.letters(all, suppression, outcome);
                shown.put(outcome, new Disposition(found.items(), letters == null ? 0 : letters));
            }
        });
        if (suppression.partials() && !suppression.hides(SummaryTable.NAME, SummaryTable.KEY)) {
            shown.put(Outcome.OVERTURNED, new Disposition(all.overall().notUpheld(), 0));
        }
        return shown;
    }

    private Map<TimelinessMeasure, SortedMap<Integer, Long>> timeliness() {
        Map<TimelinessMeasure, SortedMap<Integer, Long>> shown = new HashMap<>();
        all.timeliness()
                .forEach((measure, days) -> shown.put(
                        measure, suppression.hides(Timeliness.NAME, Timeliness.key(measure)) ? new TreeMap<>() : days));
        return shown;
    }

    /** The table is there where one is stated, shown or not. */
    private Map<String, Long> administrators() {
        return all.claimsAdministrators().isEmpty() || !suppression.hidesAnyOf(Concentration.NAME)
                ? all.claimsAdministrators()
                : Map.of("", 0L);
    }
}
