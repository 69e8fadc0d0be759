package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear constraints over whole numbers: {@code low ≤ Σ coefficient·variable ≤ high}. Variables and constraints are numbered in the
 * order in which they are added.
 */
final class IntegerSystem {

    /** Stands for no upper bound of a variable; large enough for any count, small enough to be multiplied. */
    static final long UNBOUNDED = 1_000_000_000L;

    /** Stands for no bound of a constraint. */
    static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private static final int SHORT = 8;

    private final List<int[]> variables = new ArrayList<>();
    private final List<long[]> coefficients = new ArrayList<>();
    private long[] low = new long[64];
    private long[] high = new long[64];
    private long[] lower = new long[64];
    private long[] upper = new long[64];
    private int variableCount;

    int addVariable(long least, long most) {
        if (variableCount == lower.length) {
            lower = Arrays.copyOf(lower, variableCount * 2);
            upper = Arrays.copyOf(upper, variableCount * 2);
        }
        lower[variableCount] = least;
        upper[variableCount] = most;
        return variableCount++;
    }

    /** Constraints of more than eight terms have one coefficient for all terms but the first. */
    void addConstraint(int[] over, long[] with, long least, long most) {
        int c = variables.size();
        if (c == low.length) {
            low = Arrays.copyOf(low, c * 2);
            high = Arrays.copyOf(high, c * 2);
        }
        variables.add(over);
        coefficients.add(with);
        low[c] = least;
        high[c] = most;
    }

    /** Whether a point satisfies a constraint that is not added yet. */
    static boolean holds(long[] point, int[] over, long[] with, long least, long most) {
        long sum = 0;
        for (int i = 0; i < over.length; i++) {
            sum += with[i] * point[over[i]];
        }
        return sum >= least && sum <= most;
    }

    /** Whether a point satisfies everything, bounds too. */
    boolean holds(long[] point) {
        for (int v = 0; v < variableCount; v++) {
            if (point[v] < lower[v] || point[v] > upper[v]) {
                return false;
            }
        }
        for (int c = 0; c < variables.size(); c++) {
            if (!holds(point, variables.get(c), coefficients.get(c), low[c], high[c])) {
                return false;
            }
        }
        return true;
    }

    int variableCount() {
        return variableCount;
    }

    int constraintCount() {
        return variables.size();
    }

    int[] variables(int constraint) {
        return variables.get(constraint);
    }

    long[] coefficients(int constraint) {
        return coefficients.get(constraint);
    }

    /** The coefficient of a variable that stands in a constraint. */
    long coefficient(int constraint, int variable) {
        int[] over = variables.get(constraint);
        long[] with = coefficients.get(constraint);
        if (over[0] == variable) {
            return with[0];
        }
        // Long constraints are sums: all terms but the first are alike.
        if (over.length > SHORT) {
            return with[1];
        }
        for (int i = 1; i < over.length; i++) {
            if (over[i] == variable) {
                return with[i];
            }
        }
        throw new IllegalArgumentException("Constraint " + constraint + " lacks variable " + variable);
    }

    long low(int constraint) {
        return low[constraint];
    }

    long high(int constraint) {
        return high[constraint];
    }

    long lower(int variable) {
        return lower[variable];
    }

    long upper(int variable) {
        return upper[variable];
    }

    /** Changes the bounds of a variable, for searches that begin later. */
    void bound(int variable, long least, long most) {
        lower[variable] = least;
        upper[variable] = most;
    }

    /** Numbers of the constraints over each variable. */
    int[][] constraintsByVariable() {
        int[] sizes = new int[variableCount];
        for (int[] over : variables) {
            for (int v : over) {
                sizes[v]++;
            }
        }
        int[][] by = new int[variableCount][];
        for (int v = 0; v < variableCount; v++) {
            by[v] = new int[sizes[v]];
        }
        int[] filled = new int[variableCount];
        for (int c = 0; c < variables.size(); c++) {
            for (int v : variables.get(c)) {
                by[v][filled[v]++] = c;
            }
        }
        return by;
    }

    /** For the constraints over each variable, as numbered by {@link #constraintsByVariable}, its coefficient there. */
    long[][] coefficientsByVariable(int[][] byVariable) {
        long[][] found = new long[variableCount][];
        int[] filled = new int[variableCount];
        for (int v = 0; v < variableCount; v++) {
            found[v] = new long[byVariable[v].length];
        }
        for (int c = 0; c < variables.size(); c++) {
            int[] over = variables.get(c);
            long[] with = coefficients.get(c);
            for (int i = 0; i < over.length; i++) {
                found[over[i]][filled[over[i]]++] = with[i];
            }
        }
        return found;
    }
}
