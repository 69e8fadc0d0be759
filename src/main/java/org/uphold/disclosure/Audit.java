package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    record Effort(int moves, int steps, long work) {

        static final Effort TRIAL = new Effort(300, 100, 300_000);
        static final Effort FULL = new Effort(20_000, 5_000, 20_000_000);
    }

    private final PackageModel model;
    private final Bounds bounds;
    private final IntegerSystem system;
    private final LocalSearch local;
    private Search search;
    private Effort effort;

    /** Values that some alternative table gave to a variable, as a set of small numbers. */
    private final Map<Integer, Set<Long>> seen = new HashMap<>();

    Audit(PackageModel model, boolean[] hidden, List<Target> targets, Attacker attacker, Effort effort) {
        this.model = model;
        this.effort = effort;
        ModelSystem system = new ModelSystem(model, hidden);
        this.system = system.system();
        if (attacker == Attacker.REASON_PUBLISHED) {
            publishReasons(this.system, hidden, targets);
        }
        this.bounds = new Bounds(this.system, system.truth());
        this.local = new LocalSearch(this.system, system.truth());
        this.search = new Search(bounds, effort.steps(), effort.work());
    }

    /** The attacker knows which hidden counts are small, which are zero and which are neither. */
    private void publishReasons(IntegerSystem system, boolean[] hidden, List<Target> targets) {
        for (int row = 0; row < hidden.length; row++) {
            for (Quantity quantity : SensitiveCounts.ALL) {
                long count = model.rows().get(row).count(quantity);
                if (hidden[row]) {
                    int variable = ModelSystem.variable(row, quantity);
                    if (count == 0) {
                        system.bound(variable, 0, 0);
                    } else if (count > Target.SMALL) {
                        system.bound(variable, Target.SMALL + 1, IntegerSystem.UNBOUNDED);
                    }
                }
            }
        }
        for (Target target : targets) {
            if (target.all() && target.values()[0] == 1) {
                system.bound(target.variable(), 1, Target.SMALL);
            }
        }
    }

    /** Shows or hides a row for the questions that follow. */
    void setHidden(int row, boolean hide) {
        for (Quantity quantity : Quantity.values()) {
            long count = model.rows().get(row).count(quantity);
            bounds.reset(
                    ModelSystem.variable(row, quantity),
                    hide ? ModelSystem.hiddenFrom(quantity) : count,
                    hide ? IntegerSystem.UNBOUNDED : count);
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

    /** Cheapest first: a value seen before, a proof from bounds alone, a table near the true one, and then every choice. */
    private Search.Answer canBe(int variable, long value) {
        if (seen.getOrDefault(variable, Set.of()).contains(value)) {
            return Search.Answer.FEASIBLE;
        }
        if (!search.mayBe(variable, value)) {
            return Search.Answer.INFEASIBLE;
        }
        boolean found = local.canBe(variable, value, effort.moves());
        if (found) {
            for (int v : local.changed()) {
                if (local.current(v) <= Target.SMALL) {
                    seen.computeIfAbsent(v, x -> new HashSet<>()).add(local.current(v));
                }
            }
        }
        local.back();
        return found ? Search.Answer.FEASIBLE : search.canBe(variable, value);
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

    List<Finding> check(List<Target> targets) {
        List<Finding> findings = new ArrayList<>();
        for (Target target : targets) {
            Finding finding = check(target);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }
}
