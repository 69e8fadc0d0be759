package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.disclosure.Witnesses.Witness;

/**
 * Hides further rows until no hidden count can be narrowed down. First by rule: at least two hidden rows in every sum that has one. Then
 * for each value that a count must be able to have an alternative table is looked for: among what is hidden, and where there is none,
 * one in which shown rows differ that are missed least, and these are hidden. At last what turned out not to be needed is shown again.
 */
final class Hiding {

    private static final int QUICK_MOVES = 40;
    private static final int MOVES = 300;
    private static final int FAR_MOVES = 2_000;
    private static final int THOROUGH = 4;

    /** How dear rows are beside gaps, attempt by attempt: dear ones find cheap tables, cheap ones find any. */
    private static final double[] SPENDING = {1, 0.25, 0.05};

    /** So many counts without a table, and the rest is not looked at: less has to be published anyway. */
    private static final int MOST_UNSAFE = 1;

    private static final long FIRST_PROOF = 20_000_000;

    private final PackageModel model;
    private final boolean[] primary;
    private final boolean[] hidden;
    private final Attacker attacker;
    private final List<Target> targets;
    private final Steps allowed;
    private final long reserve;
    private final SumRule rule;
    private final double[] price;
    private final boolean[] echoes;
    private final LocalSearch local;
    private final Bounds bounds;
    private final Search search;
    private final Witnesses witnesses;
    private final BitSet impossible = new BitSet();
    private final Set<Integer> failed = new LinkedHashSet<>();

    Hiding(PackageModel model, Primary primary, Attacker attacker, Steps allowed) {
        this.model = model;
        this.primary = primary.hidden();
        this.hidden = primary.hidden().clone();
        this.attacker = attacker;
        this.targets = primary.targets();
        this.allowed = allowed;
        this.reserve = allowed.left() / 3;
        this.rule = new SumRule(model, hidden);
        this.echoes = echoes(model);
        this.price = new double[hidden.length];
        boolean[] open = hidden.clone();
        for (int row = 0; row < hidden.length; row++) {
            open[row] |= model.movable(row) && model.rows().get(row).count(Quantity.CASES) > 0;
            price[row] = hidden[row] ? 0 : price(row);
        }
        ModelSystem system = ModelSystem.of(model, open, attacker, allowed);
        this.local = new LocalSearch(system.system(), system.truth(), Quantity.COUNT, price, allowed);
        this.bounds = new Bounds(system.system(), system.truth(), allowed);
        bounds.touchAll();
        bounds.propagate(FIRST_PROOF);
        bounds.settle();
        this.search = new Search(bounds, 0, 0);
        this.witnesses = new Witnesses(model, targets, system.truth());
    }

    /** Rows that an earlier package hides a part of, or a whole: hiding the same again tells least. */
    private static boolean[] echoes(PackageModel model) {
        boolean[] echoes = new boolean[model.rows().size()];
        for (Link link : model.links()) {
            boolean earlier = isHiddenBefore(model, link.parent());
            for (int child : link.children()) {
                earlier |= isHiddenBefore(model, child);
            }
            if (earlier) {
                echoes[link.parent()] |= model.movable(link.parent());
                for (int child : link.children()) {
                    echoes[child] |= model.movable(child);
                }
            }
        }
        return echoes;
    }

    private static boolean isHiddenBefore(PackageModel model, int row) {
        return model.fixedHidden(row) && model.rows().get(row).listed();
    }

    /** Which rows are hidden in the end. */
    boolean[] run() {
        ruledOut();
        if (!failed.isEmpty()) {
            return hidden;
        }
        byRule();
        for (int t = 0; t < targets.size() && failed.size() < MOST_UNSAFE; t++) {
            if (!isFound(t)) {
                failed.add(t);
            }
        }
        if (failed.isEmpty()) {
            byRule();
            restore();
        }
        // What is published rests on this, and not on whatever found it.
        witnesses.check(ModelSystem.of(model, hidden, attacker, allowed), allowed);
        return hidden;
    }

