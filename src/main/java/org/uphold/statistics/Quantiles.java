package org.uphold.statistics;

import java.util.Map;
import java.util.SortedMap;

/** Quantiles of data by linear interpolation between order statistics (type 7 of Hyndman and Fan, R's default). */
public final class Quantiles {

    private Quantiles() {}

    /**
     * @param sorted ascending, not empty
     * @param p in [0, 1]
     */
    public static double ofSorted(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The same over a histogram.
     *
     * @param counts how often each value occurs; at least one occurs
     * @param p in [0, 1]
     */
    public static double ofHistogram(SortedMap<Integer, Long> counts, double p) {
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        double position = p * (n - 1);
        long below = (long) Math.floor(position);
        int low = valueAt(counts, below);
        int high = valueAt(counts, Math.min(below + 1, n - 1));
        return low + (position - below) * (high - low);
    }

    private static int valueAt(SortedMap<Integer, Long> counts, long rank) {
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen > rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("No value of rank " + rank + " among " + seen);
    }
}
