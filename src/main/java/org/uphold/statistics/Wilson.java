package org.uphold.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Wilson's score interval of a proportion, without continuity correction:
 * {@code (2x + z² ∓ z·√(z² + 4x(1 − x/n))) / (2(n + z²))}.
 *
 * <p>Source: Wilson 1927; Newcombe, Statistics in Medicine 17 (1998) 857, method 3. Domain: {@code 0 ≤ x ≤ n}; both may be
 * real numbers, as they are for an effective sample size. At x = 0 the lower end is exactly 0, at x = n the upper end is exactly 1;
 * n = 0 gives nothing.
 */
public final class Wilson {

    /** From this many clusters on the normal quantile serves. */
    public static final int FEW_CLUSTERS = 30;

    private Wilson() {}

    /**
     * @param x successes
     * @param n trials
     * @param confidence two-sided, such as 0.95
     * @throws IllegalArgumentException if x lies outside of [0, n]
     */
    public static Optional<Interval> interval(double x, double n, double confidence) {
        if (!(x >= 0 && x <= n) || Double.isInfinite(n)) {
            throw new IllegalArgumentException("No proportion: " + x + " of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        return Optional.of(atZ(x, n, Normal.twoSided(confidence)));
    }

    private static Interval atZ(double x, double n, double z) {
        double middle = 2 * x + z * z;
        double spread = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
        double scale = 2 * (n + z * z);
        double lower = x == 0 ? 0 : Math.max(0, (middle - spread) / scale);
        double upper = x == n ? 1 : Math.min(1, (middle + spread) / scale);
        return new Interval(lower, upper);
    }

    /**
     * With continuity correction: wider by half an event on each side, as some publishers print it; published tables do not.
     * {@code (2x + z² ∓ 1 ∓ z·√(z² ∓ 2 − 1/n + 4(x/n)·(n − x ± 1))) / (2(n + z²))}; ends at x = 0 and x = n as without.
     *
     * <p>Source: Newcombe 1998, method 4.
     *
     * @param x successes
     * @param n trials; 0 gives nothing
     * @param confidence two-sided, such as 0.95
     * @throws IllegalArgumentException if x lies outside of [0, n]
     */
    public static Optional<Interval> continuityCorrected(long x, long n, double confidence) {
        if (x < 0 || x > n) {
            throw new IllegalArgumentException("No proportion: " + x + " of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        double z = Normal.twoSided(confidence);
        double p = (double) x / n;
        double middle = 2.0 * x + z * z;
        double scale = 2 * (n + z * z);
        double below = z * Math.sqrt(z * z - 2 - 1.0 / n + 4 * p * (n - x + 1));
        double above = z * Math.sqrt(z * z + 2 - 1.0 / n + 4 * p * (n - x - 1));
        double lower = x == 0 ? 0 : Math.max(0, (middle - 1 - below) / scale);
        double upper = x == n ? 1 : Math.min(1, (middle + 1 + above) / scale);
        return Optional.of(new Interval(lower, upper));
    }

    /**
     * The interval of a rate of clustered items: that of {@code p·n_eff} of {@code n_eff}, where the effective sample size is
     * the number of independent items that would say as much.
     *
     * @param p the rate, in [0, 1]
     * @param effectiveSize real-valued; 0 gives nothing
     */
    public static Optional<Interval> ofRate(double p, double effectiveSize, double confidence) {
        return interval(events(p, effectiveSize), effectiveSize, confidence);
    }

    /**
     * The same where the effective sample size was found from the clusters themselves. Below {@link #FEW_CLUSTERS} of them z is the
     * quantile of Student's distribution with one degree of freedom fewer than clusters, for how much items of a cluster go together
     * is then hardly known. One cluster says nothing: no degree of freedom is left, and the interval is 0 to 1.
     *
     * @param clusters that the items come in
     */
    public static Optional<Interval> ofClusters(double p, double effectiveSize, long clusters, double confidence) {
        if (clusters >= FEW_CLUSTERS || effectiveSize == 0) {
            return ofRate(p, effectiveSize, confidence);
        }
        return Optional.of(
                clusters < 2
                        ? new Interval(0, 1)
                        : atZ(events(p, effectiveSize), effectiveSize, student(clusters - 1.0, confidence)));
    }

    /** p·n can exceed n by a rounding error where p is 1. */
    private static double events(double p, double n) {
        return Math.min(p * n, n);
    }

    private static double student(double degrees, double confidence) {
        return TDistribution.of(degrees).inverseSurvivalProbability((1 - confidence) / 2);
    }
}
