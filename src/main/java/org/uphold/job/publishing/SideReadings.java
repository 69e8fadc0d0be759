package org.uphold.job.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.uphold.cells.Aside;
import org.uphold.job.control.Awaited;
import org.uphold.store.Store;
import org.uphold.store.StoreException;

/**
 * Readings on connections and threads of their own, all of one state of the store. The server has a process for each connection:
 * what several ask for takes the time of the longest.
 */
final class SideReadings implements Aside, AutoCloseable {

    private final Store store;
    private final String snapshot;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param connection transaction whose state is read; it stays open until this is closed
     */
    SideReadings(Store store, Connection connection) throws SQLException {
        this.store = store;
        this.snapshot = SettledStore.export(connection);
    }

    @Override
    public <T> Supplier<T> read(Function<DSLContext, T> reading) {
        return compute(() -> result(reading));
    }

    /** As {@link #read}, of what needs no connection. */
    <T> Supplier<T> compute(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "reads-aside-" + threads.size());
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
        return () -> Awaited.result(task);
    }

    private <T> T result(Function<DSLContext, T> reading) {
        try (Connection connection = SettledStore.join(store, snapshot)) {
            T result = reading.apply(Store.dsl(connection));
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw new StoreException("The figures cannot be read: " + e.getMessage(), e);
        }
    }

    /** Waits for all of them, whose connections are the run's; who is interrupted waits no longer. */
    @Override
    public void close() {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
