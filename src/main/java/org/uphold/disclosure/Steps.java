package org.uphold.disclosure;

/**
 * How much may still be looked at, in terms of constraints: the audit's work is bounded by it and not by time, so that the same package
 * comes out on every machine. What is asked when nothing is left stays undecided, and counts as unsafe.
 */
final class Steps {

    /** Of one package: some seconds of one core. */
    static final long PACKAGE = 100_000_000L;

    /** Of one linear program: some tenths of a second. */
    private static final long PROGRAM = 30_000_000L;

    private static final long BETWEEN_SAFE_POINTS = 2_000_000L;

    private final Runnable safePoint;
    private long left;
    private long sinceSafePoint;

    /** @param safePoint run now and then; throws where the work is to be given up */
    Steps(long left, Runnable safePoint) {
        this.left = left;
        this.safePoint = safePoint;
    }

    static Steps unlimited() {
        return new Steps(Long.MAX_VALUE, () -> {});
    }

    /** Takes some; false where none are left. */
    boolean take(long some) {
        sinceSafePoint += some;
        if (sinceSafePoint > BETWEEN_SAFE_POINTS) {
            sinceSafePoint = 0;
            safePoint.run();
        }
        if (some > left) {
            left = 0;
            return false;
        }
        left -= some;
        return true;
    }

    /** Takes what a linear program over a dense table costs; false where that is too much for one, or for what is left. */
    boolean takeProgram(long unknowns, long constraints) {
        return affordsProgram(unknowns, constraints) && take(cost(unknowns, constraints));
    }

    /** Whether a linear program is not too much for one, or for what is left. */
    boolean affordsProgram(long unknowns, long constraints) {
        long cost = cost(unknowns, constraints);
        return cost <= PROGRAM && cost <= left;
    }

    private static long cost(long unknowns, long constraints) {
        return unknowns * constraints * Math.min(unknowns, constraints) / 2;
    }

    /** A part of what is left, to be spent apart; what it does not need is given {@link #back}. */
    Steps part(int of) {
        long part = left / of;
        left -= part;
        return new Steps(part, safePoint);
    }

    void back(Steps part) {
        left += part.left;
        part.left = 0;
    }

    boolean isSpent() {
        return left <= 0;
    }

    long left() {
        return left;
    }
}
