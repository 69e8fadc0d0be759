package org.uphold.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Unknowns that depend on each other within the present bounds.
 *
 * @param unknowns variables that the bounds leave open
 * @param constraints those over them that the bounds alone do not make hold
 */
record Block(List<Integer> unknowns, List<Integer> constraints) {

    /**
     * All that some constraints depend on.
     *
     * @param mostUnknowns where to stop looking: a block of more is not whole
     */
    static Block around(Bounds bounds, int[] from, int mostUnknowns) {
        Block block = new Block(new ArrayList<>(), new ArrayList<>());
        BitSet looked = new BitSet();
        BitSet found = new BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int c : from) {
            open.add(c);
        }
        while (!open.isEmpty() && block.unknowns.size() <= mostUnknowns) {
            int c = open.poll();
            if (!looked.get(c)) {
                looked.set(c);
                block.look(bounds, c, found, open);
            }
        }
        return block;
    }

    private void look(Bounds bounds, int c, BitSet found, ArrayDeque<Integer> open) {
        boolean implied = bounds.isImplied(c);
        if (!implied) {
            constraints.add(c);
        }
        for (int v : bounds.system().variables(c)) {
            boolean unknown = bounds.lower(v) != bounds.upper(v);
            boolean known = bounds.system().lower(v) == bounds.system().upper(v);
            // What already holds ties no unknowns together.
            if (known || found.get(v) || (implied && unknown)) {
                continue;
            }
            found.set(v);
            if (unknown) {
                unknowns.add(v);
            }
            for (int next : bounds.constraintsOf(v)) {
                open.add(next);
            }
        }
    }
}
