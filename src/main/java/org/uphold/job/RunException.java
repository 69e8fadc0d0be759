package org.uphold.job;

import org.uphold.store.RunState;

/** A run that ends without a package, for a reason that its user can act on. */
final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final RunState state;

    RunException(int exitCode, RunState state, String message) {
        super(message);
        this.exitCode = exitCode;
        this.state = state;
    }

    int exitCode() {
        return exitCode;
    }

    RunState state() {
        return state;
    }
}
