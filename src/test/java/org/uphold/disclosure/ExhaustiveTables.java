package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whole numbers tried one by one, each place from its least to its most, leaving out only what some sum already rules out. Written apart
 * from the audit, and simpler: it copies everything at every step.
 */
final class ExhaustiveTables {

    private static final long MAX_TRIED = 30_000;

    private record Sum(int[] over, long[] with, long least, long most) {}

    private final List<long[]> ranges = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private long tried;

    int variable(long least, long most) {
        ranges.add(new long[] {least, most});
        return ranges.size() - 1;
    }

    /** {@code least ≤ Σ with·over ≤ most}. */
    void sum(int[] over, long[] with, long least, long most) {
        sums.add(new Sum(over, with, least, most));
    }

    /** Whether any table has a value in one place; empty where there are more tables than can be tried. */
    Optional<Boolean> canBe(int variable, long value) {
        long[] low = ranges.stream().mapToLong(r -> r[0]).toArray();
        long[] high = ranges.stream().mapToLong(r -> r[1]).toArray();
        if (value < low[variable] || value > high[variable]) {
            return Optional.of(false);
        }
        low[variable] = value;
        high[variable] = value;
        tried = 0;
        boolean found = anyTable(low, high);
        return tried > MAX_TRIED ? Optional.empty() : Optional.of(found);
    }

    private boolean anyTable(long[] low, long[] high) {
        if (++tried > MAX_TRIED || !narrow(low, high)) {
            return false;
        }
        int open = 0;
        while (open < low.length && low[open] == high[open]) {
            open++;
        }
        if (open == low.length) {
            return true;
        }
        for (long value = low[open]; value <= high[open]; value++) {
            long[] from = low.clone();
            long[] to = high.clone();
            from[open] = value;
            to[open] = value;
            if (anyTable(from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out values that cannot be because of one sum, until there are none; false where nothing is left. */
    private boolean narrow(long[] low, long[] high) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) {
                for (int i = 0; i < sum.over.length; i++) {
                    int v = sum.over[i];
                    while (low[v] <= high[v] && !canComeOut(sum, i, low[v], low, high)) {
                        low[v]++;
                        changed = true;
                    }
                    while (low[v] <= high[v] && !canComeOut(sum, i, high[v], low, high)) {
                        high[v]--;
                        changed = true;
                    }
                    if (low[v] > high[v]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean canComeOut(Sum sum, int place, long value, long[] low, long[] high) {
        long from = 0;
        long to = 0;
        for (int i = 0; i < sum.over.length; i++) {
            long a = sum.with[i];
            long least = i == place ? value : low[sum.over[i]];
            long most = i == place ? value : high[sum.over[i]];
            from += a * (a > 0 ? least : most);
            to += a * (a > 0 ? most : least);
        }
        return to >= sum.least && from <= sum.most;
    }
}
