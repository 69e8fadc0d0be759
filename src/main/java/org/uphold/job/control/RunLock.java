package org.uphold.job.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.uphold.determination.DateRange;
import org.uphold.store.StoreException;
import org.uphold.store.StoreLocks;

/** One run of a job and window at a time, on a connection of its own; a dead holder's is free at once. */
public final class RunLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int VALID_SECONDS = 10;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock, waiting for it if need be.
     *
     * @param wait how long at most
     * @param stop ends the waiting
     * @throws HeldException where another run has it
     */
    public static RunLock take(OpenStore store, String job, DateRange window, Duration wait, StopSignal stop) {
        Connection connection = store.dedicated();
        boolean taken = false;
        try {
            // Asking again and again keeps a waiting run deaf to nothing: a signal ends it, and the server holds no
            // queue.
            long end = System.nanoTime() + wait.toNanos();
            taken = StoreLocks.tryLock(connection, job, window);
            while (!taken && System.nanoTime() < end) {
                stop.await(PAUSE);
                stop.check();
                taken = StoreLocks.tryLock(connection, job, window);
            }
            if (taken) {
                return new RunLock(connection);
            }
        } catch (SQLException e) {
            throw new StoreException("The lock of the run cannot be taken: " + e.getMessage(), e);
        } finally {
            if (!taken) {
                close(connection);
            }
        }
        throw new HeldException(job, window);
    }

    /** Makes sure that the lock is still ours: the session that holds it may have been cut off. */
    public void check() {
        try {
            if (connection.isValid(VALID_SECONDS)) {
                return;
            }
        } catch (SQLException e) {
            throw new StoreException("The lock of the run was lost: " + e.getMessage(), e);
        }
        throw new StoreException(
                "The lock of the run was lost, its connection to the database was cut: nothing was published, try again");
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("The lock of the run cannot be given back: " + e.getMessage(), e);
        }
    }

    /** Another run of the job and window is under way. */
    public static final class HeldException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HeldException(String job, DateRange window) {
            super("another run of " + job + " for " + window.folderName()
                    + " is under way: try again when it has ended");
        }
    }
}
