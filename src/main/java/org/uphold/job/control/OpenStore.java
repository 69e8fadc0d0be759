package org.uphold.job.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.uphold.server.EmbeddedServer;
import org.uphold.settings.Database;
import org.uphold.store.Store;
import org.uphold.store.StoreException;

/** The store that the settings name, open: the embedded server is started, or joined, where there is no other. */
public final class OpenStore implements AutoCloseable {

    /** What the server's list of sessions calls ours; each process adds a word of its own. */
    private static final String APPLICATION = "uphold";

    private static final String LOCK = APPLICATION + " lock";

    private final @Nullable EmbeddedServer server;
    private final String url;
    private final Properties credentials;
    private final HikariDataSource pool;
    private final Store store;
    private final String application = APPLICATION + " "
            + ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);

    private OpenStore(@Nullable EmbeddedServer server, String url, Properties credentials) {
        this.server = server;
        this.url = url;
        this.credentials = credentials;
        this.pool = pool(url, credentials, application);
        try {
            this.store = Store.open(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Has what a password is proved with looked for: it takes the JDK longer than the proof. */
    public static void prepare() {
        try {
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(new char[] {'x'}, new byte[] {0}, 1, 256));
            DriverManager.getDrivers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens it and brings its tables up to date.
     *
     * @throws StoreException where an external server is away
     * @throws org.uphold.server.ServerException where the embedded one cannot start
     */
    public static OpenStore open(Database database) {
        if (database instanceof Database.External external) {
            return new OpenStore(null, external.url(), credentials(external.user(), external.password()));
        }
        EmbeddedServer server = EmbeddedServer.open(((Database.Embedded) database).home());
        try {
            return new OpenStore(server, server.jdbcUrl(), credentials(server.user(), server.password()));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public Store store() {
        return store;
    }

    /** What answers there, for people. */
    public String describe() {
        try (Connection connection = pool.getConnection()) {
            return (server == null ? "external " : "embedded ")
                    + connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion() + " at "
                    + connection.getMetaData().getURL().replaceFirst("\\?.*", "");
        } catch (SQLException e) {
            throw new StoreException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** A connection beside the pool, for locks that last as long as a run. */
    public Connection dedicated() {
        try {
            Connection known = server == null ? null : server.connection().orElse(null);
            if (known != null && isNamed(known)) {
                return known;
            }
            return DriverManager.getConnection(url, properties());
        } catch (SQLException e) {
            throw new StoreException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Whether a connection that was there already could be given the name; one that was cut since is closed. */
    private static boolean isNamed(Connection connection) throws SQLException {
        try {
            connection.setClientInfo("ApplicationName", LOCK);
            return true;
        } catch (SQLException cut) {
            connection.close();
            return false;
        }
    }

    /**
     * Cancels what this process has had the server do for so long; the locks of runs are kept.
     *
     * @throws StoreException where the database is away
     */
    void cancelStatements(Duration forSoLong) {
        try (Connection connection = dedicated();
                PreparedStatement statement = connection.prepareStatement(
                        "select pg_cancel_backend(pid) from pg_stat_activity where application_name = ? and state = 'active'"
                                + " and query_start < clock_timestamp() - ? * interval '1 millisecond'")) {
            statement.setString(1, application);
            statement.setLong(2, forSoLong.toMillis());
            statement.execute();
        } catch (SQLException e) {
            throw new StoreException("Statements cannot be cancelled: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }

    private static Properties credentials(@Nullable String user, @Nullable String password) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(credentials);
        properties.setProperty("ApplicationName", LOCK);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private static HikariDataSource pool(String url, Properties credentials, String application) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(credentials);
        config.addDataSourceProperty("ApplicationName", application);
        // A statement of a client that is gone is cancelled within a second instead of committing later.
        // Who waited for the store's lock sees what its holder committed, whatever the server's default.
        config.addDataSourceProperty(
                "options",
                "-c client_connection_check_interval=1000 -c timezone=UTC"
                        + " -c default_transaction_isolation=read\\ committed");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The server's details quote rows, and messages end up in logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.setPoolName("uphold");
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        // The first connection asked for says whether the server is up. The pool's own look is one that it throws away.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
