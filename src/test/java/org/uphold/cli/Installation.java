package org.uphold.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.uphold.TestDatabase;
import org.uphold.cli.Main.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a user has it: a folder with jobs and inputs, a database, and a clock that a test sets. */
public final class Installation {

    private static final String HEADER = "case_number,item_number,decision_date,service,outcome\n";

    private final Path base;
    private final TestDatabase database;
    private Instant now = Instant.parse("2017-04-10T12:00:00Z");

    public Installation(Path base, TestDatabase database) throws IOException {
        this.base = base;
        this.database = database;
        Files.createDirectories(base.resolve("jobs"));
        Files.createDirectories(base.resolve("in"));
    }

    /** How a command ended. */
    public record Ended(int exit, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** What a test has written is whole: no run waits for it, unless the job says so. */
    public void job(String name, String... lines) throws IOException {
        String text = String.join("\n", lines) + "\n";
        Files.writeString(
                base.resolve("jobs/" + name + ".yaml"), text.contains("settle:") ? text : text + "settle: off\n");
    }

    /** A table of cases; each row as {@code case,item,date,service,outcome}. */
    void arrives(String file, String... rows) throws IOException {
        Files.writeString(base.resolve("in/" + file), HEADER + String.join("\n", rows) + "\n");
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }

    public Ended uphold(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Environment environment = new Environment(
                Map.of(
                        "UPHOLD_DATABASE_URL",
                        database.jdbcUrl(),
                        "UPHOLD_DATABASE_USER",
                        database.user(),
                        "UPHOLD_DATABASE_PASSWORD",
                        database.password()),
                base,
                Clock.fixed(now, ZoneOffset.UTC),
                new PrintWriter(out),
                new PrintWriter(err),
                false);
        int exit = Main.run(environment, words);
        return new Ended(exit, out.toString(), err.toString());
    }

    /** Packages of a job as {@code window/v<N>}, in order. */
    List<String> packages(String job) throws IOException {
        return packages(base.resolve("reports"), job);
    }

    List<String> packages(Path out, String job) throws IOException {
        Path folder = out.resolve(job);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            return paths.filter(path -> path.getFileName().toString().matches("v[0-9]+"))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    JsonNode manifest(String job, String windowAndVintage) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(
                        base.resolve("reports")
                                .resolve(job)
                                .resolve(windowAndVintage)
                                .resolve("manifest.json"),
                        StandardCharsets.UTF_8));
    }

    List<String> reasons(String job, String windowAndVintage) throws IOException {
        return manifest(job, windowAndVintage)
                .path("reasons")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    Path base() {
        return base;
    }

    void execute(String sql) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row. */
    List<String> select(String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
