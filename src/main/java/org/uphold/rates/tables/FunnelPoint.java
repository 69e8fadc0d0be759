package org.uphold.rates.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Tally;
import org.uphold.statistics.BenjaminiHochberg;
import org.uphold.statistics.BinomialTail;
import org.uphold.statistics.Funnel;
import org.uphold.statistics.Interval;
import org.uphold.statistics.OverDispersion;

/**
 * A group's place in the funnel around the overall rate. Limits, p and flag rest on the exact tails of a binomial count of
 * {@code size} items: a normal tail is too small just where the groups are, near 0 and 1.
 *
 * @param size effective number of items: determined items by the larger of the group's own design effect and the one that it has at the
 *     overall correlation within letters; where the groups are over-dispersed, less by what that takes
 * @param twoSigma limits at that size
 * @param threeSigma limits at that size
 * @param q its p-value, adjusted over the groups of the table
 * @param flag {@code low}, {@code high} or null
 * @param adjusted whether the size allows for over-dispersion
 */
record FunnelPoint(
        double size,
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
        int[] placed = IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).determined() > 0)
                .toArray();
        double correlation = overall.correlation();
        double[] rates = new double[placed.length];
        double[] sizes = new double[placed.length];
        for (int i = 0; i < placed.length; i++) {
            Tally tally = groups.get(placed[i]);
            rates[i] = (double) tally.upheld() / tally.determined();
            sizes[i] = size(tally, correlation);
        }
        boolean adjusted = allow(target, rates, sizes);
        double[] p = new double[placed.length];
        for (int i = 0; i < placed.length; i++) {
            p[i] = new BinomialTail(sizes[i], target).twoSidedP(rates[i]);
        }
        double[] q = BenjaminiHochberg.adjust(p);
        // Many small groups have the same size.
        Map<Double, Interval> two = new HashMap<>();
        Map<Double, Interval> three = new HashMap<>();
        for (int i = 0; i < placed.length; i++) {
            Interval inner = two.computeIfAbsent(sizes[i], n -> limits(n, target, Funnel.TWO_SIGMA));
            Interval outer = three.computeIfAbsent(sizes[i], n -> limits(n, target, Funnel.THREE_SIGMA));
            boolean outside = rates[i] < outer.lower() || rates[i] > outer.upper();
            String flag = q[i] > MAX_Q || !outside ? null : rates[i] < target ? "low" : "high";
            points[placed[i]] = new FunnelPoint(sizes[i], inner, outer, q[i], flag, adjusted);
        }
        return points;
    }

    private static double size(Tally tally, double correlation) {
        double own = Objects.requireNonNull(tally.designEffect());
        double overall = Objects.requireNonNull(tally.designEffect(correlation));
        return tally.determined() / Math.max(own, overall);
    }

    /** Takes from the sizes what over-dispersion takes, where there is any. */
    private static boolean allow(double target, double[] rates, double[] sizes) {
        double[] z = new double[sizes.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = new BinomialTail(sizes[i], target).z(rates[i]);
        }
        OverDispersion spread = OverDispersion.of(z, sizes);
        if (spread.significant()) {
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = spread.allowedSize(sizes[i]);
            }
        }
        return spread.significant();
    }

    private static Interval limits(double size, double target, double quantile) {
        return new BinomialTail(size, target).limits(quantile);
    }
}
