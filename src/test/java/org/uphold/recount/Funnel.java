package org.uphold.recount;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which rows of a table differ from the whole, by the manual's section on flags. */
final class Funnel {

    static final List<String> COLUMNS = List.of(
            "funnel_n",
            "funnel_2s_lower",
            "funnel_2s_upper",
            "funnel_3s_lower",
            "funnel_3s_upper",
            "funnel_adjusted",
            "funnel_flag",
            "q_value");

    private final double target;
    private final Tails tails;
    private final double[] rates;
    private final double[] sizes;
    private final boolean adjusted;
    private final Map<List<Double>, Double> limits = new HashMap<>();

    /**
     * @param groups with a determined item each
     */
    private Funnel(Group all, List<Group> groups, Rules rules) {
        target = all.rate();
        this.tails = rules.tails();
        rates = groups.stream().mapToDouble(Group::rate).toArray();
        double alike = all.correlation();
        sizes = groups.stream()
                .mapToDouble(g -> rules.clustered()
                        ? Math.min(g.effectiveSize(true), g.determined() / g.designEffect(alike))
                        : g.determined())
                .toArray();
        double spread = spread();
        adjusted = spread > 0;
        Arrays.setAll(sizes, i -> sizes[i] / (1 + spread * sizes[i]));
    }

    /** The columns of each group. */
    static void add(Group all, List<Group> groups, List<Map<String, @Nullable Object>> rows, Rules rules) {
        int[] placed = IntStream.range(0, groups.size())
                .filter(i ->
                        all.upheld() > 0 && all.notUpheld() > 0 && groups.get(i).determined() > 0)
                .toArray();
        rows.forEach(row -> COLUMNS.forEach(column -> row.put(column, null)));
        if (placed.length > 0) {
            List<Group> with = Arrays.stream(placed).mapToObj(groups::get).toList();
            Funnel funnel = new Funnel(all, with, rules);
            for (int i = 0; i < placed.length; i++) {
                funnel.add(i, rows.get(placed[i]));
            }
        }
    }

    private double below(int i) {
        return tails.below(rates[i] * sizes[i], sizes[i], target);
    }

    private double above(int i) {
        return tails.above(rates[i] * sizes[i], sizes[i], target);
    }

    private double smaller(int i) {
        return Math.min(below(i), above(i));
    }

    private double p(int i) {
        return Math.min(1, 2 * smaller(i));
    }

    /** Four times τ²: what groups scatter beyond chance, where an item scatters by 1; 0 where chance explains what is seen. */
    private double spread() {
        int many = rates.length;
        if (many < 2) {
            return 0;
        }
        double[] z = new double[many];
        for (int i = 0; i < many; i++) {
            double far = -Distributions.normalQuantile(Math.min(0.5, smaller(i)));
            z[i] = below(i) < above(i) ? -far : far;
        }
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double low = quantile(sorted, 0.1);
        double high = quantile(sorted, 0.9);
        double squares = 0;
        for (double value : z) {
            squares += Math.pow(Math.max(low, Math.min(high, value)), 2);
        }
        if (squares <= Distributions.chiSquaredQuantile(0.95, many - 1)) {
            return 0;
        }
        double sum = Arrays.stream(sizes).sum();
        double sumOfSquares = Arrays.stream(sizes).map(s -> s * s).sum();
        return Math.max(0, (squares - (many - 1)) / (sum - sumOfSquares / sum));
    }

    static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] * (1 - (at - below)) + sorted[above] * (at - below);
    }

    private void add(int i, Map<String, @Nullable Object> row) {
        double lowest = limit(i, 0.001, true);
        double highest = limit(i, 0.001, false);
        double q = falseDiscovery(i);
        row.put("funnel_n", sizes[i]);
        boolean outside = rates[i] < lowest || rates[i] > highest;
        row.put("funnel_2s_lower", limit(i, 0.025, true));
        row.put("funnel_2s_upper", limit(i, 0.025, false));
        row.put("funnel_3s_lower", lowest);
        row.put("funnel_3s_upper", highest);
        row.put("funnel_adjusted", adjusted);
        row.put("funnel_flag", outside && q <= 0.05 ? rates[i] < target ? "low" : "high" : null);
        row.put("q_value", q);
    }

    private double limit(int i, double tail, boolean lower) {
        return limits.computeIfAbsent(
                List.of(sizes[i], tail, lower ? 0.0 : 1.0),
                key -> (lower ? tails.lowest(tail, sizes[i], target) : tails.highest(tail, sizes[i], target))
                        / sizes[i]);
    }

    /** Over all groups at least as unlikely as some threshold: their number by chance to their number seen, at best. */
    private double falseDiscovery(int i) {
        Map<Double, Integer> seen = new TreeMap<>();
        for (int j = 0; j < rates.length; j++) {
            seen.merge(p(j), 1, Integer::sum);
        }
        double own = p(i);
        double best = 1;
        int rank = 0;
        for (Map.Entry<Double, Integer> threshold : seen.entrySet()) {
            rank += threshold.getValue();
            if (threshold.getKey() >= own) {
                best = Math.min(best, threshold.getKey() * rates.length / rank);
            }
        }
        return best;
    }
}
