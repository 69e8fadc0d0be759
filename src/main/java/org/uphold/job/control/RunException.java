package org.uphold.job.control;

import org.uphold.store.RunState;

/** A run that ends without a package, for a reason that its user can act on. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final RunState state;

    public RunException(int exitCode, RunState state, String message) {
        super(message);
        this.exitCode = exitCode;
        this.state = state;
    }

    public int exitCode() {
        return exitCode;
    }

    public RunState state() {
        return state;
    }
}
