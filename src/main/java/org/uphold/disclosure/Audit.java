package org.uphold.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether every hidden count may still have all the values that it must: each shown by an explicit alternative table that agrees with
 * everything published.
 */
final class Audit {

    /** How hard to look for an alternative table before a value is given up as not shown. */
    record Effort(int moves, int attempts, int steps, long work) {

        static final Effort FULL = new Effort(3_000, 4, 1_000, 500_000);
    }

    private static final int QUICK_MOVES = 40;
    private static final int REPAIR_MOVES = 300;

    private final PackageModel model;
    private final Bounds bounds;
    private final Attacker attacker;
    private final Steps allowed;
    private final LocalSearch local;
    private final Search search;
    private final Effort effort;

    private final boolean[] isHidden;

    /** By variable and small value, the rows in which some alternative table that has it differs from the true one. */
    private final Map<Integer, Map<Long, int[]>> seen = new HashMap<>();

    Audit(PackageModel model, boolean[] hidden, Attacker attacker, Effort effort, Steps allowed) {
        this.allowed = allowed;
        this.model = model;
        this.attacker = attacker;
        this.effort = effort;
        this.isHidden = new boolean[hidden.length];
        ModelSystem system = new ModelSystem(model, hidden);
        this.bounds = new Bounds(system.system(), system.truth(), allowed);
        this.local = new LocalSearch(system.system(), system.truth(), allowed);
        this.search = new Search(bounds, effort.steps(), effort.work());
        for (int row = 0; row < hidden.length; row++) {
            setHidden(row, hidden[row]);
        }
    }

    /** Bounds that follow from knowing which hidden counts are small, which are zero and which are neither. */
    private void bound(int row, Quantity quantity, boolean hide) {
        long count = model.rows().get(row).count(quantity);
        int variable = ModelSystem.variable(row, quantity);
        long from = ModelSystem.hiddenFrom(model.rows().get(row), quantity);
        long to = IntegerSystem.UNBOUNDED;
        if (!hide) {
            from = count;
            to = count;
        } else if (attacker == Attacker.REASON_PUBLISHED && quantity.ofPeople()) {
            from = count > Target.SMALL ? Target.SMALL + 1 : Math.min(count, 1);
            to = count > Target.SMALL ? to : count == 0 ? 0 : Target.SMALL;
        }
        bounds.reset(variable, from, to);
    }

    private void setHidden(int row, boolean hide) {
        isHidden[row] = hide;
        for (Quantity quantity : Quantity.values()) {
            bound(row, quantity, hide);
        }
    }

    /** The first value that is not shown to be possible; null where the target is safe. */
    @Nullable
    Finding check(Target target) {
        Finding last = null;
        for (long value : target.values()) {
            Search.Answer answer = canBe(target.variable(), value);
            if (answer == Search.Answer.FEASIBLE) {
                if (!target.all()) {
                    return null;
                }
            } else {
                PackageRow row = model.rows().get(target.row());
                last = new Finding(
                        row.table(),
                        row.key(),
                        target.quantity().column(),
                        value,
                        answer == Search.Answer.INFEASIBLE ? Finding.Reason.DERIVABLE : Finding.Reason.NOT_SHOWN);
                if (target.all()) {
                    return last;
                }
            }
        }
        return last;
    }

    /** Cheapest first: a value seen before, a table very near the true one, a proof from bounds alone, a table less near, every choice. */
    private Search.Answer canBe(int variable, long value) {
        if (isSeen(variable, value)) {
            return Search.Answer.FEASIBLE;
        }
        if (found(variable, value, QUICK_MOVES)) {
            return Search.Answer.FEASIBLE;
        }
        if (allowed.isSpent()) {
            return Search.Answer.UNDECIDED;
        }
        if (!search.mayBe(variable, value)) {
            return Search.Answer.INFEASIBLE;
        }
        if (found(variable, value, effort.moves())) {
            return Search.Answer.FEASIBLE;
        }
        Search.Answer answer = program(variable, value);
        if (answer != Search.Answer.UNDECIDED) {
            return answer;
        }
        for (int attempt = 1; attempt <= effort.attempts() && !allowed.isSpent(); attempt++) {
            boolean reached = local.canReach(variable, value, effort.moves(), attempt);
            note(reached);
            if (reached) {
                return Search.Answer.FEASIBLE;
            }
        }
        return search.canBe(variable, value);
    }

    /** Exact for blocks of up to {@link IntegerProgram#MAX_UNKNOWNS}. */
    private Search.Answer program(int variable, long value) {
        int mark = bounds.mark();
        int moved = bounds.movedMark();
        Search.Answer answer = Search.Answer.INFEASIBLE;
        if (bounds.tighten(variable, value, value) && bounds.propagate()) {
            answer = new IntegerProgram(bounds, local, REPAIR_MOVES).solve(bounds.touchedSince(mark), variable);
        }
        bounds.undo(mark, moved);
        note(answer == Search.Answer.FEASIBLE);
        return answer;
    }

    private boolean found(int variable, long value, int moves) {
        boolean found = local.canBe(variable, value, moves);
        note(found);
        return found;
    }

    /** A table seen before still agrees with everything published as long as all rows in which it differs are hidden. */
    private boolean isSeen(int variable, long value) {
        int[] differs = seen.getOrDefault(variable, Map.of()).get(value);
        return differs != null && Arrays.stream(differs).allMatch(row -> isHidden[row]);
    }

    private void note(boolean found) {
        if (found) {
            int[] changed = local.changed();
            int[] differs =
                    Arrays.stream(changed).map(ModelSystem::row).distinct().toArray();
            for (int v : changed) {
                if (Math.abs(local.current(v)) <= Target.SMALL) {
                    seen.computeIfAbsent(v, x -> new HashMap<>()).put(local.current(v), differs);
                }
            }
        }
        local.back();
    }

    /** What is not safe, by target. */
    Map<Target, Finding> check(List<Target> targets) {
        Map<Target, Finding> findings = new LinkedHashMap<>();
        for (Target target : targets) {
            Finding finding = check(target);
            if (finding != null) {
                findings.put(target, finding);
            }
        }
        return findings;
    }
}
