package org.uphold.job;

import java.util.concurrent.atomic.AtomicBoolean;

/** Says that a run is to stop at its next safe point. */
public final class StopSignal {

    private final AtomicBoolean stopped = new AtomicBoolean();

    public void stop() {
        stopped.set(true);
    }

    public boolean isStopped() {
        return stopped.get();
    }

    /** At a safe point: nothing is half done here. */
    void check() {
        if (stopped.get()) {
            throw new StoppedException();
        }
    }

    /** The run was asked to stop, and did. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped at a safe point; 'retry' goes on", null, false, false);
        }
    }
}
