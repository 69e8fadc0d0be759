package org.uphold.rates.tables;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.Tally;
import org.uphold.statistics.StandardizedRatio;

/**
 * What one row of a table of rates is computed from.
 *
 * @param key values of the dimension columns
 * @param tally sums of the group
 * @param comparison with what services and chance would give; null as a whole where the row may not be shown, or is compared with nothing
 * @param additive whether the rows of its table sum to the total
 * @param options what the run asked for
 * @param code annotation of a hidden row; empty where the row is shown
 */
record GroupRow(
        List<String> key,
        Tally tally,
        @Nullable Comparison comparison,
        boolean additive,
        MeasureOptions options,
        String code) {

    /**
     * A group beside all items.
     *
     * @param expected counts expected from the overall rates of its service categories; null where there are none, or they would tell of
     *     a hidden row
     * @param ratio not upheld to expected not upheld; null where it says nothing, or rests on overall figures that are hidden
     * @param funnel its place in the funnel of its table; null where it has none, or rests on overall figures that are hidden
     */
    record Comparison(
            @Nullable Expected expected,
            @Nullable StandardizedRatio ratio,
            @Nullable FunnelPoint funnel) {}

    boolean hidden() {
        return !code.isEmpty();
    }

    /** A figure of the comparison; null where there is none. */
    <T> @Nullable T compared(Function<Comparison, @Nullable T> figure) {
        return comparison == null ? null : figure.apply(comparison);
    }
}
