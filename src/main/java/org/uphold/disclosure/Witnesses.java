package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For each value that a hidden count must be able to have, an alternative table in which it has it. Such a table differs from the true
 * one in some rows, and agrees with everything published as long as all of these are hidden: hiding more never takes one away.
 */
final class Witnesses {

    /** The variables in which a table differs, what they are there, and the rows that must be hidden for it and are still to be decided. */
    @SuppressWarnings("ArrayRecordComponent") // inside this room, never compared by value
    record Witness(int[] variables, long[] values, int[] rows) {

        static final Witness TRUTH = new Witness(new int[0], new long[0], new int[0]);
    }

    private final PackageModel model;
    private final List<Target> targets;
    private final int[] offset;
    private final int[] targetOf;
    private final @Nullable Witness[] witness;
    private final Map<Integer, List<Integer>> byVariable = new HashMap<>();
    private final Map<Integer, BitSet> byRow = new HashMap<>();

    Witnesses(PackageModel model, List<Target> targets, long[] truth) {
        this.model = model;
        this.targets = targets;
        offset = new int[targets.size() + 1];
        for (int t = 0; t < targets.size(); t++) {
            offset[t + 1] = offset[t] + targets.get(t).values().length;
            byVariable
                    .computeIfAbsent(targets.get(t).variable(), v -> new ArrayList<>())
                    .add(t);
        }
        targetOf = new int[offset[targets.size()]];
        witness = new Witness[targetOf.length];
        for (int t = 0; t < targets.size(); t++) {
            Arrays.fill(targetOf, offset[t], offset[t + 1], t);
            put(targets.get(t).variable(), truth[targets.get(t).variable()], Witness.TRUTH);
        }
    }

    /** Numbers of the values of a target, in their order. */
    int from(int target) {
        return offset[target];
    }

    int to(int target) {
        return offset[target + 1];
    }

    Target target(int slot) {
        return targets.get(targetOf[slot]);
    }

    long value(int slot) {
        return target(slot).values()[slot - offset[targetOf[slot]]];
    }

    boolean has(int slot) {
        return witness[slot] != null;
    }

    /** Whether a value has a table, or its count needs none for it any more. */
    boolean isEnough(int slot) {
        return has(slot) || (!target(slot).all() && isSafe(targetOf[slot]));
    }

    /** Whether a target is safe: each of its values has a table, or one of them where that is enough. */
    boolean isSafe(int target) {
        int found = 0;
        for (int slot = from(target); slot < to(target); slot++) {
            found += has(slot) ? 1 : 0;
        }
        return targets.get(target).all() ? found == to(target) - from(target) : found > 0;
    }

    /** The table at which a search stands. */
    Witness at(LocalSearch local) {
        int[] changed =
                Arrays.stream(local.changed()).filter(local::isMoved).sorted().toArray();
        return new Witness(
                changed,
                Arrays.stream(changed).mapToLong(local::current).toArray(),
                Arrays.stream(changed)
                        .map(ModelSystem::row)
                        .distinct()
                        .filter(model::movable)
                        .toArray());
    }

    /** Keeps a table for every count whose value it shows to be possible; all rows in which it differs are hidden. */
    void keep(Witness found) {
        for (int i = 0; i < found.variables().length; i++) {
            put(found.variables()[i], found.values()[i], found);
        }
    }

    private void put(int variable, long value, Witness found) {
        for (int t : byVariable.getOrDefault(variable, List.of())) {
            long[] values = targets.get(t).values();
            for (int i = 0; i < values.length; i++) {
                Witness before = witness[offset[t] + i];
                if (values[i] == value && (before == null || before.rows().length > found.rows().length)) {
                    set(offset[t] + i, found);
                }
            }
        }
    }

    private void set(int slot, @Nullable Witness now) {
        Witness before = witness[slot];
        if (before != null) {
            for (int row : before.rows()) {
                byRow.computeIfAbsent(row, r -> new BitSet()).clear(slot);
            }
        }
        witness[slot] = now;
        if (now != null) {
            for (int row : now.rows()) {
                byRow.computeIfAbsent(row, r -> new BitSet()).set(slot);
            }
        }
    }

    /** Takes away what no longer holds once a row is shown: by value, the table that it had. */
    Map<Integer, Witness> without(int row) {
        Map<Integer, Witness> taken = new HashMap<>();
        for (int slot : byRow.getOrDefault(row, new BitSet()).stream().toArray()) {
            Witness was = witness[slot];
            if (was != null) {
                taken.put(slot, was);
                set(slot, null);
            }
        }
        return taken;
    }

    /** Puts back what was taken. */
    void putBack(Map<Integer, Witness> taken) {
        taken.forEach(this::set);
    }

    /** Forgets every table that does not hold; by itself, whatever found it. */
    void check(ModelSystem system, Steps allowed) {
        IntegerSystem constraints = system.system();
        int[][] byVariableOf = constraints.constraintsByVariable();
        long[] point = system.truth().clone();
        Map<Witness, Boolean> seen = new java.util.IdentityHashMap<>();
        for (int slot = 0; slot < witness.length; slot++) {
            Witness found = witness[slot];
            if (found != null
                    && !seen.computeIfAbsent(found, w -> holds(w, constraints, byVariableOf, point, allowed))) {
                set(slot, null);
            }
        }
    }

    private static boolean holds(
            Witness witness, IntegerSystem system, int[][] constraintsOf, long[] point, Steps allowed) {
        long[] truth = new long[witness.variables().length];
        BitSet touched = new BitSet();
        boolean holds = true;
        for (int i = 0; i < truth.length; i++) {
            int v = witness.variables()[i];
            long value = witness.values()[i];
            truth[i] = point[v];
            point[v] = value;
            holds &= value >= system.lower(v) && value <= system.upper(v);
            for (int c : constraintsOf[v]) {
                touched.set(c);
            }
        }
        for (int c = touched.nextSetBit(0); c >= 0 && holds; c = touched.nextSetBit(c + 1)) {
            holds = IntegerSystem.holds(
                    point, system.variables(c), system.coefficients(c), system.low(c), system.high(c));
            allowed.take(system.variables(c).length / 4 + 1);
        }
        for (int i = 0; i < truth.length; i++) {
            point[witness.variables()[i]] = truth[i];
        }
        return holds;
    }
}
