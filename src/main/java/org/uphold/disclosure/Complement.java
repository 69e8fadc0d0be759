package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.disclosure.Link.Relation;

/**
 * Hides further rows until no hidden count can be narrowed down. First by rule: at least two hidden rows in every sum that has one, one
 * more where they are all tiny. Then by the audit's word: where a value is ruled out, the row whose hiding costs fewest items and
 * makes it possible again. At last what turned out not to be needed is shown again.
 */
final class Complement {

    private static final int MAX_TRIALS = 12;
    private static final long MAX_RESTORE_CHECKS = 400_000;
    private static final long TINY = 3;

    private final PackageModel model;
    private final boolean[] primary;
    private final boolean[] hidden;
    private final List<Target> targets;
    private final List<List<Link>> linksByRow;
    private final Audit audit;
    private long restoreChecks;

    Complement(PackageModel model, Primary primary, Attacker attacker, Steps allowed) {
        this.model = model;
        this.primary = primary.hidden();
        this.hidden = primary.hidden().clone();
        this.targets = primary.targets();
        this.audit = new Audit(model, hidden, attacker, Audit.Effort.TRIAL, allowed);
        this.linksByRow = new ArrayList<>();
        model.rows().forEach(r -> linksByRow.add(new ArrayList<>()));
        for (Link link : model.links()) {
            linksByRow.get(link.parent()).add(link);
            for (int child : link.children()) {
                linksByRow.get(child).add(link);
            }
        }
    }

    /** Which rows are hidden in the end. */
    boolean[] run() {
        byRule();
        for (Target target : targets) {
            byAudit(target);
        }
        byRule();
        restore();
        return hidden;
    }

    /** Hides one more row near each target; false where none is left to hide. */
    boolean hideMore(List<Target> unsafe) {
        boolean any = false;
        for (Target target : unsafe) {
            List<Integer> candidates = around(target.row());
            if (!candidates.isEmpty()) {
                hide(candidates.get(0));
                any = true;
            }
        }
        byRule();
        return any;
    }

