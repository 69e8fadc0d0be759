package org.uphold.disclosure;

/** Counts the solutions of a small {@link IntegerSystem}, each an explicit table that agrees with everything published. */
final class Solutions {

    private final Bounds bounds;
    private final int variables;
    private final long limit;
    private long found;

    private Solutions(IntegerSystem system, long limit) {
        this.bounds = new Bounds(system, new long[system.variableCount()]);
        this.variables = system.variableCount();
        this.limit = limit;
        bounds.touchAll();
    }

    /** How many solutions there are; counting stops at the limit. */
    static long count(IntegerSystem system, long limit) {
        Solutions solutions = new Solutions(system, limit);
        solutions.from(0);
        return solutions.found;
    }

    /**
     * How many tables agree with a published row of counts and its total.
     *
     * @param cells true counts; only the shown ones are used, and of the hidden ones what the attacker knows
     * @param hidden which are hidden
     */
    static long ofRow(long[] cells, boolean[] hidden, Attacker attacker, long limit) {
        IntegerSystem system = new IntegerSystem();
        int[] over = new int[cells.length];
        long[] with = new long[cells.length];
        long total = 0;
        for (int i = 0; i < cells.length; i++) {
            boolean small = cells[i] <= Target.SMALL;
            boolean reasons = attacker == Attacker.REASON_PUBLISHED;
            long from = !hidden[i] ? cells[i] : reasons && !small ? Target.SMALL + 1 : 1;
            long to = !hidden[i] ? cells[i] : reasons && small ? Target.SMALL : IntegerSystem.UNBOUNDED;
            over[i] = system.addVariable(from, to);
            with[i] = 1;
            total += cells[i];
        }
        system.addConstraint(over, with, total, total);
        return count(system, limit);
    }

    private void from(int variable) {
        if (found >= limit || !bounds.propagate()) {
            return;
        }
        int next = variable;
        while (next < variables && bounds.lower(next) == bounds.upper(next)) {
            next++;
        }
        if (next == variables) {
            found++;
            return;
        }
        long to = bounds.upper(next);
        for (long value = bounds.lower(next); value <= to && found < limit; value++) {
            int mark = bounds.mark();
            int moved = bounds.movedMark();
            if (bounds.tighten(next, value, value)) {
                from(next + 1);
            }
            bounds.undo(mark, moved);
        }
    }
}
