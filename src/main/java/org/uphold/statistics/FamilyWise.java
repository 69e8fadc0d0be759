package org.uphold.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Adjusted p-values that control the chance of even one false finding. Published tables use {@link BenjaminiHochberg}, which finds
 * more; these serve to check the figures of publishers who are stricter.
 *
 * <p>Sources: Bonferroni 1936; Holm, Scandinavian J. Statistics 6 (1979) 65.
 */
public final class FamilyWise {

    private FamilyWise() {}

    /**
     * Each becomes {@code p·m}, at most 1.
     *
     * @param p p-values in [0, 1], any number and order
     * @return adjusted ones in the same order
     */
    public static double[] bonferroni(double[] p) {
        return Arrays.stream(p).map(v -> Math.min(1, v * p.length)).toArray();
    }

    /**
     * The i-th smallest of m becomes {@code max over j ≤ i of p(j)·(m−j+1)}, at most 1: never above Bonferroni's.
     *
     * @param p p-values in [0, 1], any number and order
     * @return adjusted ones in the same order
     */
    public static double[] holm(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> p[i]));
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            largest = Math.max(largest, Math.min(1, p[order[rank]] * (p.length - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
