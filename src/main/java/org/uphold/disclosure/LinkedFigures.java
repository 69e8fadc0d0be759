package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.rates.tables.Concentration;
import org.uphold.rates.tables.Dispositions;
import org.uphold.rates.tables.Expected;
import org.uphold.rates.tables.SummaryTable;
import org.uphold.rates.tables.Suppression;
import org.uphold.rates.tables.Timeliness;

/**
 * Figures that go because of hidden rows elsewhere, and figures that no table of rates holds, which the audit therefore does not reason
 * about: what became of items that were not decided, how long reviews took. Those are shown only where they tell nothing about few people,
 * and only in the first release of a period, for nobody looked at what two of them tell together.
 */
final class LinkedFigures {

    /** What the annotation of every hidden row says, whatever the reason. */
    static final String CODE = "suppressed";

    private static final Grouping BY_CATEGORY = Grouping.of(Dimension.SERVICE_CATEGORY);
    private static final Grouping BY_ADMINISTRATOR = Grouping.of(Dimension.CLAIMS_ADMINISTRATOR);

    private final WindowTallies window;
    private final Map<String, Set<List<String>>> hidden;
    private final Set<String> withheld;
    private final boolean first;

    /** As in the first release of its period. */
    LinkedFigures(WindowTallies window, Map<String, Set<List<String>>> hidden, Set<String> withheld) {
        this(window, hidden, withheld, true);
    }

    /** @param first whether no earlier release tells about a day of the window */
    LinkedFigures(WindowTallies window, Map<String, Set<List<String>>> hidden, Set<String> withheld, boolean first) {
        this.window = window;
        this.hidden = new HashMap<>();
        hidden.forEach((table, keys) -> this.hidden.put(table, new HashSet<>(keys)));
        this.withheld = withheld;
        this.first = first;
    }

    Suppression suppression() {
        boolean summaryHidden = isHidden(SummaryTable.NAME, SummaryTable.KEY) || withheld.contains(SummaryTable.NAME);
        boolean partials = partials();
        boolean exitHidden = dispositions(summaryHidden, partials);
        undated();
        timeliness(summaryHidden || exitHidden);
        concentration();
        return new Suppression(hidden, expectedRows(), withheld, true, partials, CODE);
    }

    private boolean isHidden(String table, List<String> key) {
        return hidden.getOrDefault(table, Set.of()).contains(key);
    }

    private void hide(String table, List<String> key) {
        hidden.computeIfAbsent(table, t -> new HashSet<>()).add(key);
    }

    /** Whether few letters were overturned, or overturned in part: then the items of neither are shown, anywhere, but their sum. */
    private boolean partials() {
        long overturned = letters(Outcome.OVERTURNED);
        long inPart = letters(Outcome.PARTIALLY_OVERTURNED);
        return overturned > 0
                && inPart > 0
                && (!first || Suppression.isSmall(overturned) || Suppression.isSmall(inPart));
    }

    /**
     * With one exit hidden, the sum of everything received goes too, so that no difference tells it.
     *
     * @return whether something that left before a decision is hidden
     */
    private boolean dispositions(boolean summaryHidden, boolean partials) {
        boolean exitHidden = false;
        for (Outcome outcome : Outcome.values()) {
            boolean isPartial = outcome == Outcome.OVERTURNED || outcome == Outcome.PARTIALLY_OVERTURNED;
            boolean exit =
                    !outcome.isItem() && (Suppression.isSmall(letters(outcome)) || !first && letters(outcome) > 0);
            if (exit || (outcome.isItem() && summaryHidden) || (isPartial && partials)) {
                hide(Dispositions.NAME, List.of(outcome.name()));
            }
            exitHidden |= exit;
        }
        if (exitHidden || summaryHidden) {
            hide(SummaryTable.NAME, Dispositions.RECEIVED);
        }
        return exitHidden;
    }

    private long letters(Outcome outcome) {
        return window.dispositions()
                .getOrDefault(outcome, WindowTallies.Disposition.NONE)
                .letters();
    }

    /** What has no date is a row of the tables of months and years, too. */
    private void undated() {
        for (Dimension time : List.of(Dimension.MONTH, Dimension.YEAR)) {
            if (isHidden(Grouping.of(time).tableName(), List.of(PublishedWords.NOT_STATED))) {
                hide(SummaryTable.NAME, SummaryTable.UNDATED);
            }
        }
    }

    /**
     * Letters count here whatever became of them, so that they are more than the cases of the summary by those that only left. Of two
     * rows whose letters differ by few, one is shown.
     */
    private void timeliness(boolean othersHidden) {
        List<Long> shown = new ArrayList<>();
        for (TimelinessMeasure measure : TimelinessMeasure.values()) {
            long letters = Timeliness.letters(window, measure);
            boolean few = Timeliness.people(window, measure).stream().anyMatch(Suppression::isSmall)
                    || shown.stream().anyMatch(other -> Suppression.isSmall(Math.abs(other - letters)));
            if (othersHidden || few || !first && letters > 0) {
                hide(Timeliness.NAME, Timeliness.key(measure));
            } else {
                shown.add(letters);
            }
        }
    }

    /** Sums of the items of a table: nothing new where that shows all its rows. */
    private void concentration() {
        boolean told = window.groups().containsKey(BY_ADMINISTRATOR)
                && !withheld.contains(BY_ADMINISTRATOR.tableName())
                && hidden.getOrDefault(BY_ADMINISTRATOR.tableName(), Set.of()).isEmpty();
        if (!told) {
            Concentration.TOP.forEach(key -> hide(Concentration.NAME, List.of(key)));
        }
    }

    /**
     * An expected count is a weighted sum of the row's items by category. It stays only where each of these counts, and each category's
     * rate, is shown itself: then it tells nothing new.
     */
    private Map<String, Set<List<String>>> expectedRows() {
        Map<String, Set<List<String>>> rows = new HashMap<>();
        window.groups().forEach((grouping, cells) -> {
            Set<List<String>> keys = new HashSet<>();
            for (Cell cell : cells) {
                if (!tellsNothingNew(grouping, cell)) {
                    keys.add(cell.key());
                }
            }
            rows.put(grouping.tableName(), keys);
        });
        return rows;
    }

    private boolean tellsNothingNew(Grouping grouping, Cell cell) {
        boolean ownCategory = grouping.columns().contains(BY_CATEGORY.columns().get(0));
        Grouping pair = ownCategory ? null : pair(grouping);
        for (String category : Expected.mix(grouping, cell).keySet()) {
            if (isHidden(BY_CATEGORY.tableName(), List.of(category)) || withheld.contains(BY_CATEGORY.tableName())) {
                return false;
            }
            if (!ownCategory && (pair == null || pairHidden(pair, category, cell.key()))) {
                return false;
            }
        }
        return window.groups().containsKey(BY_CATEGORY);
    }

    /** The table that crosses categories with a grouping of one dimension; null where the package has none. */
    private @Nullable Grouping pair(Grouping grouping) {
        Dimension[] dimensions = new Dimension[grouping.dimensions().size() + 1];
        Arrays.setAll(
                dimensions,
                i -> i == 0 ? Dimension.SERVICE_CATEGORY : grouping.dimensions().get(i - 1));
        Grouping pair = Grouping.of(dimensions);
        return window.groups().containsKey(pair) && !withheld.contains(pair.tableName()) ? pair : null;
    }

    private boolean pairHidden(Grouping pair, String category, List<String> key) {
        List<String> pairKey = new ArrayList<>(List.of(category));
        pairKey.addAll(key);
        return isHidden(pair.tableName(), pairKey);
    }
}
