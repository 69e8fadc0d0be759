package org.uphold.disclosure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.uphold.disclosure.Search.Answer;

/**
 * Decides by branch and bound over linear programs what looking near the true table does not: whether the unknowns that depend on
 * each other have any solution within the present bounds. The solver calculates in floating point, so that nothing rests on its word:
 * a point that it proposes is rounded and repaired, and counts only where every constraint holds for the whole numbers; that it finds
 * none can only make a package fail. All limits are counts, not times: the answer does not depend on the machine.
 */
final class IntegerProgram {

    /** Blocks of more unknowns are left undecided. */
    static final int MAX_UNKNOWNS = 2_000;

    private static final int MAX_NODES = 100;
    private static final int MAX_ITERATIONS = 50_000;
    private static final double WHOLE = 1e-6;

    private final Bounds bounds;
    private final LocalSearch local;
    private final int repairMoves;
    private Block block = new Block(List.of(), List.of());
    private int fixed = -1;
    private int nodes;

    /**
     * @param bounds with the condition in force, and propagated
     * @param local where a proposed point is made whole
     * @param repairMoves how many moves that may take
     */
    IntegerProgram(Bounds bounds, LocalSearch local, int repairMoves) {
        this.bounds = bounds;
        this.local = local;
        this.repairMoves = repairMoves;
    }

    /**
     * Whether there is a solution; if so it stands in the local search until that goes back.
     *
     * @param from constraints that the condition touches
     * @param condition the variable that has its value by the condition; −1 without a condition
     */
    Answer solve(int[] from, int condition) {
        block = Block.around(bounds, from, MAX_UNKNOWNS);
        fixed = condition;
        nodes = 0;
        // Writing a program down costs as much as solving a small one: first whether it may be solved at all.
        return isAffordable() ? branch(model()) : Answer.UNDECIDED;
    }

    private boolean isAffordable() {
        return block.unknowns().size() <= MAX_UNKNOWNS
                && bounds.allowed()
                        .affordsProgram(
                                block.unknowns().size(), block.constraints().size());
    }

    /** Depth first, and the nearer half of the most divided unknown before the other. */
    private Answer branch(ExpressionsBasedModel model) {
        if (++nodes > MAX_NODES
                || !bounds.allowed()
                        .takeProgram(
                                block.unknowns().size(), block.constraints().size())) {
            return Answer.UNDECIDED;
        }
        Optimisation.Result result = model.minimise();
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return Answer.INFEASIBLE;
        }
        if (!result.getState().isFeasible()) {
            return Answer.UNDECIDED;
        }
        if (isSolutionNear(result)) {
            return Answer.FEASIBLE;
        }
        int divided = mostDivided(result);
        if (divided < 0) {
            return Answer.UNDECIDED;
        }
        double at = result.doubleValue(divided);
        boolean up = at - Math.floor(at) >= 0.5;
        Answer nearer = branch(half(model, divided, at, up));
        if (nearer == Answer.FEASIBLE) {
            return nearer;
        }
        Answer other = branch(half(model, divided, at, !up));
        return other == Answer.INFEASIBLE ? nearer : other;
    }

    private static ExpressionsBasedModel half(ExpressionsBasedModel model, int unknown, double at, boolean up) {
        ExpressionsBasedModel half = model.copy(false);
        Variable variable = half.getVariable(unknown);
        if (up) {
            variable.lower(Math.ceil(at));
        } else {
            variable.upper(Math.floor(at));
        }
        return half;
    }

    private int mostDivided(Optimisation.Result result) {
        int divided = -1;
        double most = WHOLE;
        for (int i = 0; i < block.unknowns().size(); i++) {
            double off = Math.abs(result.doubleValue(i) - Math.rint(result.doubleValue(i)));
            if (off > most) {
                most = off;
                divided = i;
            }
        }
        return divided;
    }

    private boolean isSolutionNear(Optimisation.Result result) {
        Map<Integer, Long> point = new HashMap<>();
        // Outside of the block whatever lies within the bounds will do.
        for (int v = 0; v < bounds.system().variableCount(); v++) {
            if (bounds.current(v) != local.current(v)) {
                point.put(v, bounds.current(v));
            }
        }
        for (int i = 0; i < block.unknowns().size(); i++) {
            point.put(block.unknowns().get(i), Math.round(result.doubleValue(i)));
        }
        boolean found = local.canBeNear(point, fixed, repairMoves);
        if (!found) {
            local.back();
        }
        return found;
    }

    private ExpressionsBasedModel model() {
        Optimisation.Options options = new Optimisation.Options();
        options.time_abort = Long.MAX_VALUE;
        options.time_suffice = Long.MAX_VALUE;
        options.iterations_abort = MAX_ITERATIONS;
        ExpressionsBasedModel model = new ExpressionsBasedModel(options);
        Map<Integer, Variable> variables = new HashMap<>();
        for (int v : block.unknowns()) {
            Variable variable = model.newVariable("v" + v).lower(bounds.lower(v));
            if (bounds.upper(v) < IntegerSystem.UNBOUNDED) {
                variable.upper(bounds.upper(v));
            }
            variables.put(v, variable);
        }
        block.constraints().forEach(c -> add(model, variables, c));
        return model;
    }

    private void add(ExpressionsBasedModel model, Map<Integer, Variable> variables, int c) {
        int[] over = bounds.system().variables(c);
        long[] with = bounds.system().coefficients(c);
        long known = 0;
        Expression expression = model.newExpression("c" + c);
        for (int i = 0; i < over.length; i++) {
            Variable variable = variables.get(over[i]);
            if (variable == null) {
                known += with[i] * bounds.lower(over[i]);
            } else {
                expression.set(variable, BigDecimal.valueOf(tight(c, i)));
            }
        }
        if (bounds.system().low(c) > -IntegerSystem.NO_LIMIT) {
            expression.lower(bounds.system().low(c) - known);
        }
        if (bounds.system().high(c) < IntegerSystem.NO_LIMIT) {
            expression.upper(bounds.system().high(c) - known);
        }
    }

    /**
     * A large negative coefficient says that something is there only where something else is. One that is just large enough for the
     * bounds says the same of whole numbers, and much more of the fractions that a linear program tries.
     */
    private long tight(int c, int place) {
        long[] with = bounds.system().coefficients(c);
        int[] over = bounds.system().variables(c);
        boolean says =
                with[place] < -1 && bounds.system().low(c) <= -IntegerSystem.NO_LIMIT && bounds.lower(over[place]) == 0;
        if (!says) {
            return with[place];
        }
        long most = -bounds.system().high(c);
        for (int i = 0; i < over.length; i++) {
            if (i != place) {
                most += with[i] * (with[i] > 0 ? bounds.upper(over[i]) : bounds.lower(over[i]));
            }
        }
        return Math.max(with[place], -Math.max(1, most));
    }
}
