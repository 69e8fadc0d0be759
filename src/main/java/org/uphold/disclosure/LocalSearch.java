package org.uphold.disclosure;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Looks for a solution of an {@link IntegerSystem} near a base point: as long as a constraint is broken, some variable of a broken one
 * moves so that the weighted sum of all gaps falls most; where none can make it fall, the weights of what is broken grow. What it finds
 * is an explicit alternative table; that it finds nothing says nothing. The order of its choices is fixed by its seed.
 *
 * <p>Source: the idea is that of Feasibility Jump (Luteberget and Sartor, Mathematical Programming Computation 15, 2023).
 */
final class LocalSearch {

    private static final int TABU = 3;

    private final IntegerSystem system;
    private final Steps allowed;
    private final int[][] byVariable;
    private final long[] base;
    private final long[] current;
    private final long[] sum;
    private final double[] weight;
    private final int[] broken;
    private final int[] brokenAt;
    private int brokenCount;
    private final int[] changed;
    private final boolean[] isChanged;
    private int changedCount;
    private final int[] lastMove;
    private final int[] weighted;
    private int weightedCount;
    private SplittableRandom random = new SplittableRandom(1);

    LocalSearch(IntegerSystem system, long[] base) {
        this(system, base, Steps.unlimited());
    }

    LocalSearch(IntegerSystem system, long[] base, Steps allowed) {
        this.allowed = allowed;
        this.system = system;
        this.byVariable = system.constraintsByVariable();
        this.base = base.clone();
        this.current = base.clone();
        int m = system.constraintCount();
        int n = system.variableCount();
        sum = new long[m];
        weight = new double[m];
        Arrays.fill(weight, 1);
        broken = new int[m];
        brokenAt = new int[m];
        Arrays.fill(brokenAt, -1);
        changed = new int[n];
        isChanged = new boolean[n];
        lastMove = new int[n];
        weighted = new int[m];
        for (int c = 0; c < m; c++) {
            int[] over = system.variables(c);
            long[] with = system.coefficients(c);
            for (int i = 0; i < over.length; i++) {
                sum[c] += with[i] * current[over[i]];
            }
            mark(c);
        }
    }

    /** Whether a solution was found in which a variable has a value; it stands in {@link #current} until {@link #back}. */
    boolean canBe(int variable, long value, int maxMoves) {
        if (value < system.lower(variable) || value > system.upper(variable)) {
            return false;
        }
        random = new SplittableRandom(31L * variable + value);
        move(variable, value - current[variable]);
        return repair(variable, maxMoves);
    }

    /** The same in steps of one from the base, each repaired before the next: slower, and finds what one leap misses. */
    boolean canReach(int variable, long value, int maxMoves, int attempt) {
        if (value < system.lower(variable) || value > system.upper(variable)) {
            return false;
        }
        random = new SplittableRandom(31L * variable + value + 1_000_003L * attempt);
        while (current[variable] != value) {
            move(variable, Long.signum(value - current[variable]));
            if (!repair(variable, maxMoves)) {
                return false;
            }
        }
        return true;
    }

    /** The same beginning at a point of some variables, in which one keeps its value; it stands in {@link #current} too. */
    boolean canBeNear(Map<Integer, Long> point, int fixed, int maxMoves) {
        random = new SplittableRandom(31L * fixed);
        point.forEach((v, value) -> move(v, value - current[v]));
        return repair(fixed, maxMoves);
    }

    /** Looks for any solution and makes it the base. */
    boolean findBase(int maxMoves, int attempt) {
        random = new SplittableRandom(attempt);
        boolean found = repair(-1, maxMoves);
        if (found) {
            settle();
        }
        back();
        return found;
    }

    /** Makes the current point the base. */
    void settle() {
        for (int i = 0; i < changedCount; i++) {
            base[changed[i]] = current[changed[i]];
        }
        back();
    }

    private boolean repair(int fixed, int maxMoves) {
        long terms = 1;
        for (int moves = 1; brokenCount > 0; moves++) {
            if (moves > maxMoves || !allowed.take(terms)) {
                return false;
            }
            terms = 1;
            int c = broken[random.nextInt(brokenCount)];
            int[] over = system.variables(c);
            long[] with = system.coefficients(c);
            long gap = gap(c, sum[c]);
            int best = -1;
            long bestStep = 0;
            double bestScore = Double.POSITIVE_INFINITY;
            for (int i = 0; i < over.length; i++) {
                int v = over[i];
                if (v == fixed || system.lower(v) == system.upper(v)) {
                    continue;
                }
                long step = step(v, with[i], gap);
                if (step == 0) {
                    continue;
                }
                terms += byVariable[v].length;
                double score = score(v, step) + (lastMove[v] > 0 && moves - lastMove[v] < TABU ? 1e6 : 0);
                if (score < bestScore || (score == bestScore && random.nextBoolean())) {
                    best = v;
                    bestStep = step;
                    bestScore = score;
                }
            }
            if (best < 0) {
                return false;
            }
            if (bestScore >= 0) {
                raiseWeights();
            }
            lastMove[best] = moves;
            move(best, bestStep);
        }
        return true;
    }

    private void raiseWeights() {
        for (int i = 0; i < brokenCount; i++) {
            int c = broken[i];
            if (weight[c] == 1 && weightedCount < weighted.length) {
                weighted[weightedCount++] = c;
            }
            weight[c] += 1;
        }
    }

    private long step(int v, long a, long gap) {
        long size = (Math.abs(gap) + Math.abs(a) - 1) / Math.abs(a);
        boolean up = gap > 0 == a > 0;
        return up ? Math.min(size, system.upper(v) - current[v]) : -Math.min(size, current[v] - system.lower(v));
    }

    private double score(int v, long step) {
        double score = 0;
        for (int c : byVariable[v]) {
            long after = sum[c] + system.coefficient(c, v) * step;
            score += weight[c] * (Math.abs(gap(c, after)) - Math.abs(gap(c, sum[c])));
        }
        return score;
    }

    private long gap(int c, long value) {
        return value < system.low(c) ? system.low(c) - value : Math.min(0, system.high(c) - value);
    }

    private void move(int v, long step) {
        current[v] += step;
        if (!isChanged[v]) {
            isChanged[v] = true;
            changed[changedCount++] = v;
        }
        for (int c : byVariable[v]) {
            sum[c] += system.coefficient(c, v) * step;
            mark(c);
        }
    }

    private void mark(int c) {
        boolean is = gap(c, sum[c]) != 0;
        if (is && brokenAt[c] < 0) {
            brokenAt[c] = brokenCount;
            broken[brokenCount++] = c;
        } else if (!is && brokenAt[c] >= 0) {
            int last = broken[--brokenCount];
            broken[brokenAt[c]] = last;
            brokenAt[last] = brokenAt[c];
            brokenAt[c] = -1;
        }
    }

    /** Returns to the base. */
    void back() {
        for (int i = 0; i < changedCount; i++) {
            int v = changed[i];
            long step = base[v] - current[v];
            if (step != 0) {
                move(v, step);
            }
            isChanged[v] = false;
            lastMove[v] = 0;
        }
        changedCount = 0;
        for (int i = 0; i < weightedCount; i++) {
            weight[weighted[i]] = 1;
        }
        weightedCount = 0;
    }

    /** Variables that differ from the base, or may. */
    int[] changed() {
        return Arrays.copyOf(changed, changedCount);
    }

    long current(int variable) {
        return current[variable];
    }

    /** The whole current point. */
    long[] point() {
        return current.clone();
    }
}
