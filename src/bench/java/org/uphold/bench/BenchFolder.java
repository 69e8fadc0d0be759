package org.uphold.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.uphold.classification.RuleTables;
import org.uphold.server.EmbeddedServer;

/**
 * What the contenders of one size work on and in: the generated table, the rules as tables, and for each who needs one a
 * PostgreSQL of the same kind, ours as it ships and the peers' with settings for bulk work.
 */
final class BenchFolder implements AutoCloseable {

    private static final String TUNED = """
            shared_buffers = 1GB
            effective_cache_size = 8GB
            max_wal_size = 16GB
            checkpoint_timeout = 30min
            maintenance_work_mem = 512MB
            """;

    private final Path folder;
    private final Path base;
    private final long items;
    private final Map<String, EmbeddedServer> servers = new HashMap<>();

    /**
     * @param folder to work in
     * @param base of the program
     */
    BenchFolder(Path folder, Path base, long items) throws IOException {
        this.folder =
                Files.createDirectories(folder.resolve(Long.toString(items))).toAbsolutePath();
        this.base = base.toAbsolutePath();
        this.items = items;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path base() {
        return base;
    }

    Path peers() {
        return base.resolve("src/bench/peers");
    }

    Path output(String name) throws IOException {
        return Files.createDirectories(folder.resolve("out").resolve(name));
    }

    /** The table, made once: seed 1, 2 % dirty rows. */
    Path csv() throws IOException {
        Path csv = folder.resolve("items.csv");
        if (!Files.exists(csv)) {
            System.err.printf("generating %,d items%n", items);
            Path part = folder.resolve("items.csv.part");
            ItemsCsvGenerator.main(new String[] {part.toString(), Long.toString(items), "1", "2"});
            Files.move(part, csv);
        }
        return csv;
    }

    Path rules() throws IOException {
        Path rules = folder.resolve("rules");
        RuleTables.main(new String[] {rules.toString()});
        return rules;
    }

    Path home(String name) {
        return folder.resolve("home-" + name);
    }

    Path data(String name) {
        return home(name).resolve("postgres/data");
    }

    /**
     * The server of that name, running until another one is asked for: what one does behind its last command, such as vacuum, must
     * not slow the next contender.
     */
    EmbeddedServer server(String name) throws IOException {
        EmbeddedServer known = servers.get(name);
        if (known == null) {
            alone();
            if (!name.equals("uphold")) {
                Files.createDirectories(home(name).resolve("postgres"));
                Files.writeString(home(name).resolve("postgres/own.conf"), TUNED);
            }
            known = EmbeddedServer.open(home(name));
            servers.put(name, known);
        }
        return known;
    }

    /** Stops every server. */
    void alone() {
        servers.values().forEach(EmbeddedServer::close);
        servers.clear();
    }

    /** As a store is some time after it was loaded: vacuumed and analysed. */
    void settle(String name) throws IOException, SQLException {
        EmbeddedServer server = server(name);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    /** An empty database in place of the old one, and nothing left for the server to write behind our back. */
    void reset(String name) throws IOException, SQLException {
        EmbeddedServer server = server(name);
        String url = server.jdbcUrl().replaceFirst("/[^/]*$", "/postgres");
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists uphold with (force)");
            statement.execute("create database uphold");
        }
    }

    Map<String, String> psql(String name) throws IOException {
        EmbeddedServer server = server(name);
        String url = server.jdbcUrl();
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", url.replaceFirst(".*:(\\d+)/.*", "$1"),
                "PGUSER", server.user(),
                "PGPASSWORD", server.password(),
                "PGDATABASE", "uphold",
                "PEERS", peers().toString(),
                "CSV", csv().toString());
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public void close() {
        alone();
    }
}
