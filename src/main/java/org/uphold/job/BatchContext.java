package org.uphold.job;

import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.observability.jfr.events.job.JobLaunchEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Spring Batch's application context. It needs no database until a job is launched, so a command that is going to run one
 * has it made on a second thread ({@link #prepare}) while the store is opened.
 */
final class BatchContext implements AutoCloseable {

    private static final AtomicReference<@Nullable Future<BatchContext>> PREPARED = new AtomicReference<>();

    private final AnnotationConfigApplicationContext context;
    private final LaterDataSource dataSource;
    private final Work work;

    /** The database, once it is known. */
    private static final class LaterDataSource extends AbstractDataSource {
        private volatile @Nullable DataSource target;

        @Override
        public Connection getConnection() throws SQLException {
            DataSource known = target;
            if (known == null) {
                throw new SQLException("No database is open yet");
            }
            return known.getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    /** The steps, once there are any. */
    static final class Work {
        private volatile @Nullable RunSteps steps;

        RunSteps steps() {
            RunSteps known = steps;
            if (known == null) {
                throw new IllegalStateException("The job was launched without its steps");
            }
            return known;
        }
    }

    private BatchContext() {
        dataSource = new LaterDataSource();
        work = new Work();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Work.class, () -> work);
        context.register(BatchConfiguration.class, DeterminationsJob.class);
        context.refresh();
        try {
            // Registers with the flight recorder when it is first used, which takes longer than the whole launch.
            MethodHandles.lookup().ensureInitialized(JobLaunchEvent.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins to make one, for the next {@link #take}. */
    static void prepare() {
        CompletableFuture<BatchContext> coming = new CompletableFuture<>();
        if (PREPARED.compareAndSet(null, coming)) {
            Thread maker = new Thread(
                    () -> {
                        try {
                            coming.complete(new BatchContext());
                        } catch (RuntimeException | LinkageError e) {
                            coming.completeExceptionally(e);
                        }
                    },
                    "batch-context");
            maker.setDaemon(true);
            maker.start();
        }
    }

    /** The one that was prepared, or else a new one, over this database and with the work of these steps. */
    static BatchContext take(DataSource database, RunSteps steps) {
        Future<BatchContext> prepared = PREPARED.getAndSet(null);
        BatchContext context = prepared == null ? new BatchContext() : Awaited.result(prepared);
        context.dataSource.target = database;
        context.work.steps = steps;
        return context;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
