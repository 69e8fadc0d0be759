package org.uphold.store;

import static org.uphold.schema.Tables.RUN;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A PostgreSQL database, 15 or later, that holds determinations. */
public final class Store {

    private static final int OLDEST_MAJOR = 15;

    private final DataSource dataSource;

    private Store(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @throws StoreException where the server is too old, or its tables were changed by another program or a newer version
     */
    public static Store open(DataSource dataSource) {
        Store store = new Store(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new StoreException("PostgreSQL " + OLDEST_MAJOR + " or later is needed, this server is " + major
                        + ": point UPHOLD_DATABASE_URL at a newer one");
            }
            if (Migrations.areApplied(connection) && !CaseKeys.areDue(connection)) {
                return store;
            }
        } catch (SQLException e) {
            throw StoreException.away(e);
        }
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas("uphold", "batch")
                    .defaultSchema("uphold")
                    .createSchemas(true)
                    .loggers("slf4j")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "The tables cannot be brought up to date: " + firstLine(e)
                            + ". Was the schema uphold changed by hand, or by a newer version of the program?",
                    e);
        }
        CaseKeys.fold(store);
        return store;
    }

    /** Has jOOQ load what every statement needs, unless another thread does so: then this waits for it. */
    public static void prepare() {
        Jooq.load();
    }

    /**
     * Two threads must not be the first in jOOQ by two of its doors: they may wait for each other's classes for ever. Whoever is first
     * goes in here alone, and everybody passes here before the first statement.
     */
    private static final class Jooq {

        static {
            DSL.using(SQLDialect.POSTGRES, settings())
                    .selectFrom(RUN)
                    .where(RUN.ID.eq(1L))
                    .getSQL();
        }

        /** Returns when it is loaded. */
        static void load() {}
    }

    /** A store whose tables are known to be up to date. */
    public static Store migrated(DataSource dataSource) {
        return new Store(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** A connection for one transaction: autocommit is off, and closing without a commit rolls back. */
    public Connection begin() {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw StoreException.away(e);
        }
    }

    /** Statements of their own, each committed at once. */
    public DSLContext dsl() {
        Jooq.load();
        return DSL.using(dataSource, SQLDialect.POSTGRES, settings());
    }

    /** Statements within a transaction. */
    public static DSLContext dsl(Connection connection) {
        Jooq.load();
        return DSL.using(connection, SQLDialect.POSTGRES, settings());
    }

    private static Settings settings() {
        return new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
