package org.uphold.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.uphold.job.control.StopSignal;

/**
 * SIGTERM and SIGINT end the virtual machine; before they do, the run is asked to stop and is waited for, so that its line in
 * the log book is closed and nothing is half done. The exit code stays the signal's.
 */
final class StopOnSignal implements AutoCloseable {

    private static final long MOST_SECONDS = 25;

    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop on signal");

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    StopSignal stop() {
        return stop;
    }

    private void stopAndWait() {
        stop.stop();
        try {
            if (!ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                // What runs is cut off like by a kill; the next run goes on from the last commit.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is ending, and the hook has just been told.
            return;
        }
    }
}
