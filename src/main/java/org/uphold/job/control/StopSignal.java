package org.uphold.job.control;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says that a run is to stop at its next safe point. */
public final class StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);

    public void stop() {
        stopped.countDown();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits so long, or until the signal comes. */
    public void await(Duration atMost) {
        try {
            if (stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** At a safe point: nothing is half done here. */
    public void check() {
        if (isStopped()) {
            throw new StoppedException();
        }
    }

    /** The run was asked to stop, and did. */
    public static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public StoppedException() {
            super("stopped at a safe point; 'retry' goes on", null, false, false);
        }
    }
}
