package org.uphold.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Adjusted p-values that control the false discovery rate: the i-th smallest of m becomes {@code min over j ≥ i of p(j)·m/j}, at most 1.
 *
 * <p>Source: Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995) 289.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * @param p p-values in [0, 1], any number and order
     * @return q-values in the same order
     */
    public static double[] adjust(double[] p) {
        int m = p.length;
        Integer[] order = new Integer[m];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> p[i]));
        double[] q = new double[m];
        double smallest = 1;
        for (int rank = m; rank >= 1; rank--) {
            int i = order[rank - 1];
            smallest = Math.min(smallest, p[i] * m / rank);
            q[i] = smallest;
        }
        return q;
    }
}
