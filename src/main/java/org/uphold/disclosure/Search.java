package org.uphold.disclosure;

/**
 * Decides whether an {@link IntegerSystem} has a solution under a further condition, by tightening bounds and repairing a base point:
 * where the current point breaks a constraint, some variable of it must move, and each way of moving is tried. A solution found is an
 * explicit alternative table; that there is none is a proof. What needs more than the allowed effort stays undecided.
 */
final class Search {

    enum Answer {
        FEASIBLE,
        INFEASIBLE,
        /** Not shown either way within the allowed effort; to be taken as unsafe. */
        UNDECIDED
    }

    /** Each level is a choice; the thread's stack holds this many. */
    private static final int MAX_DEPTH = 1_500;

    /** Bounds that creep towards each other prove nothing in reasonable time. */
    private static final long PROOF_WORK = 20_000;

    private final Bounds bounds;
    private final int maxSteps;
    private final long maxWork;
    private int depth;
    private int steps;
    private long workAtStart;

    Search(Bounds bounds, int maxSteps, long maxWork) {
        this.bounds = bounds;
        this.maxSteps = maxSteps;
        this.maxWork = maxWork;
    }

    /** Whether a variable can have a value; the bounds are left as they were, the base must be a solution. */
    Answer canBe(int variable, long value) {
        int mark = bounds.mark();
        int moved = bounds.movedMark();
        begin();
        Answer answer = bounds.tighten(variable, value, value) ? solve(moved) : Answer.INFEASIBLE;
        bounds.undo(mark, moved);
        return answer;
    }

    /** Whether bounds alone leave room for a value; no is a proof. */
    boolean mayBe(int variable, long value) {
        int mark = bounds.mark();
        int moved = bounds.movedMark();
        boolean may = bounds.tighten(variable, value, value) && bounds.propagate(PROOF_WORK);
        bounds.undo(mark, moved);
        return may;
    }

    /** The values that bounds alone leave to each variable; empty ranges from 0 to 0 where nothing agrees. */
    Range[] ranges() {
        int mark = bounds.mark();
        int moved = bounds.movedMark();
        bounds.touchAll();
        boolean open = bounds.propagate();
        Range[] ranges = new Range[bounds.system().variableCount()];
        for (int v = 0; v < ranges.length; v++) {
            ranges[v] = open ? new Range(bounds.lower(v), bounds.upper(v)) : new Range(0, 0);
        }
        bounds.undo(mark, moved);
        return ranges;
    }

    /** From and to, both possible as far as bounds tell. */
    record Range(long lower, long upper) {}

    private void begin() {
        depth = 0;
        steps = 0;
        workAtStart = bounds.work();
    }

    private Answer solve(int fromMoved) {
        depth++;
        Answer answer = depth > MAX_DEPTH ? Answer.UNDECIDED : repair(fromMoved);
        depth--;
        return answer;
    }

    private Answer repair(int fromMoved) {
        if (!bounds.propagate(maxWork)) {
            return Answer.INFEASIBLE;
        }
        int broken = bounds.broken(fromMoved);
        if (broken < 0) {
            return Answer.FEASIBLE;
        }
        if (++steps > maxSteps
                || bounds.work() - workAtStart > maxWork
                || bounds.allowed().isSpent()) {
            return Answer.UNDECIDED;
        }
        // What surrounds the constraint may already forbid most moves.
        bounds.enqueueAround(broken);
        if (!bounds.propagate(maxWork)) {
            return Answer.INFEASIBLE;
        }
        long gap = bounds.gap(broken);
        if (gap == 0) {
            return solve(fromMoved);
        }
        int choice = choose(broken, gap);
        if (choice < 0) {
            return Answer.INFEASIBLE;
        }
        return branch(broken, choice, gap, fromMoved);
    }

    private Answer branch(int broken, int choice, long gap, int fromMoved) {
        int v = bounds.system().variables(broken)[choice];
        long a = bounds.system().coefficients(broken)[choice];
        long step = step(v, a, gap);
        long target = bounds.current(v) + step;
        int mark = bounds.mark();
        int moved = bounds.movedMark();
        boolean up = step > 0;
        boolean open = up ? bounds.tighten(v, target, Long.MAX_VALUE) : bounds.tighten(v, Long.MIN_VALUE, target);
        Answer answer = open ? solve(fromMoved) : Answer.INFEASIBLE;
        if (answer != Answer.INFEASIBLE) {
            return answer;
        }
        bounds.undo(mark, moved);
        open = up ? bounds.tighten(v, Long.MIN_VALUE, target - 1) : bounds.tighten(v, target + 1, Long.MAX_VALUE);
        return open ? solve(fromMoved) : Answer.INFEASIBLE;
    }

    /** The move of a variable that closes as much of a gap as its bounds allow; 0 where it cannot help. */
    private long step(int v, long a, long gap) {
        long size = (Math.abs(gap) + Math.abs(a) - 1) / Math.abs(a);
        boolean up = gap > 0 == a > 0;
        return up
                ? Math.min(size, bounds.upper(v) - bounds.current(v))
                : -Math.min(size, bounds.current(v) - bounds.lower(v));
    }

    /** The variable whose move breaks least elsewhere; among equals the one that closes most of the gap. */
    private int choose(int broken, long gap) {
        int[] over = bounds.system().variables(broken);
        long[] with = bounds.system().coefficients(broken);
        int best = -1;
        long bestHarm = Long.MAX_VALUE;
        long bestClosed = 0;
        for (int i = 0; i < over.length; i++) {
            int v = over[i];
            long step = bounds.lower(v) == bounds.upper(v) ? 0 : step(v, with[i], gap);
            if (step == 0) {
                continue;
            }
            long harm = 0;
            for (int c : bounds.constraintsOf(v)) {
                if (c != broken && bounds.gap(c) == 0 && bounds.gapAfter(c, v, step) != 0) {
                    harm++;
                }
            }
            long closed = Math.abs(step * with[i]);
            if (harm < bestHarm || (harm == bestHarm && closed > bestClosed)) {
                best = i;
                bestHarm = harm;
                bestClosed = closed;
            }
        }
        return best;
    }
}
