package org.uphold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.uphold.server.EmbeddedServer;

/**
 * A fresh database with all migrations, on one real server that all tests of the checkout share: made in some 50 ms by
 * copying a template. {@code private static final TestDatabase DATABASE = TestDatabase.create();} in a test class is
 * enough; it goes when the JVM ends, or with {@link #close()}.
 *
 * <p>Sessions speak in a time zone that is neither the JVM's nor UTC, so that a result which depends on either shows.
 * The server is the embedded one without {@code fsync}: a lost test database is no loss.
 */
public final class TestDatabase implements AutoCloseable {

    /** Far from the zone that the tests run in, and a quarter of an hour off any other. */
    private static final String SESSION_ZONE = "Asia/Kathmandu";

    private static final String MIGRATIONS = "db/migration";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database as an installation has it after its first start. */
    public static TestDatabase create() {
        return fresh(Server.RUNNING.template());
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return fresh("template1");
    }

    private static TestDatabase fresh(String template) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        Server.RUNNING.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(name);
    }

    public String jdbcUrl() {
        return Server.RUNNING.url(name);
    }

    public String user() {
        return Server.RUNNING.server.user();
    }

    public String password() {
        return Server.RUNNING.server.password();
    }

    /** A new connection at each call; the caller closes it. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Without a pool: a new connection at each call. */
    public DataSource dataSource() {
        ZonedDataSource source = new ZonedDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    @Override
    public void close() {
        Server.RUNNING.drop(name);
    }

    /** The driver tells the server the JVM's zone; this has the last word. */
    private static final class ZonedDataSource extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            Connection connection = super.getConnection(user, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TIME ZONE '" + SESSION_ZONE + "'");
            }
            return connection;
        }
    }

    /** One a JVM, on one server a checkout. */
    private static final class Server {

        static final Server RUNNING = start();

        private final EmbeddedServer server;

        private Server(EmbeddedServer server) {
            this.server = server;
        }

        private static Server start() {
            try {
                Path home = Path.of("target/test-home").toAbsolutePath();
                Files.createDirectories(home.resolve("postgres"));
                // Whole or not at all: another JVM may be starting the server at this moment.
                Path part = home.resolve(
                        "postgres/own.conf." + ProcessHandle.current().pid());
                Files.writeString(
                        part, "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 200\n");
                Files.move(part, home.resolve("postgres/own.conf"), StandardCopyOption.ATOMIC_MOVE);
                Server running = new Server(EmbeddedServer.open(home));
                running.dropLeftOvers();
                Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
                return running;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void stop() {
            for (String database :
                    databasesLike("test_" + ProcessHandle.current().pid() + "\\_%")) {
                drop(database);
            }
            server.close();
        }

        /** FORCE may not end an autovacuum worker, which is a superuser's; a plain drop asks it to go and waits for it. */
        private void drop(String database) {
            try {
                execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            } catch (RuntimeException e) {
                execute("DROP DATABASE IF EXISTS " + database);
            }
        }

        /** Databases of test JVMs that were killed. */
        private void dropLeftOvers() {
            for (String database : databasesLike("test\\_%")) {
                long pid = Long.parseLong(database.split("_", -1)[1]);
                if (ProcessHandle.of(pid).isEmpty()) {
                    drop(database);
                }
            }
        }

        /** A migrated database to copy, made once for each state of the migrations. */
        private synchronized String template() {
            String template = "template_" + migrationsHash();
            if (databasesLike(template).isEmpty()) {
                String part = template + "_" + ProcessHandle.current().pid();
                execute("DROP DATABASE IF EXISTS " + part);
                execute("CREATE DATABASE " + part);
                Flyway.configure()
                        .dataSource(url(part), server.user(), server.password())
                        .locations("classpath:" + MIGRATIONS)
                        .load()
                        .migrate();
                try {
                    execute("ALTER DATABASE " + part + " RENAME TO " + template);
                } catch (IllegalStateException anotherJvmWasFaster) {
                    execute("DROP DATABASE IF EXISTS " + part);
                }
            }
            return template;
        }

        private List<String> databasesLike(String pattern) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT datname FROM pg_database WHERE datname LIKE '" + pattern + "'")) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void execute(String sql) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private Connection connect() throws SQLException {
            return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        }

        private String url(String database) {
            return server.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
        }

        private static String migrationsHash() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                URL folder = TestDatabase.class.getClassLoader().getResource(MIGRATIONS);
                if (folder != null) {
                    try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
                        for (Path file :
                                files.filter(Files::isRegularFile).sorted().toList()) {
                            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                            try (InputStream in = Files.newInputStream(file)) {
                                digest.update(in.readAllBytes());
                            }
                        }
                    }
                }
                return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException | URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
