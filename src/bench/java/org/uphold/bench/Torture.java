package org.uphold.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.uphold.server.EmbeddedServer;
import org.uphold.source.Sha256;

/**
 * Kills runs, database backends and whole servers at random moments in every step, lets one more run go, and compares what it
 * leaves with an undisturbed run. Prints a table: kills per step, recovered, slowest recovery.
 *
 * <pre>Torture JAR LETTERS WORK-FOLDER [KILLS] [SECONDS] [SEED]</pre>
 */
public final class Torture {

    private static final String JOB = "torture";
    private static final List<String> STEPS = List.of("ingest", "aggregate", "publish");
    private static final int MOST_IN_A_ROW = 3;

    /** What is killed. */
    private enum Victim {
        JAVA,
        BACKEND,
        POSTMASTER
    }

    /** Kills of one kind in one step. */
    private static final class Line {
        private int kills;
        private int recovered;
        private long slowestMillis;
    }

    private final Path jar;
    private final Path work;
    private final SplittableRandom random;
    private final Map<String, Line> table = new TreeMap<>();
    private final Map<String, Long> stepMillis = new HashMap<>();
    private Map<String, String> expected = Map.of();
    private String expectedStore = "";

    private Torture(Path jar, Path work, long seed) {
        this.jar = jar;
        this.work = work;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            throw new IllegalArgumentException("JAR LETTERS WORK-FOLDER [KILLS] [SECONDS] [SEED]");
        }
        int kills = args.length > 3 ? Integer.parseInt(args[3]) : 200;
        long seconds = args.length > 4 ? Long.parseLong(args[4]) : 3600;
        long seed = args.length > 5 ? Long.parseLong(args[5]) : System.nanoTime();
        Path work = Files.createDirectories(Path.of(args[2])).toRealPath();
        Torture torture = new Torture(Path.of(args[0]).toRealPath(), work, seed);
        PrintStream out = System.out;
        out.println("seed " + seed);
        torture.prepare(Path.of(args[1]));
        boolean well = torture.torment(kills, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds), out);
        torture.print(out);
        System.exit(well ? 0 : 1);
    }

    private void prepare(Path letters) throws Exception {
        Path inbox = Files.createDirectories(work.resolve("inbox"));
        try (Stream<Path> files = Files.list(letters)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                Files.copy(file, inbox.resolve(file.getFileName()));
            }
        }
        try (BufferedWriter rows = Files.newBufferedWriter(inbox.resolve("rows.csv"), StandardCharsets.UTF_8)) {
            new ItemsCsvGenerator(7, 0.001).write(rows, 3_000);
        }
        Files.createDirectories(work.resolve("jobs"));
        Files.writeString(
                work.resolve("jobs/" + JOB + ".yaml"),
                "description: Runs that are killed\nsources:\n  - path: inbox\nwindow: all\ngates:\n  warn-rejects: 1\n");
        try (EmbeddedServer server = EmbeddedServer.open(home())) {
            reset(server);
            int trained = start("-XX:ArchiveClassesAtExit=" + archive()).waitFor();
            reset(server);
            int code = start("-XX:SharedArchiveFile=" + archive()).waitFor();
            if (trained != 4 || code != 4) {
                throw new IllegalStateException("the undisturbed run ended with " + code + ", see " + said());
            }
            expected = bytes();
            expectedStore = store(server);
            for (String step : STEPS) {
                stepMillis.put(
                        step,
                        Long.parseLong(ask(
                                server,
                                "select (extract(epoch from end_time - start_time) * 1000)::bigint from"
                                        + " batch.batch_step_execution where step_name = '" + step + "'")));
            }
        }
    }

    /** Rounds of one to three kills and a run that must end well; whether all did. */
    private boolean torment(int kills, long deadline, PrintStream out) throws Exception {
        boolean well = true;
        int done = 0;
        while (done < kills && System.nanoTime() < deadline) {
            List<String> killed = new ArrayList<>();
            long millis;
            String broken;
            try (EmbeddedServer server = EmbeddedServer.open(home())) {
                reset(server);
            }
            EmbeddedServer kept = EmbeddedServer.open(home());
            try {
                int row = 1 + random.nextInt(MOST_IN_A_ROW);
                for (int i = 0; i < row; i++) {
                    int dice = random.nextInt(10);
                    Victim victim = dice < 7 ? Victim.JAVA : dice < 9 ? Victim.BACKEND : Victim.POSTMASTER;
                    String step = STEPS.get((done + i) % STEPS.size());
                    if (kill(kept, victim, step)) {
                        killed.add(victim + " in " + step);
                    }
                    if (victim == Victim.POSTMASTER) {
                        kept.close();
                        kept = EmbeddedServer.open(home());
                    }
                }
                long from = System.nanoTime();
                int code = start("-XX:SharedArchiveFile=" + archive()).waitFor();
                millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
                broken = verdict(kept, code);
            } finally {
                kept.close();
            }
            done += killed.size();
            for (String kind : killed) {
                Line line = table.computeIfAbsent(kind, k -> new Line());
                line.kills++;
                line.recovered += broken.isEmpty() ? 1 : 0;
                line.slowestMillis = Math.max(line.slowestMillis, millis);
            }
            if (!broken.isEmpty()) {
                well = false;
                out.println("NOT RECOVERED after " + killed + ": " + broken);
                Files.copy(said(), work.resolve("said-" + done + ".txt"));
            }
            out.println(done + " kills; " + killed + ", recovered in " + millis + " ms");
        }
        return well;
    }

    /** Starts a run and kills at a random moment of a step; false where it had ended before. */
    private boolean kill(EmbeddedServer server, Victim victim, String step) throws Exception {
        Process run = start("-XX:SharedArchiveFile=" + archive());
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            while (run.isAlive() && !isIn(statement, step)) {
                run.waitFor(3, TimeUnit.MILLISECONDS);
            }
            long millis = stepMillis.getOrDefault(step, 100L);
            run.waitFor(random.nextLong(millis * 1000 + 1), TimeUnit.MICROSECONDS);
            boolean inTime = run.isAlive();
            if (!inTime) {
                return false;
            }
            switch (victim) {
                case JAVA -> run.destroyForcibly();
                case BACKEND -> {
                    try (ResultSet pids = statement.executeQuery(
                            "select pid from pg_stat_activity where application_name = 'uphold' and pid <> pg_backend_pid()"
                                    + " order by state = 'active' desc limit 1")) {
                        if (!pids.next()) {
                            run.waitFor();
                            return false;
                        }
                        ProcessHandle.of(pids.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
                    }
                }
                case POSTMASTER -> {
                    String pid = Files.readAllLines(home().resolve("postgres/data/postmaster.pid"))
                            .get(0);
                    ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (SQLException gone) {
            // The server went with its backend; that was the point.
            run.waitFor();
            return victim != Victim.JAVA;
        }
        run.waitFor();
        return true;
    }

    private static boolean isIn(Statement statement, String step) throws SQLException {
        try (ResultSet there = statement.executeQuery("select to_regclass('batch.batch_step_execution')")) {
            if (!there.next() || there.getString(1) == null) {
                return false;
            }
        }
        // A killed run's steps stay STARTED until the next one takes it up.
        try (ResultSet running = statement.executeQuery("select step_name from batch.batch_step_execution"
                + " where status = 'STARTED' and job_execution_id in (select max(job_execution_id) from"
                + " batch.batch_job_execution where status = 'STARTED') and exists (select from pg_locks"
                + " where locktype = 'advisory' and objid <> 0 and granted)"
                + " order by step_execution_id desc limit 1")) {
            return running.next() && running.getString(1).equals(step);
        }
    }

    private String verdict(EmbeddedServer server, int code) throws Exception {
        if (code != 0 && code != 4) {
            return "exit code " + code + ", see " + said();
        }
        if (!bytes().equals(expected)) {
            return "other files: " + bytes().keySet();
        }
        String store = store(server);
        return store.equals(expectedStore) ? "" : "the store is " + store + ", not " + expectedStore;
    }

    /** Every entry below the reports, with the hash of files that do not name the run. */
    private Map<String, String> bytes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(work.resolve("reports"))) {
            for (Path file : files.toList()) {
                String name = work.relativize(file).toString();
                boolean same = Files.isRegularFile(file) && !name.endsWith("manifest.json") && !name.endsWith(".jsonl");
                hashes.put(name, same ? Sha256.of(Files.readAllBytes(file)) : "");
            }
        }
        return hashes;
    }

    private static String store(EmbeddedServer server) throws SQLException {
        return ask(server, """
                select concat_ws(' ',
                    (select md5(string_agg(system || case_key || encode(content_hash, 'hex') || (superseded_at is null), ','
                        order by system, case_key, content_hash)) from uphold.determination),
                    (select count(*) from uphold.item), (select count(*) from uphold.source_file),
                    (select count(*) from uphold.cell_change),
                    (select md5(string_agg(c::text, ',' order by grouping, bucket, key)) from uphold.cell c),
                    (select count(distinct (source_sha256, line, record_sha256)) from uphold.rejection),
                    (select count(*) from uphold.run where state = 'COMPLETED'),
                    (select count(*) from uphold.run where state = 'STARTED'))""");
    }

    private void reset(EmbeddedServer server) throws Exception {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists uphold cascade");
            statement.execute("drop schema if exists batch cascade");
        }
        Path reports = work.resolve("reports");
        if (Files.exists(reports)) {
            try (Stream<Path> walk = Files.walk(reports)) {
                for (Path path :
                        walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.deleteIfExists(said());
    }

    private Process start(String option) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Duphold.basedir=" + work,
                        "-cp",
                        jar.toString(),
                        "org.uphold.cli.Main",
                        "run",
                        JOB)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("UPHOLD_"));
        builder.environment().put("UPHOLD_HOME", home().toString());
        return builder.start();
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Path home() {
        return work.resolve("home");
    }

    private Path archive() {
        return work.resolve("classes.jsa");
    }

    private Path said() {
        return work.resolve("said.txt");
    }

    private void print(PrintStream out) {
        out.printf("%n%-26s %6s %10s %18s%n", "killed", "kills", "recovered", "slowest recovery");
        int kills = 0;
        int recovered = 0;
        long slowest = 0;
        for (Map.Entry<String, Line> entry : table.entrySet()) {
            Line line = entry.getValue();
            out.printf("%-26s %6d %10d %15d ms%n", entry.getKey(), line.kills, line.recovered, line.slowestMillis);
            kills += line.kills;
            recovered += line.recovered;
            slowest = Math.max(slowest, line.slowestMillis);
        }
        out.printf("%-26s %6d %10d %15d ms%n", "all", kills, recovered, slowest);
    }
}
