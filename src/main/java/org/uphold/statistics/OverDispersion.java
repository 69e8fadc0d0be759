package org.uphold.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How much more groups vary than chance alone explains, and what size is left of a group once that is allowed for. From a z of each
 * group, winsorised at its 10th and 90th percentile (type 7): {@code φ = Σz²/I} over I groups; on the scale {@code y = asin√p}, where
 * a proportion of n has the variance {@code 1/(4n)}, with weights w = 4n, {@code τ² = max(0, (Iφ − (I−1)) / (Σw − Σw²/Σw))}.
 *
 * <p>Source: Spiegelhalter 2005, and Quality and Safety in Health Care 14 (2005) 347. One group, or none, is never over-dispersed.
 *
 * @param groups I
 * @param phi φ, 1 where chance alone explains the spread; 0 without groups
 * @param tauSquared τ², the variance between groups on the scale of asin√p
 * @param significant whether I·φ exceeds the 0.95 quantile of χ² with I−1 degrees of freedom
 */
public record OverDispersion(int groups, double phi, double tauSquared, boolean significant) {

    private static final double WINSORISED_SHARE = 0.1;
    private static final double TEST_QUANTILE = 0.95;

    /**
     * @param z of each group, its distance from the target in standard errors
     * @param sizes size of each group, above 0; may be effective sizes
     */
    public static OverDispersion of(double[] z, double[] sizes) {
        int groups = z.length;
        if (groups < 2) {
            return new OverDispersion(groups, groups, 0, false);
        }
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double low = Quantiles.ofSorted(sorted, WINSORISED_SHARE);
        double high = Quantiles.ofSorted(sorted, 1 - WINSORISED_SHARE);
        double squares = 0;
        double weights = 0;
        double squaredWeights = 0;
        for (int i = 0; i < groups; i++) {
            double kept = Math.min(high, Math.max(low, z[i]));
            squares += kept * kept;
            double weight = 4 * sizes[i];
            weights += weight;
            squaredWeights += weight * weight;
        }
        double room = weights - squaredWeights / weights;
        double tauSquared = room > 0 ? Math.max(0, (squares - (groups - 1)) / room) : 0;
        double critical = ChiSquaredDistribution.of(groups - 1).inverseCumulativeProbability(TEST_QUANTILE);
        return new OverDispersion(groups, squares / groups, tauSquared, squares > critical);
    }

    /** {@code (asin√rate − asin√target)·2√n} of each group: the normal z on that scale, as it is published for large groups. */
    public static double[] zScores(double target, double[] rates, double[] sizes) {
        double[] z = new double[rates.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (angle(rates[i]) - angle(target)) * 2 * Math.sqrt(sizes[i]);
        }
        return z;
    }

    /** The size at which chance alone would vary as much as chance and τ² do together: {@code n/(1 + 4nτ²)}. */
    public double allowedSize(double n) {
        return n / (1 + 4 * n * tauSquared);
    }

    /**
     * Limits {@code sin²(asin√target ± z·√(1/(4n) + τ²))}, the angle clipped to [0, π/2]: the normal ones, as they are published for
     * large groups.
     *
     * @param target the rate that groups are compared with, in [0, 1]
     * @param n size of the group, above 0
     * @param quantile of the upper limit, such as {@link Funnel#TWO_SIGMA}
     */
    public Interval limits(double target, double n, double quantile) {
        double half = Normal.quantile(quantile) * Math.sqrt(1 / (4 * n) + tauSquared);
        double lower = Math.sin(Math.max(0, angle(target) - half));
        double upper = Math.sin(Math.min(Math.PI / 2, angle(target) + half));
        return new Interval(lower * lower, upper * upper);
    }

    private static double angle(double p) {
        return Math.asin(Math.sqrt(p));
    }
}
