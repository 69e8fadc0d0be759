package org.uphold.job;

import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.observability.jfr.events.job.JobLaunchEvent;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import org.uphold.job.control.Awaited;

/**
 * Spring Batch's own parts, put together by hand: there are five, and an application context takes several times as long to find
 * that out. The repository is in the same database as the determinations, which is needed only when a job is launched: a command that
 * is going to run one has this made on a second thread ({@link #prepare}) while the store is opened.
 */
final class BatchEngine {

    private static final AtomicReference<@Nullable CompletableFuture<BatchEngine>> PREPARED = new AtomicReference<>();

    private final LaterDataSource dataSource = new LaterDataSource();
    private final Work work = new Work();
    private final JobRepository repository;
    private final JobOperator operator;
    private final Job job;

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

    private BatchEngine() {
        try {
            repository = repository(dataSource);
            job = DeterminationsJob.of(repository, work);
            operator = operator(repository, job);
            // Registers with the flight recorder when it is first used, which takes longer than the whole launch.
            MethodHandles.lookup().ensureInitialized(JobLaunchEvent.class);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch cannot be put together: " + e.getMessage(), e);
        }
    }

    private static JobRepository repository(DataSource dataSource) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(new JdbcTransactionManager(dataSource));
        // Said and not asked of the database, which is not open yet.
        factory.setDatabaseType(DatabaseType.POSTGRES.name());
        factory.setTablePrefix("batch.BATCH_");
        // The run's own lock already keeps two launches apart; serializable would only add failures to retry.
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static JobOperator operator(JobRepository repository, Job job) throws Exception {
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        factory.setJobRegistry(registry);
        factory.setTransactionManager(new ResourcelessTransactionManager());
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    /** Begins to make one, for the next {@link #take}. */
    static void prepare() {
        CompletableFuture<BatchEngine> coming = new CompletableFuture<>();
        if (PREPARED.compareAndSet(null, coming)) {
            Thread maker = new Thread(
                    () -> {
                        try {
                            coming.complete(new BatchEngine());
                        } catch (Throwable e) {
                            // Or whoever takes it would wait for ever.
                            coming.completeExceptionally(e);
                        }
                    },
                    "batch-engine");
            maker.setDaemon(true);
            maker.start();
        }
    }

    /**
     * The one that was prepared, or else a new one, over this database and with the work of these steps. Where it could not be prepared
     * the new one says why.
     */
    static BatchEngine take(DataSource database, RunSteps steps) {
        CompletableFuture<BatchEngine> prepared = PREPARED.getAndSet(null);
        BatchEngine engine = prepared == null
                ? new BatchEngine()
                : Awaited.result(prepared.handle((made, failure) -> made == null ? new BatchEngine() : made));
        engine.dataSource.target = database;
        engine.work.steps = steps;
        return engine;
    }

    JobRepository repository() {
        return repository;
    }

    JobOperator operator() {
        return operator;
    }

    Job job() {
        return job;
    }
}
