package org.uphold.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The state of a search over an {@link IntegerSystem}: bounds that tighten and can be taken back, and a current point that stays as
 * close to a base point as the bounds allow. All sums are kept up to date, so that a step costs only what it touches.
 */
final class Bounds {

    private final IntegerSystem system;
    private final int[][] byVariable;
    private final long[] lower;
    private final long[] upper;
    private final long[] current;
    private final long[] least;
    private final long[] most;
    private final long[] sum;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final boolean[] queued;
    private int[] trailVariable = new int[256];
    private long[] trailValues = new long[3 * 256];
    private int trail;
    private int[] moved = new int[256];
    private int movedCount;
    private long work;
    private final Steps allowed;

    /** @param base a value for each variable; it need not satisfy the system */
    Bounds(IntegerSystem system, long[] base) {
        this(system, base, Steps.unlimited());
    }

    Bounds(IntegerSystem system, long[] base, Steps allowed) {
        this.allowed = allowed;
        this.system = system;
        this.byVariable = system.constraintsByVariable();
        int n = system.variableCount();
        lower = new long[n];
        upper = new long[n];
        current = new long[n];
        for (int v = 0; v < n; v++) {
            lower[v] = system.lower(v);
            upper[v] = system.upper(v);
            current[v] = Math.max(lower[v], Math.min(upper[v], base[v]));
        }
        int m = system.constraintCount();
        least = new long[m];
        most = new long[m];
        sum = new long[m];
        queued = new boolean[m];
        for (int c = 0; c < m; c++) {
            int[] over = system.variables(c);
            long[] with = system.coefficients(c);
            for (int i = 0; i < over.length; i++) {
                least[c] += with[i] * (with[i] > 0 ? lower : upper)[over[i]];
                most[c] += with[i] * (with[i] > 0 ? upper : lower)[over[i]];
                sum[c] += with[i] * current[over[i]];
            }
        }
    }

    /** Replaces the bounds of a variable for good; only outside of a search. */
    void reset(int variable, long from, long to) {
        system.bound(variable, from, to);
        apply(variable, from, to, Math.max(from, Math.min(to, current[variable])));
    }

    /** Makes the current point the base of later searches; only outside of a search. */
    void settle() {
        trail = 0;
        movedCount = 0;
    }

    int mark() {
        return trail;
    }

    int movedMark() {
        return movedCount;
    }

    void undo(int mark, int movedMark) {
        while (trail > mark) {
            trail--;
            apply(trailVariable[trail], trailValues[3 * trail], trailValues[3 * trail + 1], trailValues[3 * trail + 2]);
        }
        movedCount = movedMark;
        queue.forEach(c -> queued[c] = false);
        queue.clear();
    }

    /** Tightens a variable; false where nothing is left. */
    boolean tighten(int variable, long from, long to) {
        long newLower = Math.max(from, lower[variable]);
        long newUpper = Math.min(to, upper[variable]);
        if (newLower > newUpper) {
            return false;
        }
        if (newLower == lower[variable] && newUpper == upper[variable]) {
            return true;
        }
        if (trail == trailVariable.length) {
            trailVariable = Arrays.copyOf(trailVariable, trail * 2);
            trailValues = Arrays.copyOf(trailValues, trail * 6);
        }
        trailVariable[trail] = variable;
        trailValues[3 * trail] = lower[variable];
        trailValues[3 * trail + 1] = upper[variable];
        trailValues[3 * trail + 2] = current[variable];
        trail++;
        allowed.take(4L * byVariable[variable].length);
        long before = current[variable];
        apply(variable, newLower, newUpper, Math.max(newLower, Math.min(newUpper, before)));
        for (int c : byVariable[variable]) {
            enqueue(c);
            if (before != current[variable]) {
                noteMoved(c);
            }
        }
        return true;
    }

    private void noteMoved(int constraint) {
        if (movedCount == moved.length) {
            moved = Arrays.copyOf(moved, movedCount * 2);
        }
        moved[movedCount++] = constraint;
    }

    /** Lets later propagation look at a constraint. */
    void enqueue(int constraint) {
        if (!queued[constraint]) {
            queued[constraint] = true;
            queue.add(constraint);
        }
    }

