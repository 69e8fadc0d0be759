package org.uphold.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for those who have none: durable ({@code fsync}, {@code synchronous_commit}, checksums), on
 * loopback only, with a generated password. All processes that open the same home share one server: the first starts
 * it, or finds one that a killed process left running, and the last to close it stops it. A process that ends without
 * closing, even by {@code kill -9}, leaves no wrong count behind; at worst a server that the next one finds and uses.
 * The server is no child of this process's terminal, so Ctrl-C does not reach it.
 *
 * <p>Safe for use by several threads; opening the same home twice in one process is fine.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** How long a server may say that it is starting, recovering or stopping, in tries of 50 ms: 15 minutes. */
    private static final int BUSY_TRIES = 18_000;

    /** How long a server may run and not answer, in tries of 50 ms: 20 seconds. */
    private static final int SILENT_TRIES = 400;

    /** File locks belong to the process, so each home is held once in it, with a count. */
    private static final Map<Path, Hold> HOLDS = new HashMap<>();

    private static final class Hold {
        private final HomeLock users;
        private final int port;
        private final String password;
        private int count;

        private Hold(HomeLock users, int port, String password) {
            this.users = users;
            this.port = port;
            this.password = password;
        }
    }

    /** A server that runs on our data, and the connection over which it said so, unless we started it. */
    private record Running(
            int port, String password, @Nullable Connection proof) {}

    private final Path folder;
    private final int port;
    private final String password;
    private @Nullable Connection proof;
    private boolean closed;

    private EmbeddedServer(Path folder, Hold hold, @Nullable Connection proof) {
        this.folder = folder;
        this.port = hold.port;
        this.password = hold.password;
        this.proof = proof;
    }

    /**
     * Connects to the home's server, starting it where none runs; the first time also unpacks it and makes its data.
     *
     * @param home {@code UPHOLD_HOME}; made where it is missing
     * @throws ServerException with what to do about it
     */
    public static EmbeddedServer open(Path home) {
        Path wanted = home.toAbsolutePath().normalize().resolve("postgres");
        synchronized (HOLDS) {
            try {
                Path folder = folder(wanted);
                Hold hold = HOLDS.get(folder);
                if (hold != null) {
                    hold.count++;
                    return new EmbeddedServer(folder, hold, null);
                }
                return take(folder);
            } catch (AccessDeniedException e) {
                throw ServerException.notWritable("The embedded PostgreSQL cannot use " + wanted, String.valueOf(e), e);
            } catch (IOException e) {
                throw ServerException.because("The embedded PostgreSQL cannot use " + wanted, String.valueOf(e), e);
            }
        }
    }

    /** Where it listens, for JDBC; the address is of this machine only. */
    public String jdbcUrl() {
        return url(port);
    }

    public String user() {
        return Cluster.NAME;
    }

    public String password() {
        return password;
    }

    /**
     * The connection over which a server that was running already was recognised, for the first who asks: it need not be made a second
     * time. Whoever gets it closes it.
     */
    public synchronized Optional<Connection> connection() {
        Optional<Connection> once = Optional.ofNullable(proof);
        proof = null;
        return once;
    }

    /** The file that holds the password, for psql and the like; readable by its owner only. */
    public Path passwordFile() {
        return new Cluster(folder).passwordFile();
    }

    /** Stops the server if nobody else uses it; close connections before. Closing twice does nothing. */
    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public void close() {
        connection().ifPresent(EmbeddedServer::close);
        synchronized (HOLDS) {
            Hold hold = HOLDS.get(folder);
            if (closed || hold == null) {
                return;
            }
            closed = true;
            hold.count--;
            if (hold.count > 0) {
                return;
            }
            HOLDS.remove(folder);
            Cluster cluster = new Cluster(folder);
            try (HomeLock users = hold.users;
                    HomeLock start = startLock(folder)) {
                if (users.releaseAndAskWhetherLast() && isThere(cluster)) {
                    cluster.stop();
                }
            } catch (IOException e) {
                throw ServerException.because("The embedded PostgreSQL could not be stopped", String.valueOf(e), e);
            }
        }
    }

    /** Of a home that nobody in this process holds yet. */
    @SuppressWarnings("try") // the lock is held, not used
    private static EmbeddedServer take(Path folder) throws IOException {
        // Whoever starts or stops holds this; a second process waits here until the server is up, then finds it.
        try (HomeLock start = startLock(folder)) {
            HomeLock users = HomeLock.shared(folder.resolve("users.lock"));
            try {
                Cluster cluster = new Cluster(folder);
                Running server = find(cluster).orElse(null);
                if (server == null) {
                    server = new Running(cluster.start(), Password.read(cluster.passwordFile()), null);
                }
                Hold hold = new Hold(users, server.port(), server.password());
                hold.count = 1;
                HOLDS.put(folder, hold);
                return new EmbeddedServer(folder, hold, server.proof());
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        }
    }

    /** Whether there is a server to stop. One that recovers from a crash is waited for: asked to stop then, it may never end. */
    private static boolean isThere(Cluster cluster) throws IOException {
        try {
            Optional<Running> running = find(cluster);
            running.map(Running::proof).ifPresent(EmbeddedServer::close);
            return running.isPresent();
        } catch (ServerException silent) {
            return Postmaster.of(cluster.data()).isPresent();
        }
    }

    private static HomeLock startLock(Path folder) throws IOException {
        return HomeLock.exclusive(folder.resolve("start.lock"));
    }

    /** The running server, once it takes connections. */
    private static Optional<Running> find(Cluster cluster) throws IOException {
        int silent = 0;
        for (int tries = 0; ; tries++) {
            Optional<Postmaster> postmaster = Postmaster.of(cluster.data());
            if (postmaster.isEmpty()) {
                return Optional.empty();
            }
            int port = postmaster.get().port();
            try {
                String password = Password.read(cluster.passwordFile());
                Optional<Connection> proof = proof(cluster, port, password);
                if (proof.isPresent()) {
                    return Optional.of(new Running(port, password, proof.get()));
                }
                silent++;
            } catch (SQLException e) {
                boolean busy = "57P03".equals(e.getSQLState());
                silent += busy ? 0 : 1;
                if (silent > SILENT_TRIES || tries > BUSY_TRIES) {
                    throw new ServerException(
                            ServerException.Reason.UNAVAILABLE,
                            "The embedded PostgreSQL runs (process "
                                    + postmaster.get().pid() + ", port " + port
                                    + ") but does not let us in: " + e.getMessage()
                                    + "\nEnd that process with kill -INT and try again.",
                            e);
                }
            }
            if (silent > SILENT_TRIES) {
                throw new ServerException(
                        ServerException.Reason.UNAVAILABLE,
                        "Another PostgreSQL answers on port " + port + ", which " + cluster.data()
                                + " names as its own. Remove postmaster.pid there if no server runs on it.");
            }
            Pause.shortly();
        }
    }

    /** A connection, where the server behind the port is the one on our data: a number in a left-over file proves nothing. */
    private static Optional<Connection> proof(Cluster cluster, int port, String password)
            throws IOException, SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.NAME);
        properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(url(port), properties);
        boolean ours = false;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SHOW data_directory")) {
            ours = answer.next()
                    && Path.of(answer.getString(1))
                            .toRealPath()
                            .equals(cluster.data().toRealPath());
            return ours ? Optional.of(connection) : Optional.empty();
        } finally {
            if (!ours) {
                close(connection);
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException cutAlready) {
            // Then there is nothing left to close.
            return;
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME;
    }

    private static Path folder(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            Files.createDirectories(wanted.resolveSibling("."));
            Files.createDirectory(
                    wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return wanted.toRealPath();
    }
}
