package org.uphold.job.control;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uphold.store.StoreException;

/**
 * Makes a stop come within seconds where a run is deep in a long statement, or waits for the store's lock: what the server is
 * still at when the signal is some seconds old is cancelled. Every statement is part of a transaction that rolls back, so this
 * is as safe a point as any other.
 */
public final class Cancelling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cancelling.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final OpenStore open;
    private final StopSignal stop;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Cancelling(OpenStore open, StopSignal stop) {
        this.open = open;
        this.stop = stop;
    }

    /** Watches until it is closed. */
    public static Cancelling of(OpenStore open, StopSignal stop) {
        Cancelling cancelling = new Cancelling(open, stop);
        Thread watch = new Thread(cancelling::watch, "cancels when stopped");
        watch.setDaemon(true);
        watch.start();
        return cancelling;
    }

    private void watch() {
        try {
            while (!stop.isStopped()) {
                if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            while (!closed.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                open.cancelStatements(GRACE.dividedBy(2));
            }
        } catch (StoreException e) {
            // The database is away, and so is whatever it was at.
            LOG.debug("nothing could be cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
