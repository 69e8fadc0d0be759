package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.uphold.TestDatabase;
import org.uphold.source.Sha256;

/** A job, its inbox, its reports and its database, to be run in this process or, to be killed, in another. */
final class Night implements AutoCloseable {

    static final String JOB = "torture";

    private static final Path WRITTEN = Path.of("src/test/resources/letters/written");
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");

    final TestDatabase database = TestDatabase.empty();
    final Path base;
    private final StringBuilder said = new StringBuilder();

    /** @param base a folder of its own; @param inbox what the job reads */
    Night(Path base, Path inbox) throws IOException {
        this.base = Files.createDirectories(base);
        Files.createDirectories(base.resolve("jobs"));
        Files.writeString(
                base.resolve("jobs/" + JOB + ".yaml"),
                "description: Runs that are disturbed\nsettle: off\nsources:\n  - path: " + inbox.toAbsolutePath()
                        + "\nwindow: all\ngates:\n  warn-rejects: 1\n");
    }

    /** Letters written for the tests, a table of some thousand rows with one bad among them. */
    static Path inbox(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> letters = Files.list(WRITTEN)) {
            for (Path letter :
                    letters.filter(f -> f.toString().endsWith(".txt")).toList()) {
                Files.copy(letter, folder.resolve(letter.getFileName()));
            }
        }
        Files.writeString(folder.resolve("rows.csv"), table(4_000, 2_000));
        return folder;
    }

    /** An {@code items-csv}; the row with this number, if any, says no outcome that is known. */
    static String table(int rows, int bad) {
        List<String> services = List.of(
                "Norco 10/325mg #90", "MRI of the lumbar spine", "Acupuncture 2x6", "Physical therapy, 12 visits");
        List<String> outcomes = List.of("UPHELD", "UPHELD", "OVERTURNED", "PARTIALLY_OVERTURNED");
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder(
                "case_number,item_number,decision_date,service,outcome,reviewer_guideline,reviewer_specialty\n");
        for (int row = 1; row <= rows; row++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "T17-%07d,1,2017-%02d-%02d,%s,%s,%s,%s%n",
                    row,
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    '"' + services.get(random.nextInt(services.size())) + '"',
                    row == bad ? "PERHAPS" : outcomes.get(random.nextInt(outcomes.size())),
                    random.nextBoolean()
                            ? "MTUS Chronic Pain Medical Treatment Guidelines"
                            : "Official Disability Guidelines",
                    random.nextBoolean() ? "Physical Medicine and Rehabilitation" : "Occupational Medicine"));
        }
        return csv.toString();
    }

    Map<String, String> variables() {
        return Map.of(
                "UPHOLD_DATABASE_URL", database.jdbcUrl(),
                "UPHOLD_DATABASE_USER", database.user(),
                "UPHOLD_DATABASE_PASSWORD", database.password());
    }

    /** Runs the job here; answers the exit code. */
    int run(String... more) {
        List<String> words = new ArrayList<>(List.of("run", JOB));
        words.addAll(List.of(more));
        return command(words.toArray(String[]::new));
    }

    int command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new Main.Environment(
                        variables(),
                        base,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        false),
                words);
        synchronized (said) {
            said.append(out).append(err);
        }
        return code;
    }

    /** What the commands printed so far. */
    String said() {
        synchronized (said) {
            return said.toString();
        }
    }

    /** Starts a command in a process of its own; what it says goes to a file of the base. */
    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-Duphold.basedir=" + base,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables());
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(base.resolve("said.txt").toFile()));
        return builder.start();
    }

    Path reports() {
        return base.resolve("reports");
    }

    Path shelf() {
        return reports().resolve(JOB).resolve("all");
    }

    /** Hash of each file of a vintage, and of its rejects and unmapped lists beside it; the manifest tells runs apart. */
    Map<String, String> bytes(int vintage) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shelf())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = shelf().relativize(file).toString();
                if (name.startsWith("v" + vintage)
                        && !name.endsWith("manifest.json")
                        && !name.endsWith("lineage.jsonl")) {
                    hashes.put(name, Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    /** Everything the folder of reports holds at its upper levels, by name. */
    List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path folder : List.of(reports(), reports().resolve(JOB), shelf())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.map(e -> reports().relativize(e).toString()).forEach(names::add);
                }
            }
        }
        return names.stream().sorted().toList();
    }

    /** The first column of a query's rows. */
    List<String> ask(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Whether a table is there and has a row. */
    boolean has(String table) {
        return !ask("select to_regclass('" + table + "')").equals(List.of("null"))
                && !ask("select 1 from " + table + " limit 1").isEmpty();
    }

    /** What the store holds, without the numbers and times that differ between runs. */
    List<String> store() {
        return List.of(
                "current and history: "
                        + ask("select string_agg(system || case_key || encode(content_hash, 'hex') || (superseded_at is null), ',' "
                                        + "order by system, case_key, content_hash) from uphold.determination")
                                .hashCode(),
                "items: " + ask("select count(*) from uphold.item"),
                "files: "
                        + ask(
                                "select count(*) || ' ' || sum(accepted) || ' ' || sum(rejected) from uphold.source_file"),
                "cells: "
                        + ask("select string_agg(c::text, ',' order by grouping, bucket, key) from uphold.cell c")
                                .hashCode(),
                "rejections: "
                        + ask("select count(distinct (source_sha256, line, record_sha256)) from uphold.rejection"));
    }

    /** Nothing doubled, nothing half done, one package, and the log book says so. */
    void isWhole(Night undisturbed) throws IOException {
        isWholeAfterFailure(undisturbed);
        String published =
                "select read || ' ' || accepted || ' ' || rejected || ' ' || unchanged || ' ' || superseded || ' '"
                        + " || items || ' ' || exit_code || ' ' || package from uphold.run where state = 'COMPLETED'";
        assertThat(ask(published)).isEqualTo(undisturbed.ask(published));
    }

    /** As {@link #isWhole}; but a run that failed has a line of its own, and the next one finds its letters unchanged. */
    void isWholeAfterFailure(Night undisturbed) throws IOException {
        assertThat(store()).isEqualTo(undisturbed.store());
        assertThat(ask("select system || ' ' || case_key from uphold.determination"
                        + " group by system, case_key, content_hash having count(*) > 1"))
                .isEmpty();
        assertThat(ask("select count(*) from uphold.cell_change")).containsExactly("0");
        assertThat(entries()).isEqualTo(undisturbed.entries());
        assertThat(bytes(1)).isEqualTo(undisturbed.bytes(1));
        assertThat(Files.readSymbolicLink(reports().resolve(JOB).resolve("latest")))
                .isEqualTo(Path.of("all", "v1"));
        String published =
                "select read || ' ' || rejected || ' ' || exit_code || ' ' || package from uphold.run where state = 'COMPLETED'";
        assertThat(ask(published)).isEqualTo(undisturbed.ask(published));
        assertThat(ask("select state from uphold.run where state = 'STARTED'")).isEmpty();
    }

    String log() throws IOException {
        Path file = base.resolve("said.txt");
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    @Override
    public void close() {
        database.close();
    }
}
