package org.uphold.rates.tables;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.statistics.StandardizedRatio;

/**
 * Outcomes that a group would have if each of its items had the overall rate of its service category.
 *
 * @param upheld items
 * @param notUpheld items, overturned or partially overturned
 */
public record Expected(double upheld, double notUpheld) {

    private static final String CATEGORY = Dimension.SERVICE_CATEGORY.columns().get(0);

    /** Expected counts of a row, from its mix or, where the category is one of its columns, from its own category. */
    static Expected of(Grouping grouping, Cell cell, Map<String, Tally> categories) {
        Map<String, Long> mix = mix(grouping, cell);
        double upheld = 0;
        double notUpheld = 0;
        // In the order of the categories' names, so that the sum of doubles is the same in every run.
        for (String category : mix.keySet().stream().sorted().toList()) {
            Tally overall = categories.getOrDefault(category, Tally.ZERO);
            if (overall.determined() > 0) {
                double items = mix.getOrDefault(category, 0L);
                upheld += items * overall.upheld() / overall.determined();
                notUpheld += items * overall.notUpheld() / overall.determined();
            }
        }
        return new Expected(upheld, notUpheld);
    }

    /** Determined items of a row by service category. */
    public static Map<String, Long> mix(Grouping grouping, Cell cell) {
        List<String> columns = grouping.columns();
        int category = columns.indexOf(CATEGORY);
        return category < 0
                ? cell.mix()
                : Map.of(cell.key().get(category), cell.tally().determined());
    }

    /**
     * Not upheld to expected not upheld, with an interval that allows for letters as alike as all letters are; null where nothing is
     * expected.
     *
     * @param correlation of items within letters, overall
     */
    @Nullable
    StandardizedRatio ratio(Tally tally, double correlation) {
        Double deff = tally.designEffect(correlation);
        return notUpheld > 0 && deff != null
                ? StandardizedRatio.of(tally.notUpheld(), notUpheld, deff, RateMeasures.CONFIDENCE)
                : null;
    }
}
