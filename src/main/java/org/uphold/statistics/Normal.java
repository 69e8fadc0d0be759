package org.uphold.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The value below which a share {@code p} in (0, 1) of the distribution lies; about 1.96 for 0.975. */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** The z of a two-sided interval: about 1.96 for a confidence of 0.95, 3.09 for 0.998. */
    public static double twoSided(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1: " + confidence);
        }
        return quantile(1 - (1 - confidence) / 2);
    }

    /** Probability of a value at least as far from 0 as {@code z}, in either direction; 1 at 0. */
    public static double twoSidedP(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }
}
