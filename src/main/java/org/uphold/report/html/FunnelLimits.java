package org.uphold.report.html;

import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/**
 * The funnel's curves between the sizes that the table has: the same formulas as in the data dictionary, the spread between
 * groups (τ²) read back from the published limits.
 */
record FunnelLimits(double target, double tau2, boolean adjusted) {

    static final double TWO_SIGMA = 1.959963984540054;
    static final double THREE_SIGMA = 3.090232306167813;

    /** From the rows of a table of rates; null without an overall rate strictly between 0 and 1. */
    static @Nullable FunnelLimits of(@Nullable Double overall, Iterable<Row> rows) {
        if (overall == null || overall <= 0 || overall >= 1) {
            return null;
        }
        double largest = 0;
        double tau2 = 0;
        boolean adjusted = false;
        for (Row row : rows) {
            double n = row.numberOr("n_eff", 0);
            double lower = row.numberOr("funnel_3s_lower", 0);
            if (row.isTrue("funnel_adjusted") && n > largest && lower > 0) {
                largest = n;
                adjusted = true;
                double distance = (angle(overall) - angle(lower)) / THREE_SIGMA;
                tau2 = Math.max(0, distance * distance - 1 / (4 * n));
            }
        }
        return new FunnelLimits(overall, tau2, adjusted);
    }

    /** The limit at a size; z below 0 for the lower one. */
    double at(double n, double z) {
        if (!adjusted) {
            return Math.min(1, Math.max(0, target + z * Math.sqrt(target * (1 - target) / n)));
        }
        double angle = angle(target) + z * Math.sqrt(1 / (4 * n) + tau2);
        double sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, angle)));
        return sine * sine;
    }

    private static double angle(double p) {
        return Math.asin(Math.sqrt(p));
    }
}
