package org.uphold.job.control;

import java.util.List;

/** Exit codes of the program; users and schedulers hold on to them. */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int INTERNAL_ERROR = 1;
    public static final int USAGE = 2;
    public static final int GATE_FAILED = 3;
    public static final int PUBLISHED_WITH_REJECTS = 4;
    public static final int DISCLOSURE_FAILED = 5;
    public static final int VERIFY_FAILED = 6;
    public static final int CANNOT_WRITE = 74;
    public static final int TRY_AGAIN = 75;
    public static final int TERMINATED = 143;

    /** From the mildest to the one that most needs a person. */
    private static final List<Integer> BY_WEIGHT = List.of(
            DONE,
            PUBLISHED_WITH_REJECTS,
            TRY_AGAIN,
            VERIFY_FAILED,
            GATE_FAILED,
            DISCLOSURE_FAILED,
            CANNOT_WRITE,
            USAGE,
            INTERNAL_ERROR,
            TERMINATED);

    private ExitCodes() {}

    /** The worst of several ends: it is the one that the process ends with. */
    public static int worst(int one, int other) {
        return BY_WEIGHT.indexOf(one) < BY_WEIGHT.indexOf(other) ? other : one;
    }
}
