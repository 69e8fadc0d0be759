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

    /** Of a long sum not all terms are tried before one is moved. */
    private static final int MOST_TRIED = 48;

    private final IntegerSystem system;
    private final Steps allowed;
    private final int[][] byVariable;
    private final long[][] coefficients;
    private final int groupSize;
    private final double[] price;
    private final int[] away;
    private double spending;
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
        this(system, base, 1, new double[system.variableCount()], allowed);
    }

    /**
     * With variables that may move at a price only.
     *
     * @param groupSize so many variables in a row are paid for together, once
     * @param price by group; 0 is free. May change between searches
     */
    LocalSearch(IntegerSystem system, long[] base, int groupSize, double[] price, Steps allowed) {
        this.allowed = allowed;
        this.system = system;
        this.groupSize = groupSize;
        this.price = price;
        this.away = new int[price.length];
        this.byVariable = system.constraintsByVariable();
        this.coefficients = system.coefficientsByVariable(byVariable);
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
            allowed.take(2L * over.length);
            for (int i = 0; i < over.length; i++) {
                sum[c] += with[i] * current[over[i]];
            }
            mark(c);
        }
    }

    /** How dear a price is from now on beside a gap of one; at 0 what has a price stays where it is. */
    void setSpending(double factor) {
        spending = factor;
    }

    /** Whether a solution was found in which a variable has a value; it stands in {@link #current} until {@link #back}. */
    boolean canBe(int variable, long value, int maxMoves) {
        return canBe(variable, value, maxMoves, 0);
    }

    /** @param attempt another one makes other choices among equals */
    boolean canBe(int variable, long value, int maxMoves, int attempt) {
        if (value < system.lower(variable) || value > system.upper(variable)) {
            return false;
        }
        random = new SplittableRandom(31L * variable + value + 1_000_003L * attempt);
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
            int v = changed[i];
            away[v / groupSize] -= current[v] == base[v] ? 0 : 1;
            base[v] = current[v];
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
            int tried = 0;
            terms += over.length / 8;
            int at = over.length > MOST_TRIED ? random.nextInt(over.length) : 0;
            for (int n = 0; n < over.length && tried < MOST_TRIED; n++, at = at + 1 == over.length ? 0 : at + 1) {
                int v = over[at];
                if (v == fixed || isClosed(v) || system.lower(v) == system.upper(v)) {
                    continue;
                }
                long step = step(v, with[at], gap);
                if (step == 0) {
                    continue;
                }
                tried++;
                terms += byVariable[v].length;
                double score =
                        score(v, step) + toPay(v, step) + (lastMove[v] > 0 && moves - lastMove[v] < TABU ? 1e6 : 0);
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

    private boolean isClosed(int v) {
        return spending == 0 && price[v / groupSize] > 0;
    }

    /** What moving a variable costs: the price of its group where it is the first to leave, less where it is the last to come back. */
    private double toPay(int v, long step) {
        int group = v / groupSize;
        double of = spending * price[group];
        if (of == 0) {
            return 0;
        }
        return away[group] == 0 ? of : away[group] == 1 && current[v] + step == base[v] ? -of : 0;
    }

    private long step(int v, long a, long gap) {
        long size = (Math.abs(gap) + Math.abs(a) - 1) / Math.abs(a);
        boolean up = gap > 0 == a > 0;
        return up ? Math.min(size, system.upper(v) - current[v]) : -Math.min(size, current[v] - system.lower(v));
    }

    private double score(int v, long step) {
        double score = 0;
        int[] constraints = byVariable[v];
        long[] with = coefficients[v];
        for (int i = 0; i < constraints.length; i++) {
            int c = constraints[i];
            long after = sum[c] + with[i] * step;
            score += weight[c] * (Math.abs(gap(c, after)) - Math.abs(gap(c, sum[c])));
        }
        return score;
    }

    private long gap(int c, long value) {
        return value < system.low(c) ? system.low(c) - value : Math.min(0, system.high(c) - value);
    }

    private void move(int v, long step) {
        int group = v / groupSize;
        away[group] -= current[v] == base[v] ? 0 : 1;
        current[v] += step;
        away[group] += current[v] == base[v] ? 0 : 1;
        if (!isChanged[v]) {
            isChanged[v] = true;
            changed[changedCount++] = v;
        }
        int[] constraints = byVariable[v];
        long[] with = coefficients[v];
        for (int i = 0; i < constraints.length; i++) {
            sum[constraints[i]] += with[i] * step;
            mark(constraints[i]);
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

    /** Whether a variable differs from the base. */
    boolean isMoved(int variable) {
        return current[variable] != base[variable];
    }

    long current(int variable) {
        return current[variable];
    }

    /** The whole current point. */
    long[] point() {
        return current.clone();
    }
}
