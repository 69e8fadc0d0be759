package org.uphold.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Control limits of a funnel plot of proportions: where a group of a given size would lie if it did not differ from the target.
 *
 * <p>Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185, appendix A.1.
 */
public final class Funnel {

    /** The quantile whose limits are called two sigma. */
    public static final double TWO_SIGMA = 0.975;

    /** The quantile whose limits are called three sigma. */
    public static final double THREE_SIGMA = 0.999;

    private Funnel() {}

    /**
     * Score limits {@code p₀ ± z·√(p₀(1−p₀)/n)}, clipped to [0, 1].
     *
     * @param target p₀ in [0, 1]; at 0 and 1 both limits are the target
     * @param n size of the group, above 0; may be an effective size
     * @param quantile of the upper limit, such as {@link #TWO_SIGMA}
     */
    public static Interval scoreLimits(double target, double n, double quantile) {
        requireSize(n);
        double half = Normal.quantile(quantile) * Math.sqrt(target * (1 - target) / n);
        return new Interval(Math.max(0, target - half), Math.min(1, target + half));
    }

    /** Distance of a rate from the target in standard errors of the score limits; target strictly between 0 and 1. */
    public static double scoreZ(double rate, double target, double n) {
        requireSize(n);
        return (rate - target) / Math.sqrt(target * (1 - target) / n);
    }

    /**
     * Spiegelhalter's exact binomial limit, interpolated: with r the smallest count whose cumulative probability reaches
     * {@code quantile}, {@code (r − α)/n} where {@code α = (F(r) − quantile)/(F(r) − F(r−1))}; clipped to [0, 1].
     *
     * @param target in (0, 1)
     * @param n whole size of the group, above 0
     * @param quantile in (0, 1): 0.025 for the lower and 0.975 for the upper limit of two sigma
     */
    public static double exactLimit(double target, int n, double quantile) {
        requireSize(n);
        BinomialDistribution binomial = BinomialDistribution.of(n, target);
        int r = binomial.inverseCumulativeProbability(quantile);
        double reached = binomial.cumulativeProbability(r);
        double alpha = (reached - quantile) / binomial.probability(r);
        return Math.min(1, Math.max(0, (r - alpha) / n));
    }

    private static void requireSize(double n) {
        if (!(n > 0)) {
            throw new IllegalArgumentException("A funnel has no limits at size " + n);
        }
    }
}
