package org.uphold.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.statistics.BenjaminiHochberg;
import org.uphold.statistics.Funnel;
import org.uphold.statistics.Interval;
import org.uphold.statistics.Normal;
import org.uphold.statistics.OverDispersion;

/**
 * A group's place in the funnel around the overall rate.
 *
 * @param twoSigma limits at its effective size
 * @param threeSigma limits at its effective size
 * @param q its p-value, adjusted over the groups of the table
 * @param flag {@code low}, {@code high} or null
 * @param adjusted whether the limits allow for over-dispersion
 */
record FunnelPoint(
        Interval twoSigma,
        Interval threeSigma,
        double q,
        @Nullable String flag,
        boolean adjusted) {

    /** Above this false discovery rate nothing is flagged. */
    private static final double MAX_Q = 0.05;

    /**
     * Places the groups of one table.
     *
     * @param overall the rate they are compared with
     * @param groups tallies; those without a determined item have no place
     * @return a point or null for each group, in order; all null where the overall rate is missing, 0 or 1
     */
    static @Nullable FunnelPoint[] of(Tally overall, List<Tally> groups) {
        @Nullable FunnelPoint[] points = new FunnelPoint[groups.size()];
        Double target = overall.upholdRate();
        if (target == null || target == 0 || target == 1) {
            return points;
        }
        int[] placed = java.util.stream.IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).determined() > 0)
                .toArray();
        double[] rates = new double[placed.length];
        double[] sizes = new double[placed.length];
        for (int i = 0; i < placed.length; i++) {
            Tally tally = groups.get(placed[i]);
            rates[i] = (double) tally.upheld() / tally.determined();
            Double size = tally.effectiveSize();
            sizes[i] = size == null ? 0 : size;
        }
        OverDispersion spread = OverDispersion.of(target, rates, sizes);
        double[] p = new double[placed.length];
        for (int i = 0; i < placed.length; i++) {
            double z = spread.significant()
                    ? spread.adjustedZ(rates[i], sizes[i])
                    : Funnel.scoreZ(rates[i], target, sizes[i]);
            p[i] = Normal.twoSidedP(z);
        }
        double[] q = BenjaminiHochberg.adjust(p);
        for (int i = 0; i < placed.length; i++) {
            Interval three = limits(spread, sizes[i], Funnel.THREE_SIGMA);
            boolean outside = rates[i] < three.lower() || rates[i] > three.upper();
            String flag = q[i] > MAX_Q || !outside ? null : rates[i] < target ? "low" : "high";
            points[placed[i]] = new FunnelPoint(
                    limits(spread, sizes[i], Funnel.TWO_SIGMA), three, q[i], flag, spread.significant());
        }
        return points;
    }

    private static Interval limits(OverDispersion spread, double size, double quantile) {
        return spread.significant()
                ? spread.limits(size, quantile)
                : Funnel.scoreLimits(spread.target(), size, quantile);
    }
}
