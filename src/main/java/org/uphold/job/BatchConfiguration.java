package org.uphold.job;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch's own parts, with a job repository in the same database as the determinations. A plain application context
 * serves: nothing is scanned and nothing is guessed, so that a small night is not mostly start-up.
 */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {

    private final DataSource dataSource;
    private final PlatformTransactionManager transactionManager;

    BatchConfiguration(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactionManager = new JdbcTransactionManager(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    @Override
    protected DataSource getDataSource() {
        return dataSource;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactionManager;
    }

    /** Said and not asked of the database, which is not open yet. */
    @Override
    protected String getDatabaseType() {
        return DatabaseType.POSTGRES.name();
    }

    @Override
    protected String getTablePrefix() {
        return "batch.BATCH_";
    }

    /** The run's own lock already keeps two launches apart; serializable would only add failures to retry. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
