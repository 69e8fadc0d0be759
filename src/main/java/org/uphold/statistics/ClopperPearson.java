package org.uphold.statistics;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * The exact interval of a proportion by inverting the binomial test: its ends are quantiles of Beta(x, n−x+1) and Beta(x+1, n−x).
 *
 * <p>Source: Clopper and Pearson 1934. It covers at least the stated confidence, usually more. At x = 0 the lower end is 0, at
 * x = n the upper end is 1; n = 0 gives nothing. Domain: {@code 0 ≤ x ≤ n < 2³¹}.
 */
public final class ClopperPearson {

    private ClopperPearson() {}

    /**
     * @param x successes
     * @param n trials
     * @param confidence two-sided, such as 0.95
     * @throws IllegalArgumentException if x lies outside of [0, n]
     */
    public static Optional<Interval> interval(long x, long n, double confidence) {
        if (x < 0 || x > n) {
            throw new IllegalArgumentException("No proportion: " + x + " of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        var found = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(
                Math.toIntExact(n), Math.toIntExact(x), 1 - confidence);
        return Optional.of(new Interval(found.getLowerBound(), found.getUpperBound()));
    }
}
