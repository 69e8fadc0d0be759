package org.uphold.rates.tables;

import org.uphold.statistics.BinomialTail;
import org.uphold.statistics.Funnel;
import org.uphold.statistics.Interval;

/**
 * The funnel's limits at any size, for who draws them: those that tables hold at the sizes of their groups, {@code funnel_n}.
 *
 * @param target overall rate, in (0, 1)
 */
public record FunnelCurve(double target) {

    /** One of the four limits. */
    public enum Limit {
        THREE_SIGMA_LOWER(Funnel.THREE_SIGMA, true),
        TWO_SIGMA_LOWER(Funnel.TWO_SIGMA, true),
        TWO_SIGMA_UPPER(Funnel.TWO_SIGMA, false),
        THREE_SIGMA_UPPER(Funnel.THREE_SIGMA, false);

        private final double quantile;
        private final boolean lower;

        Limit(double quantile, boolean lower) {
            this.quantile = quantile;
            this.lower = lower;
        }
    }

    /**
     * Where a limit lies.
     *
     * @param size effective number of items, above 0
     */
    public double at(double size, Limit limit) {
        Interval limits = new BinomialTail(size, target).limits(limit.quantile);
        return limit.lower ? limits.lower() : limits.upper();
    }
}
