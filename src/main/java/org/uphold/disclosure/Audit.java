package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether every hidden count may still have all the values that it must: each shown by an explicit alternative table that agrees with
 * everything published.
 */
final class Audit {

    /** Choices tried for one value before it is given up as not shown. */
    private static final int MAX_STEPS = 20_000;

    private static final long MAX_WORK = 50_000_000;

    private final PackageModel model;
    private final Bounds bounds;
    private final Search search;

    Audit(PackageModel model, boolean[] hidden, List<Target> targets, Attacker attacker) {
        this(model, hidden, targets, attacker, MAX_STEPS, MAX_WORK);
    }

    Audit(PackageModel model, boolean[] hidden, List<Target> targets, Attacker attacker, int maxSteps, long maxWork) {
        this.model = model;
        ModelSystem system = new ModelSystem(model, hidden);
        if (attacker == Attacker.REASON_PUBLISHED) {
            publishReasons(system.system(), hidden, targets);
        }
        this.bounds = new Bounds(system.system(), system.truth());
        this.search = new Search(bounds, maxSteps, maxWork);
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
            Search.Answer answer = search.canBe(target.variable(), value);
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

    /** Whether a target can have one value. */
    boolean canBe(Target target, long value) {
        return search.canBe(target.variable(), value) == Search.Answer.FEASIBLE;
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