    /** Counts of which a value is ruled out whatever more is hidden: then looking on is of no use. */
    private void ruledOut() {
        for (int t = 0; t < targets.size(); t++) {
            int out = 0;
            for (int slot = witnesses.from(t); slot < witnesses.to(t); slot++) {
                long value = witnesses.value(slot);
                int variable = targets.get(t).variable();
                if (value < bounds.lower(variable) || value > bounds.upper(variable)) {
                    impossible.set(slot);
                    out++;
                }
            }
            if (targets.get(t).all() ? out > 0 : out == witnesses.to(t) - witnesses.from(t)) {
                failed.add(t);
            }
        }
    }

    /** What is not shown to be safe. */
    Map<Target, Finding> unsafe() {
        Map<Target, Finding> unsafe = new LinkedHashMap<>();
        for (int t = 0; t < targets.size(); t++) {
            if (failed.contains(t) || !witnesses.isSafe(t)) {
                unsafe.put(targets.get(t), finding(t));
            }
        }
        // Where it stopped early, those that it stopped at.
        unsafe.keySet().removeIf(target -> !failed.isEmpty() && !failed.contains(targets.indexOf(target)));
        return unsafe;
    }

    private Finding finding(int t) {
        Target target = targets.get(t);
        PackageRow row = model.rows().get(target.row());
        int slot = witnesses.from(t);
        while (slot + 1 < witnesses.to(t) && witnesses.has(slot) && !impossible.get(slot)) {
            slot++;
        }
        return new Finding(
                row.table(),
                row.key(),
                target.quantity().column(),
                witnesses.value(slot),
                impossible.get(slot) ? Finding.Reason.DERIVABLE : Finding.Reason.NOT_SHOWN);
    }

    /** Whether tables are found for a target; rows are hidden where they have to be. */
    private boolean isFound(int t) {
        for (int slot = witnesses.from(t); slot < witnesses.to(t); slot++) {
            if (!targets.get(t).all() && witnesses.isSafe(t)) {
                return true;
            }
            boolean found = witnesses.has(slot) || isFoundHidden(slot) || isFoundAtAPrice(slot);
            if (!found && targets.get(t).all()) {
                return false;
            }
        }
        return witnesses.isSafe(t);
    }

    private boolean isFoundHidden(int slot) {
        int variable = witnesses.target(slot).variable();
        long value = witnesses.value(slot);
        local.setSpending(0);
        return kept(local.canBe(variable, value, QUICK_MOVES))
                || kept(local.canBe(variable, value, MOVES, 1))
                || kept(local.canReach(variable, value, QUICK_MOVES, 2));
    }

    /** Effort costs time, a row hidden without need costs readers: so look hard before it is hidden. */
    private boolean isFoundThoroughly(int slot) {
        int variable = witnesses.target(slot).variable();
        long value = witnesses.value(slot);
        local.setSpending(0);
        boolean found = false;
        for (int attempt = 3; attempt < 3 + THOROUGH && !found && allowed.left() > reserve; attempt++) {
            found = kept(local.canReach(variable, value, MOVES, attempt))
                    || kept(local.canBe(variable, value, FAR_MOVES, attempt));
        }
        return found;
    }

    private boolean kept(boolean found) {
        if (found) {
            witnesses.keep(witnesses.at(local));
        }
        local.back();
        return found;
    }

    private boolean isFoundAtAPrice(int slot) {
        if (allowed.isSpent()) {
            return false;
        }
        int variable = witnesses.target(slot).variable();
        long value = witnesses.value(slot);
        if (!search.mayBe(variable, value)) {
            impossible.set(slot);
            return false;
        }
        Witness best = null;
        for (int attempt = 0; attempt < SPENDING.length; attempt++) {
            local.setSpending(SPENDING[attempt]);
            best = cheaper(best, local.canBe(variable, value, MOVES, attempt));
            best = cheaper(best, local.canReach(variable, value, MOVES, attempt));
        }
        for (int attempt = 0; attempt < SPENDING.length && best == null; attempt++) {
            local.setSpending(SPENDING[attempt]);
            best = cheaper(best, local.canReach(variable, value, FAR_MOVES, SPENDING.length + attempt));
        }
        if (best == null) {
            return false;
        }
        if (cost(best) > 0 && isFoundThoroughly(slot)) {
            return true;
        }
        for (int row : best.rows()) {
            if (!hidden[row]) {
                hide(row);
            }
        }
        witnesses.keep(best);
        return true;
    }

