package org.uphold.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether every hidden count may still have all the values that it must: each shown by an explicit alternative table that agrees with
 * everything published.
 */
final class Audit {

    /** How hard to look for an alternative table before a value is given up as not shown. */
    record Effort(int moves, int attempts, int steps, long work) {

        static final Effort TRIAL = new Effort(300, 1, 100, 300_000);
        static final Effort FULL = new Effort(3_000, 8, 5_000, 20_000_000);
    }

    private static final int QUICK_MOVES = 40;

    private final PackageModel model;
    private final Bounds bounds;
    private final Attacker attacker;
    private final LocalSearch local;
    private Search search;
    private Effort effort;

    /** Values that some alternative table gave to a variable, as a set of small numbers. */
    private final Map<Integer, Set<Long>> seen = new HashMap<>();

    Audit(PackageModel model, boolean[] hidden, Attacker attacker, Effort effort) {
        this.model = model;
        this.attacker = attacker;
        this.effort = effort;
        ModelSystem system = new ModelSystem(model, hidden);
        this.bounds = new Bounds(system.system(), system.truth());
        this.local = new LocalSearch(system.system(), system.truth());
        this.search = new Search(bounds, effort.steps(), effort.work());
        for (int row = 0; row < hidden.length; row++) {
            setHidden(row, hidden[row]);
        }
    }

    /** Bounds that follow from knowing which hidden counts are small, which are zero and which are neither. */
    private void bound(int row, Quantity quantity, boolean hide) {
        long count = model.rows().get(row).count(quantity);
        int variable = ModelSystem.variable(row, quantity);
        long from = ModelSystem.hiddenFrom(quantity);
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

    /** Shows or hides a row for the questions that follow. */
    void setHidden(int row, boolean hide) {
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
        if (seen.getOrDefault(variable, Set.of()).contains(value)) {
            return Search.Answer.FEASIBLE;
        }
        if (found(variable, value, QUICK_MOVES)) {
            return Search.Answer.FEASIBLE;
        }
        if (!search.mayBe(variable, value)) {
            return Search.Answer.INFEASIBLE;
        }
        if (found(variable, value, effort.moves())) {
            return Search.Answer.FEASIBLE;
        }
        for (int attempt = 1; attempt <= effort.attempts(); attempt++) {
            boolean reached = local.canReach(variable, value, effort.moves(), attempt);
            note(reached);
            if (reached) {
                return Search.Answer.FEASIBLE;
            }
        }
        return search.canBe(variable, value);
    }

    private boolean found(int variable, long value, int moves) {
        boolean found = local.canBe(variable, value, moves);
        note(found);
        return found;
    }

    private void note(boolean found) {
        if (found) {
            for (int v : local.changed()) {
                if (local.current(v) <= Target.SMALL) {
                    seen.computeIfAbsent(v, x -> new HashSet<>()).add(local.current(v));
                }
            }
        }
        local.back();
    }

    /** How hard to look from now on. */
    void setEffort(Effort wanted) {
        effort = wanted;
        search = new Search(bounds, wanted.steps(), wanted.work());
    }

    /** Forgets what was shown: needed when a row is shown again. */
    void forget() {
        seen.clear();
    }

    /** Whether a target can have one value. */
    boolean canBe(Target target, long value) {
        return canBe(target.variable(), value) == Search.Answer.FEASIBLE;
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
