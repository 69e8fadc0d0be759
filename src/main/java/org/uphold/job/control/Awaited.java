package org.uphold.job.control;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread found out. */
public final class Awaited {

    private Awaited() {}

    /**
     * Waits for it.
     *
     * @throws StopSignal.StoppedException where this thread is interrupted
     * @throws RuntimeException what the other thread threw; anything but a runtime exception in an {@link IllegalStateException}
     */
    public static <T> T result(Future<T> coming) {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