    private void apply(int variable, long newLower, long newUpper, long newCurrent) {
        int[] constraints = byVariable[variable];
        long up = newUpper - upper[variable];
        long down = newLower - lower[variable];
        long move = newCurrent - current[variable];
        for (int c : constraints) {
            long a = system.coefficient(c, variable);
            least[c] += a * (a > 0 ? down : up);
            most[c] += a * (a > 0 ? up : down);
            sum[c] += a * move;
        }
        lower[variable] = newLower;
        upper[variable] = newUpper;
        current[variable] = newCurrent;
    }

    /** Tightens bounds until nothing changes; false where the system has no solution left. */
    boolean propagate() {
        return propagate(Long.MAX_VALUE);
    }

    /** The same for so many terms at most: what is left then may still have no solution. */
    boolean propagate(long maxWork) {
        long end = maxWork == Long.MAX_VALUE ? maxWork : work + maxWork;
        while (!queue.isEmpty() && work < end && !allowed.isSpent()) {
            int c = queue.poll();
            queued[c] = false;
            if (!propagate(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean propagate(int c) {
        long low = system.low(c);
        long high = system.high(c);
        if (least[c] > high || most[c] < low) {
            return false;
        }
        if (least[c] >= low && most[c] <= high) {
            return true;
        }
        int[] over = system.variables(c);
        long[] with = system.coefficients(c);
        work += over.length;
        allowed.take(over.length);
        for (int i = 0; i < over.length; i++) {
            int v = over[i];
            if (lower[v] == upper[v]) {
                continue;
            }
            long a = Math.abs(with[i]);
            long fromHigh = (high - least[c]) / a;
            long fromLow = (most[c] - low) / a;
            boolean open = with[i] > 0
                    ? tighten(v, upper[v] - fromLow, lower[v] + fromHigh)
                    : tighten(v, upper[v] - fromHigh, lower[v] + fromLow);
            if (!open) {
                return false;
            }
        }
        return true;
    }

    /** A constraint that the current point breaks, among those it moved in since the mark; −1 where it is a solution. */
    int broken(int fromMoved) {
        for (int i = fromMoved; i < movedCount; i++) {
            if (gap(moved[i]) != 0) {
                return moved[i];
            }
        }
        return -1;
    }

    /** How far the current point's sum lies from what a constraint allows: above 0 where it must grow. */
    long gap(int c) {
        return sum[c] < system.low(c) ? system.low(c) - sum[c] : Math.min(0, system.high(c) - sum[c]);
    }

    /** Gap after a further move of one variable. */
    long gapAfter(int c, int variable, long move) {
        long moved = sum[c] + system.coefficient(c, variable) * move;
        return moved < system.low(c) ? system.low(c) - moved : Math.min(0, system.high(c) - moved);
    }

    void enqueueAround(int constraint) {
        for (int v : system.variables(constraint)) {
            if (lower[v] != upper[v]) {
                for (int c : byVariable[v]) {
                    enqueue(c);
                }
            }
        }
    }

    /** Whether the bounds alone make a constraint hold. */
    boolean isImplied(int c) {
        return least[c] >= system.low(c) && most[c] <= system.high(c);
    }

    /** Constraints over what was tightened since a mark. */
    int[] touchedSince(int mark) {
        BitSet touched = new BitSet();
        for (int i = mark; i < trail; i++) {
            for (int c : byVariable[trailVariable[i]]) {
                touched.set(c);
            }
        }
        return touched.stream().toArray();
    }

    int[] constraintsOf(int variable) {
        return byVariable[variable];
    }

    IntegerSystem system() {
        return system;
    }

    long lower(int variable) {
        return lower[variable];
    }

    long upper(int variable) {
        return upper[variable];
    }

    long current(int variable) {
        return current[variable];
    }

    long[] point() {
        return current.clone();
    }

    /** What may still be looked at. */
    Steps allowed() {
        return allowed;
    }

    /** Terms looked at so far. */
    long work() {
        return work;
    }

    /** All constraints, as after a move of everything: for a base that is no solution. */
    void touchAll() {
        for (int c = 0; c < sum.length; c++) {
            noteMoved(c);
            enqueue(c);
        }
    }
}
