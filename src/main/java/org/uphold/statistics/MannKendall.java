package org.uphold.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Test for a monotonic trend of a series, and Sen's slope. {@code S = Σ sign(y(j) − y(i))} over i < j;
 * {@code var S = (n(n−1)(2n+5) − Σt(t−1)(2t+5))/18} with t the sizes of groups of ties; {@code z = (S ∓ 1)/√var S}, 0 where S is 0.
 *
 * <p>Source: Mann 1945, Kendall 1975; Sen, JASA 63 (1968) 1379. Fewer than three values, or all of them tied, say nothing.
 *
 * @param s S
 * @param variance of S under no trend
 * @param z with continuity correction
 * @param p two-sided
 * @param tau {@code S/(n(n−1)/2)}
 * @param senSlope median of the slopes between all pairs, per unit of time
 */
public record MannKendall(long s, double variance, double z, double p, double tau, double senSlope) {

    /** @param series values at equal steps of time */
    public static Optional<MannKendall> of(double[] series) {
        double[] times = new double[series.length];
        Arrays.setAll(times, i -> i);
        return of(times, series);
    }

    /**
     * @param times strictly ascending
     * @param series the value at each time
     */
    public static Optional<MannKendall> of(double[] times, double[] series) {
        int n = series.length;
        if (n < 3) {
            return Optional.empty();
        }
        long s = 0;
        double[] slopes = new double[n * (n - 1) / 2];
        int pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += (long) Math.signum(series[j] - series[i]);
                slopes[pair++] = (series[j] - series[i]) / (times[j] - times[i]);
            }
        }
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - ties(series)) / 18;
        if (variance <= 0) {
            return Optional.empty();
        }
        double z = s == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
        Arrays.sort(slopes);
        return Optional.of(new MannKendall(
                s, variance, z, Normal.twoSidedP(z), s / (n * (n - 1) / 2.0), Quantiles.ofSorted(slopes, 0.5)));
    }

    private static double ties(double[] series) {
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                double t = i - start;
                sum += t * (t - 1) * (2 * t + 5);
                start = i;
            }
        }
        return sum;
    }
}
