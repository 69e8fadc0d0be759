package org.uphold.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.aggregate.Cell;
import org.uphold.aggregate.Concentration;
import org.uphold.aggregate.Dimension;
import org.uphold.aggregate.Dispositions;
import org.uphold.aggregate.Expected;
import org.uphold.aggregate.Figures;
import org.uphold.aggregate.Grouping;
import org.uphold.aggregate.SummaryTable;
import org.uphold.aggregate.Suppression;
import org.uphold.aggregate.Timeliness;
import org.uphold.aggregate.WindowTallies;
import org.uphold.aggregate.WindowTallies.TimelinessMeasure;
import org.uphold.determination.Outcome;

/** Figures that go because of hidden rows elsewhere, and small counts outside of the tables of rates. */
final class LinkedFigures {

    /** What the annotation of every hidden row says, whatever the reason. */
    static final String CODE = "suppressed";

    private static final Grouping BY_CATEGORY = Grouping.of(Dimension.SERVICE_CATEGORY);

    private static final List<Outcome> NOT_UPHELD = List.of(Outcome.OVERTURNED, Outcome.PARTIALLY_OVERTURNED);

    private final WindowTallies window;
    private final Map<String, Set<List<String>>> hidden;
    private final Set<String> withheld;

    LinkedFigures(WindowTallies window, Map<String, Set<List<String>>> hidden, Set<String> withheld) {
        this.window = window;
        this.hidden = new HashMap<>();
        hidden.forEach((table, keys) -> this.hidden.put(table, new HashSet<>(keys)));
        this.withheld = withheld;
    }

    Suppression suppression() {
        boolean summaryHidden = isHidden(SummaryTable.NAME, SummaryTable.KEY) || withheld.contains(SummaryTable.NAME);
        dispositions(summaryHidden);
        undated();
        timeliness(summaryHidden);
        concentration(summaryHidden);
        return new Suppression(hidden, expectedRows(), withheld, true, CODE);
    }

    private boolean isHidden(String table, List<String> key) {
        return hidden.getOrDefault(table, Set.of()).contains(key);
    }

    private void hide(String table, List<String> key) {
        hidden.computeIfAbsent(table, t -> new HashSet<>()).add(key);
    }

    /** With one exit hidden, the sum of everything received goes too, so that no difference tells it. */
    private void dispositions(boolean summaryHidden) {
        boolean exitHidden = summaryHidden;
        for (Outcome outcome : Outcome.values()) {
            if (Suppression.isSmall(letters(outcome)) || (summaryHidden && outcome.isItem())) {
                hide(Dispositions.NAME, List.of(outcome.name()));
                exitHidden |= !outcome.isItem();
            }
        }
        if (exitHidden) {
            hide(SummaryTable.NAME, Dispositions.RECEIVED);
        }
        // Together they make up the cases with an item that was not upheld, so that one bounds the other.
        if (NOT_UPHELD.stream().anyMatch(o -> isHidden(Dispositions.NAME, List.of(o.name())))) {
            NOT_UPHELD.forEach(o -> hide(Dispositions.NAME, List.of(o.name())));
        }
    }

    private long letters(Outcome outcome) {
        return window.dispositions()
                .getOrDefault(outcome, WindowTallies.Disposition.NONE)
                .letters();
    }

    /** What has no date is a row of the tables of months and years, too. */
    private void undated() {
        for (Dimension time : List.of(Dimension.MONTH, Dimension.YEAR)) {
            if (isHidden(Grouping.of(time).tableName(), List.of(Figures.NOT_STATED))) {
                hide(SummaryTable.NAME, SummaryTable.UNDATED);
            }
        }
    }

    private void timeliness(boolean summaryHidden) {
        for (TimelinessMeasure measure : TimelinessMeasure.values()) {
            if (summaryHidden || Timeliness.people(window, measure).stream().anyMatch(Suppression::isSmall)) {
                hide(Timeliness.NAME, Timeliness.key(measure));
            }
        }
    }

    private void concentration(boolean summaryHidden) {
        long items = window.claimsAdministrators().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        boolean administratorHidden =
                hidden.containsKey(Grouping.of(Dimension.CLAIMS_ADMINISTRATOR).tableName());
        if (summaryHidden || administratorHidden || items <= Suppression.SMALL) {
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
        List<String> pairKey = new java.util.ArrayList<>(List.of(category));
        pairKey.addAll(key);
        return isHidden(pair.tableName(), pairKey);
    }
}
