package org.uphold.statistics;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Exact tails of a binomial count of n trials with chance p₀ each, by the incomplete beta function, and so for real-valued n too, such
 * as an effective size: with {@code x = n·rate}, {@code P(X ≤ x) = I(1−p₀; n−x, x+1)} and {@code P(X ≥ x) = I(p₀; x, n−x+1)}. Both
 * count x itself, so that they sum to more than 1.
 *
 * <p>Source: Abramowitz and Stegun 26.5.24; for whole x and n these are the sums of the binomial distribution.
 *
 * @param size n, above 0
 * @param target p₀, in (0, 1)
 */
public record BinomialTail(double size, double target) {

    /** Below this a tail is no number any more that a quantile could be taken of; see {@link #z}. */
    static final double SMALLEST = 1e-300;

    private static final double FLAT = -37;
    private static final double NEAR = 1e-12;

    public BinomialTail {
        if (!(size > 0) || Double.isInfinite(size) || !(target > 0 && target < 1)) {
            throw new IllegalArgumentException("No binomial count: " + size + " trials of chance " + target);
        }
    }

    /** Chance of a rate as low or lower. */
    public double lower(double rate) {
        double x = events(rate);
        return x >= size ? 1 : BetaDistribution.of(x + 1, size - x).survivalProbability(target);
    }

    /** Chance of a rate as high or higher. */
    public double upper(double rate) {
        double x = events(rate);
        return x <= 0 ? 1 : BetaDistribution.of(x, size - x + 1).cumulativeProbability(target);
    }

    /** The smaller of the two tails. */
    public double smaller(double rate) {
        return Math.min(lower(rate), upper(rate));
    }

    /** Two-sided: twice the smaller tail, at most 1. */
    public double twoSidedP(double rate) {
        return Math.min(1, 2 * smaller(rate));
    }

    /**
     * The quantile of the standard normal distribution that has the smaller tail outside: below 0 for a low rate, above 0 for a high
     * one, 0 where both tails are a half or more. Where the tail is below 1e-300 the signed root of the deviance,
     * {@code ±√(2n(r·ln(r/p₀) + (1−r)·ln((1−r)/(1−p₀))))}, which it approaches.
     */
    public double z(double rate) {
        double below = lower(rate);
        double above = upper(rate);
        double tail = Math.min(below, above);
        if (tail >= 0.5) {
            return 0;
        }
        double distance = tail >= SMALLEST ? -Normal.quantile(tail) : Math.sqrt(2 * size * deviance(rate));
        return below < above ? -distance : distance;
    }

    private double deviance(double rate) {
        return part(rate, target) + part(1 - rate, 1 - target);
    }

    private static double part(double share, double expected) {
        return share <= 0 ? 0 : share * Math.log(share / expected);
    }

    /**
     * The rates whose tail is {@code 1 − quantile}: a rate outside has a smaller one. An end at which no rate has so small a tail is
     * 0 or 1.
     *
     * @param quantile of the upper limit, such as {@link Funnel#THREE_SIGMA}
     */
    public Interval limits(double quantile) {
        double tail = 1 - quantile;
        return new Interval(lowerLimit(tail), 1 - new BinomialTail(size, 1 - target).lowerLimit(tail));
    }

    /** On the scale of the normal quantile, on which the tail is nearly a line. */
    private double lowerLimit(double tail) {
        if (lower(0) >= tail) {
            return 0;
        }
        double wanted = Normal.quantile(tail);
        return new BrentSolver(0, NEAR, 0).findRoot(rate -> height(rate) - wanted, 0, target);
    }

    private double height(double rate) {
        double tail = lower(rate);
        return tail < SMALLEST ? FLAT : tail >= 1 ? -FLAT : Normal.quantile(tail);
    }

    private double events(double rate) {
        return Math.min(size, Math.max(0, size * rate));
    }
}