    private @Nullable Witness cheaper(@Nullable Witness best, boolean found) {
        Witness now = found ? witnesses.at(local) : null;
        local.back();
        return now != null && (best == null || cost(now) < cost(best)) ? now : best;
    }

    private long cost(Witness witness) {
        long cost = 0;
        for (int row : witness.rows()) {
            cost += hidden[row] ? 0 : cost(row);
        }
        return cost;
    }

    /** Items lost. */
    private long cost(int row) {
        PackageRow values = model.rows().get(row);
        long cost = (1 + values.items()) * (values.key().isEmpty() ? 20 : 1);
        return echoes[row] ? cost / 2 : cost;
    }

    /** In gaps of one: it must not take hundreds of moves until a search is willing to pay. */
    private double price(int row) {
        return 4 + 4 * Math.log(1.0 + cost(row));
    }

    private void hide(int row) {
        hidden[row] = true;
        price[row] = 0;
        rule.set(row, true);
    }

    private void show(int row) {
        hidden[row] = false;
        price[row] = price(row);
        rule.set(row, false);
    }

    private void byRule() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int sum = 0; sum < rule.count(); sum++) {
                int row = rule.needsMore(sum) ? cheapest(sum) : -1;
                while (row >= 0) {
                    hide(row);
                    changed = true;
                    row = rule.needsMore(sum) ? cheapest(sum) : -1;
                }
            }
        }
    }

    /** The shown row of a sum whose loss costs least; −1 where none is left. */
    private int cheapest(int sum) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int row : rule.members(sum)) {
            if (!hidden[row] && model.rows().get(row).count(Quantity.CASES) > 0) {
                long cost = costByRule(row);
                if (cost < least || (cost == least && row < best)) {
                    best = row;
                    least = cost;
                }
            }
        }
        return best;
    }

    /** A row whose counts can only grow is of less use; one that other sums need anyway costs nothing more. */
    private long costByRule(int row) {
        PackageRow values = model.rows().get(row);
        long cost = 100 * cost(row) * (values.key().isEmpty() ? 50 : 1);
        if (values.count(Quantity.CASES_WITH_UPHELD) == 0 || values.count(Quantity.CASES_WITH_NOT_UPHELD) == 0) {
            cost *= 4;
        }
        for (int sum : rule.of(row)) {
            cost /= rule.needsMore(sum) ? 2 : 1;
        }
        return cost;
    }

    /** Shows rows again, the largest first, as long as every rule and every target stays satisfied. */
    private void restore() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < hidden.length; row++) {
            if (hidden[row] && !primary[row]) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingLong((Integer row) -> -cost(row)).thenComparing(row -> row));
        for (int row : rows) {
            if (hidden[row] && !allowed.isSpent()) {
                tryToShow(row);
            }
        }
    }

    private void tryToShow(int row) {
        Set<Integer> shown = shownWith(row);
        boolean keeps = shown.stream().allMatch(rule::isKeptAround);
        Map<Integer, Witness> taken = new HashMap<>();
        if (keeps) {
            shown.forEach(r -> witnesses.without(r).forEach(taken::putIfAbsent));
            for (int slot : taken.keySet().stream().sorted().toList()) {
                keeps = keeps && (witnesses.isEnough(slot) || isFoundHidden(slot) || isFoundThoroughly(slot));
            }
        }
        if (!keeps) {
            shown.forEach(this::hide);
            witnesses.putBack(taken);
        }
    }

    /** Shows a row, and with it complementary rows that would be alone in a sum then, such as a table's only row and its total. */
    private Set<Integer> shownWith(int row) {
        Set<Integer> shown = new LinkedHashSet<>();
        List<Integer> left = new ArrayList<>(List.of(row));
        while (!left.isEmpty()) {
            int next = left.remove(left.size() - 1);
            if (!shown.add(next)) {
                continue;
            }
            show(next);
            for (int sum : rule.of(next)) {
                if (rule.hasOne(sum)) {
                    Arrays.stream(rule.members(sum))
                            .filter(r -> hidden[r] && !primary[r])
                            .forEach(left::add);
                }
            }
        }
        return shown;
    }
}
