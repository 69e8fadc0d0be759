package org.uphold.rates.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.Tally;
import org.uphold.statistics.StandardizedRatio;

/**
 * What one row of a table of rates is computed from.
 *
 * @param key values of the dimension columns
 * @param tally sums of the group
 * @param expected counts expected from the overall rates of its service categories; null where there are none, or may not be shown
 * @param ratio not upheld to expected not upheld; null where it says nothing, or may not be shown
 * @param funnel its place in the funnel of its table; null where it has none
 * @param additive whether the rows of its table sum to the total
 * @param options what the run asked for
 * @param code annotation of a hidden row; empty where the row is shown
 */
record GroupRow(
        List<String> key,
        Tally tally,
        @Nullable Expected expected,
        @Nullable StandardizedRatio ratio,
        @Nullable FunnelPoint funnel,
        boolean additive,
        MeasureOptions options,
        String code) {

    boolean hidden() {
        return !code.isEmpty();
    }
}
