package org.uphold.statistics;

import java.util.Optional;

/**
 * Test for a linear trend of proportions over ordered groups:
 * {@code z = Σs(x − n·p) / √(p(1−p)(Σns² − (Σns)²/N))} with scores s and p = Σx/Σn; {@code z²} is what R's {@code prop.trend.test} gives.
 *
 * <p>Source: Armitage, Biometrics 11 (1955) 375. It says nothing where p is 0 or 1, or where all items share one score.
 *
 * @param z above 0 where the proportion rises with the score
 * @param zMantelHaenszel {@code z·√(N/(N−1))}, the variant of Mantel and Haenszel
 * @param p two-sided, from z
 */
public record CochranArmitage(double z, double zMantelHaenszel, double p) {

    /**
     * @param x successes by group
     * @param n trials by group, 0 or more
     * @param scores of the groups, such as 1, 2, 3
     */
    public static Optional<CochranArmitage> of(long[] x, long[] n, double[] scores) {
        double total = 0;
        double successes = 0;
        double meanScore = 0;
        for (int i = 0; i < x.length; i++) {
            total += n[i];
            successes += x[i];
            meanScore += n[i] * scores[i];
        }
        if (total < 2 || successes == 0 || successes == total) {
            return Optional.empty();
        }
        meanScore /= total;
        double p = successes / total;
        double statistic = 0;
        double spread = 0;
        for (int i = 0; i < x.length; i++) {
            // Centred scores give the same sums without the cancellation.
            double centred = scores[i] - meanScore;
            statistic += centred * (x[i] - n[i] * p);
            spread += n[i] * centred * centred;
        }
        if (spread == 0) {
            return Optional.empty();
        }
        double z = statistic / Math.sqrt(p * (1 - p) * spread);
        return Optional.of(new CochranArmitage(z, z * Math.sqrt(total / (total - 1)), Normal.twoSidedP(z)));
    }

    /** Of items that come in clusters: χ² divided by the design effect, and so z by its root. */
    public CochranArmitage clustered(double deff) {
        double root = Math.sqrt(deff);
        return new CochranArmitage(z / root, zMantelHaenszel / root, Normal.twoSidedP(z / root));
    }
}
