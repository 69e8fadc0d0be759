package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Counts and what is known of them, and the least and the most that a sum of counts can be: first by tightening, then by linear programs.
 * Every solution seen is kept: where two of them lie on both sides of 1 to 10, nothing more is asked.
 */
final class IntruderProgram {

    static final long MUCH = 1_000_000;

    private static final double CLOSE = 1e-4;

    private record Row(int[] over, long[] with, long least, long most) {}

    private final List<Row> rows = new ArrayList<>();
    private long[] lower = new long[1024];
    private long[] upper = new long[1024];
    private int[] kinds = new int[1024];
    private int count;
    private final Map<Integer, List<double[]>> seen = new HashMap<>();

    /** @param kind counts of one kind are looked at together, those of others by what they leave to it */
    int variable(int kind) {
        if (count == lower.length) {
            lower = Arrays.copyOf(lower, 2 * count);
            upper = Arrays.copyOf(upper, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        kinds[count] = kind;
        upper[count] = MUCH;
        return count++;
    }

    void add(int[] over, long[] with, long least, long most) {
        rows.add(new Row(over, with, least, most));
    }

    /** Tightens until nothing changes; false where nothing agrees with everything. */
    boolean begin() {
        boolean changed = true;
        for (int round = 0; changed && round < 200; round++) {
            changed = false;
            for (Row row : rows) {
                long least = 0;
                long most = 0;
                for (int i = 0; i < row.over().length; i++) {
                    long a = row.with()[i];
                    least += a * (a > 0 ? lower : upper)[row.over()[i]];
                    most += a * (a > 0 ? upper : lower)[row.over()[i]];
                }
                for (int i = 0; i < row.over().length; i++) {
                    int v = row.over()[i];
                    long a = row.with()[i];
                    long low = lower[v];
                    long high = upper[v];
                    // All coefficients are 1 or −1.
                    if (a > 0) {
                        high = Math.min(high, row.most() - least + low);
                        low = Math.max(low, row.least() - most + upper[v]);
                    } else {
                        low = Math.max(low, least + high - row.most());
                        high = Math.min(high, most + lower[v] - row.least());
                    }
                    if (low > high) {
                        return false;
                    }
                    changed |= low != lower[v] || high != upper[v];
                    least += a > 0 ? low - lower[v] : upper[v] - high;
                    most += a > 0 ? high - upper[v] : lower[v] - low;
                    lower[v] = low;
                    upper[v] = high;
                }
            }
        }
        return true;
    }

    /** Least and most of a sum, rounded to whole numbers within; wider than is true only where it holds all of 1 to 10 anyway. */
    long[] range(int[] over) {
        long least = 0;
        long most = 0;
        for (int v : over) {
            least += lower[v];
            most += upper[v];
        }
        if (least == most) {
            return new long[] {least, most};
        }
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (double[] point : seen.getOrDefault(kinds[over[0]], List.of())) {
            double at = at(point, over);
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        if (low > 1 + CLOSE && least <= 1) {
            double[] point = solve(over, true);
            least = point == null ? least : Math.max(least, (long) Math.ceil(at(point, over) - CLOSE));
        }
        if (high < 10 - CLOSE && most >= 10) {
            double[] point = solve(over, false);
            most = point == null ? most : Math.min(most, (long) Math.floor(at(point, over) + CLOSE));
        }
        return new long[] {least, most};
    }

    private static double at(double[] point, int[] over) {
        double sum = 0;
        for (int v : over) {
            sum += point[v];
        }
        return sum;
    }

    private double @org.jspecify.annotations.Nullable [] solve(int[] over, boolean least) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.iterations_abort = 2_000;
        int kind = kinds[over[0]];
        int[] at = new int[count];
        int open = 0;
        for (int v = 0; v < count; v++) {
            at[v] = -1;
            if (lower[v] < upper[v] && kinds[v] == kind) {
                at[v] = open++;
                var variable = model.newVariable("v" + v).lower(lower[v]);
                if (upper[v] < MUCH) {
                    variable.upper(upper[v]);
                }
            }
        }
        for (int v : over) {
            if (at[v] >= 0) {
                model.getVariable(at[v]).weight(1);
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            if (Arrays.stream(row.over()).anyMatch(v -> kinds[v] != kind)) {
                continue;
            }
            long known = 0;
            Expression expression = null;
            for (int i = 0; i < row.over().length; i++) {
                int v = row.over()[i];
                if (at[v] < 0) {
                    known += row.with()[i] * lower[v];
                } else {
                    expression = expression == null ? model.newExpression("r" + r) : expression;
                    expression.set(at[v], row.with()[i]);
                }
            }
            if (expression != null && row.least() > -MUCH) {
                expression.lower(row.least() - known);
            }
            if (expression != null && row.most() < MUCH) {
                expression.upper(row.most() - known);
            }
        }
        if (open == 0) {
            return Arrays.stream(lower).limit(count).asDoubleStream().toArray();
        }
        Optimisation.Result result = least ? model.minimise() : model.maximise();
        if (!result.getState().isOptimal()) {
            return null;
        }
        double[] point = new double[count];
        for (int v = 0; v < count; v++) {
            point[v] = at[v] < 0 ? lower[v] : result.doubleValue(at[v]);
        }
        seen.computeIfAbsent(kind, k -> new ArrayList<>()).add(point);
        return point;
    }
}
