package org.uphold.job;

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

    private ExitCodes() {}
}