    private void byRule() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Link link : model.links()) {
                while (needsMore(link)) {
                    int row = cheapest(List.of(link));
                    if (row < 0) {
                        break;
                    }
                    hide(row);
                    changed = true;
                }
            }
        }
    }

    private boolean needsMore(Link link) {
        if (link.items() != Relation.SUM) {
            return false;
        }
        int count = 0;
        long sum = 0;
        boolean tiny = true;
        for (int row : members(link)) {
            if (hidden[row]) {
                long cases = model.rows().get(row).count(Quantity.CASES);
                count++;
                sum += cases;
                tiny &= cases <= TINY;
            }
        }
        return count == 1 || (count == 2 && (tiny || sum <= Target.SMALL));
    }

    private static int[] members(Link link) {
        int[] members = java.util.Arrays.copyOf(link.children(), link.children().length + 1);
        members[members.length - 1] = link.parent();
        return members;
    }

    /** The shown row of some links whose loss costs least; −1 where none is left. */
    private int cheapest(List<Link> links) {
        List<Integer> candidates = candidates(links);
        return candidates.isEmpty() ? -1 : candidates.get(0);
    }

    private List<Integer> candidates(List<Link> links) {
        Set<Integer> found = new LinkedHashSet<>();
        for (Link link : links) {
            for (int row : members(link)) {
                if (!hidden[row] && model.movable(row) && model.rows().get(row).count(Quantity.CASES) > 0) {
                    found.add(row);
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong(this::cost).thenComparing(i -> i))
                .toList();
    }

    /** Items lost; a row whose counts can only grow is of less use; one that other sums need anyway costs nothing more. */
    private long cost(int row) {
        PackageRow values = model.rows().get(row);
        long cost = values.items() * (values.key().isEmpty() ? 1000 : 1);
        if (values.count(Quantity.CASES_WITH_UPHELD) == 0 || values.count(Quantity.CASES_WITH_NOT_UPHELD) == 0) {
            cost *= 4;
        }
        for (Link link : linksByRow.get(row)) {
            if (needsMore(link)) {
                cost /= 2;
            }
        }
        return cost;
    }

    private void hide(int row) {
        hidden[row] = true;
        audit.setHidden(row, true);
    }

    private void byAudit(Target target) {
        Finding finding = thoroughly(target);
        // Where no more may be looked at, what is left open is found unsafe later, and more is hidden then.
        while (finding != null && !audit.isSpent()) {
            List<Integer> near = around(target.row());
            if (near.isEmpty()) {
                return;
            }
            int chosen = helpful(target, finding.value(), near);
            if (chosen < 0) {
                // A row farther off may be what holds it, and is missed less than all those that are near.
                chosen = helpful(target, finding.value(), around(target.row(), near));
            }
            hide(chosen < 0 ? near.get(0) : chosen);
            finding = thoroughly(target);
        }
    }

    /** The cheapest of some rows whose hiding makes a value possible; −1 where none does. */
    private int helpful(Target target, long value, List<Integer> candidates) {
        for (int row : candidates.subList(0, Math.min(MAX_TRIALS, candidates.size()))) {
            audit.setHidden(row, true);
            boolean helps = audit.canBe(target, value);
            audit.setHidden(row, false);
            if (helps) {
                return row;
            }
        }
        return -1;
    }

    /** Effort costs time, a row hidden without need costs readers: so look hard before it is hidden. */
    private @Nullable Finding thoroughly(Target target) {
        Finding finding = audit.check(target);
        if (finding != null && finding.reason() == Finding.Reason.NOT_SHOWN) {
            audit.setEffort(Audit.Effort.FULL);
            finding = audit.check(target);
            audit.setEffort(Audit.Effort.TRIAL);
        }
        return finding;
    }

    /** Shown rows linked to a row, or to hidden rows linked to it where there are none nearer. */
    private List<Integer> around(int row) {
        return around(row, List.of());
    }

    /** The same without some, and without what only they are linked to: a row that is shown passes nothing on. */
    private List<Integer> around(int row, List<Integer> without) {
        Set<Integer> reached = new HashSet<>(without);
        reached.add(row);
        List<Integer> frontier = List.of(row);
        while (!frontier.isEmpty()) {
            List<Link> links =
                    frontier.stream().flatMap(r -> linksByRow.get(r).stream()).toList();
            List<Integer> candidates =
                    candidates(links).stream().filter(r -> !without.contains(r)).toList();
            if (!candidates.isEmpty()) {
                return candidates;
            }
            List<Integer> next = new ArrayList<>();
            for (Link link : links) {
                for (int member : members(link)) {
                    if (reached.add(member)) {
                        next.add(member);
                    }
                }
            }
            frontier = next;
        }
        return List.of();
    }

    /** Shows rows again, the largest first, as long as every rule and every target stays satisfied. */
    private void restore() {
        List<Integer> complementary = new ArrayList<>();
        for (int row = 0; row < hidden.length; row++) {
            if (hidden[row] && !primary[row]) {
                complementary.add(row);
            }
        }
        complementary.sort(
                Comparator.comparingLong((Integer r) -> -model.rows().get(r).items()));
        restore(complementary);
    }

    /** All at once if that is safe, else in halves. */
    private void restore(List<Integer> rows) {
        List<Integer> left = rows.stream().filter(r -> hidden[r]).toList();
        restoreChecks += targets.size();
        if (left.isEmpty() || restoreChecks > MAX_RESTORE_CHECKS || audit.isSpent()) {
            return;
        }
        Set<Integer> shown = show(left);
        if (shown.stream().noneMatch(this::breaksRule) && targets.stream().allMatch(t -> audit.check(t) == null)) {
            return;
        }
        shown.forEach(this::hide);
        if (left.size() > 1) {
            restore(left.subList(0, left.size() / 2));
            restore(left.subList(left.size() / 2, left.size()));
        }
    }

    private boolean breaksRule(int row) {
        return linksByRow.get(row).stream().anyMatch(this::needsMore);
    }

    /** Shows rows, and with them complementary rows that would be alone in a sum then, such as a table's only row and its total. */
    private Set<Integer> show(List<Integer> rows) {
        Set<Integer> shown = new LinkedHashSet<>();
        List<Integer> left = new ArrayList<>(rows);
        while (!left.isEmpty()) {
            int next = left.remove(left.size() - 1);
            if (!shown.add(next)) {
                continue;
            }
            hidden[next] = false;
            audit.setHidden(next, false);
            for (Link link : linksByRow.get(next)) {
                List<Integer> alone = new ArrayList<>();
                for (int member : members(link)) {
                    if (hidden[member]) {
                        alone.add(member);
                    }
                }
                if (link.items() == Relation.SUM && alone.size() == 1 && !primary[alone.get(0)]) {
                    left.add(alone.get(0));
                }
            }
        }
        return shown;
    }
}
