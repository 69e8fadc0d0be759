package org.uphold.bench.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.server.EmbeddedServer;
import org.uphold.source.Sha256;

/** An installation of its own with its embedded server: its states are saved and set up again, its runs are processes. */
final class Scene implements AutoCloseable {

    /** What makes a state, below the folder of the scene. */
    private static final List<String> STATE =
            List.of("home/postgres/data", "reports", "inbox", "jobs", "own.csv", "large");

    /** Everything that a run leaves in the store, without the numbers and times that differ between runs. */
    private static final String STORE = """
            select concat_ws(' ',
                (select md5(string_agg(system || case_key || encode(content_hash, 'hex') || (superseded_at is null), ','
                    order by system, case_key, content_hash)) from uphold.determination),
                (select count(*) from uphold.item), (select count(*) from uphold.source_file),
                (select md5(string_agg(service_rule || number, ',' order by service_rule, number)) from uphold.item),
                (select count(*) from uphold.cell_change),
                (select md5(string_agg(c::text, ',' order by grouping, bucket, key)) from uphold.cell c),
                (select md5(string_agg(b::text, ',' order by bucket)) from uphold.bucket_state b),
                (select count(distinct (source_sha256, line, record_sha256)) from uphold.rejection),
                (select string_agg(package, ' ' order by package) from uphold.run
                    where state = 'COMPLETED' and package is not null),
                (select count(*) from uphold.run where state = 'STARTED'),
                (select string_agg(relname, ' ' order by relname) from pg_class
                    where relnamespace in ('uphold'::regnamespace, 'batch'::regnamespace) and relkind = 'r'))""";

    private final Path jar;
    private final Path work;
    private final Path live;
    private @Nullable EmbeddedServer server;

    /** @param work a folder of its own */
    Scene(Path jar, Path work) throws IOException {
        this.jar = jar;
        this.work = work;
        this.live = Files.createDirectories(work.resolve("live"));
    }

    Path path(String name) {
        return live.resolve(name);
    }

    /** What the runs said since the state was set up. */
    Path said() {
        return work.resolve("said.txt");
    }

    Path data() {
        return live.resolve("home/postgres/data");
    }

    /** Keeps the state under a name. */
    void save(String state) {
        close();
        for (String name : STATE) {
            if (Files.exists(live.resolve(name))) {
                Path to = work.resolve(state).resolve(name);
                Shell.run("mkdir", "-p", to.getParent().toString());
                Shell.run("cp", "-a", live.resolve(name).toString(), to.toString());
            }
        }
    }

    /** Sets a state up; the server does not run. */
    void restore(String state) throws IOException {
        close();
        for (String name : STATE) {
            Shell.run("rm", "-rf", live.resolve(name).toString());
            if (Files.exists(work.resolve(state).resolve(name))) {
                Shell.run(
                        "cp",
                        "-a",
                        work.resolve(state).resolve(name).toString(),
                        live.resolve(name).toString());
            }
        }
        Shell.run("rm", "-rf", live.resolve("tmp").toString());
        Files.createDirectories(live.resolve("tmp"));
        Files.deleteIfExists(said());
    }

    /** Copies what a folder of a state holds into another one. */
    void copyInto(String state, String name, Path folder) {
        Path from = work.resolve(state).resolve(name);
        if (Files.exists(from)) {
            Shell.run("cp", "-a", from + "/.", folder.toString());
        }
    }

    /** The server, started where it does not run; it then outlives the runs. */
    EmbeddedServer server() {
        EmbeddedServer running = server;
        if (running == null) {
            running = EmbeddedServer.open(live.resolve("home"));
            server = running;
        }
        return running;
    }

    /** Stops the server, or lets go of one that is gone. */
    @Override
    public void close() {
        EmbeddedServer running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    Connection connect() throws SQLException {
        EmbeddedServer running = server();
        return DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Leaves the classes of a run behind, which starts the next ones faster. */
    Process train(String job) throws IOException {
        return start(job, Map.of(), "-XX:ArchiveClassesAtExit=" + archive());
    }

    Process start(String job) throws IOException {
        return start(job, Map.of());
    }

    Process start(String job, Map<String, String> environment) throws IOException {
        return start(job, environment, "-XX:SharedArchiveFile=" + archive());
    }

    private Process start(String job, Map<String, String> environment, String option) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + live.resolve("tmp"),
                        "-Duphold.basedir=" + live,
                        "-cp",
                        jar.toString(),
                        "org.uphold.cli.Main",
                        "run",
                        job)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("UPHOLD_"));
        builder.environment().put("UPHOLD_HOME", live.resolve("home").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Every entry of reports and temporary folders, with the hash of files that say nothing of the run and its time. */
    Map<String, String> files() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String folder : List.of("reports", "tmp", "home/postgres")) {
            Path top = live.resolve(folder);
            // Of the server's folder only the names: nothing may be left beside its data.
            int depth = folder.startsWith("home") ? 1 : Integer.MAX_VALUE;
            try (Stream<Path> walk = Files.exists(top) ? Files.walk(top, depth) : Stream.empty()) {
                for (Path file :
                        walk.filter(f -> !f.toString().contains("hsperfdata")).toList()) {
                    String name = live.relativize(file).toString();
                    boolean same = depth > 1
                            && Files.isRegularFile(file)
                            && !name.endsWith("manifest.json")
                            && !name.endsWith(".jsonl")
                            && !name.equals("reports/index.html");
                    String link = Files.isSymbolicLink(file)
                            ? Files.readSymbolicLink(file).toString()
                            : "";
                    hashes.put(name, same ? Sha256.of(Files.readAllBytes(file)) : link);
                }
            }
        }
        return hashes;
    }

    /** Moves the store's own clock forward; nothing where there is none yet. */
    void setStoreAhead(int days) throws SQLException {
        if (!ask("select to_regclass('uphold.store_clock')").equals("null")) {
            ask("update uphold.store_clock set changed_at = changed_at + " + days + " * interval '1 day' returning 1");
        }
    }

    String store() throws SQLException {
        return ask(STORE);
    }

    private Path archive() {
        return work.resolve("classes.jsa");
    }
}
