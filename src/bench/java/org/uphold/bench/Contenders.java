package org.uphold.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.bench.Meter.Command;

/** Who does each piece of work, ours first. */
final class Contenders {

    private static final String FROM = "2018-03-10";
    private static final String TO = "2021-08-20";
    private static final int LETTERS = 600;

    private final BenchFolder work;
    private final String java;
    private final Path duckdb;

    Contenders(BenchFolder work) {
        this.work = work;
        this.java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        this.duckdb = work.base().resolve("target/bench/lib");
    }

    /** A table to a published package, into an empty store. */
    List<Contender> load() throws IOException {
        List<Contender> all = new ArrayList<>();
        all.add(new Contender(
                "uphold run",
                0,
                n -> {
                    work.csv();
                    work.reset("uphold");
                    BenchFolder.delete(work.path("out/uphold"));
                },
                n -> uphold(
                        "run", job("load", ""), "--out", work.output("uphold").toString()),
                work.path("out/uphold/load/latest")));
        all.add(new Contender(
                "psql",
                0.5,
                n -> {
                    work.csv();
                    work.reset("psql");
                    script("psql", null);
                },
                n -> psql("load.sql", "report.sql"),
                work.path("out/psql")));
        all.add(duckdb("DuckDB on a file", 1.0, "duckdb", work.path("duck.db").toString()));
        all.add(duckdb("DuckDB in memory", 0, "duckdb-memory", ""));
        all.add(new Contender(
                "Spring Batch",
                0.15,
                n -> {
                    work.csv();
                    work.reset("batch");
                    script("batch", null);
                },
                n -> {
                    Map<String, String> environment = work.psql("batch");
                    return new Command(
                            List.of(
                                    "sh",
                                    "-c",
                                    "\"$0\" -Xmx2g -XX:+UseParallelGC -cp \"$1\" org.uphold.bench.SpringBatchPeer \"$CSV\""
                                            + " && psql -X -q -v ON_ERROR_STOP=1 -v rules=\"$2\" -v timeout=0 -v out=. -v loaded=1"
                                            + " -f \"$PEERS/psql/load.sql\" && psql -X -q -v ON_ERROR_STOP=1 -f report.sql",
                                    java,
                                    System.getProperty("java.class.path"),
                                    work.rules().toString()),
                            work.output("batch"),
                            environment,
                            work.data("batch"),
                            Set.of(0));
                },
                work.path("out/batch")));
        return all;
    }

    /** Three and a half years, every table, from what a load left. */
    List<Contender> report() throws IOException {
        return List.of(
                new Contender(
                        "uphold report",
                        0,
                        n -> work.server("uphold"),
                        n -> uphold(
                                "report",
                                "--from",
                                FROM,
                                "--to",
                                TO,
                                "--format",
                                "csv",
                                "--out",
                                work.output("uphold-report-" + n).toString()),
                        work.path("out/uphold-report")),
                new Contender(
                        "psql",
                        0.1,
                        n -> {
                            work.server("psql");
                            script("psql", where());
                        },
                        n -> psql("report.sql"),
                        work.path("out/psql")),
                new Contender(
                        "DuckDB on a file",
                        1.5,
                        n -> work.alone(),
                        n -> duckdbCommand(
                                "duckdb",
                                "report",
                                work.path("duck.db").toString(),
                                work.peers().toString(),
                                work.output("duckdb").toString(),
                                FROM,
                                TO),
                        work.path("out/duckdb")));
    }

    /** Six hundred new letters as PDF, on the history that a load left. */
    List<Contender> night() throws IOException {
        return List.of(
                new Contender("uphold run", 0, this::letters, n -> nightly(), work.path("out/uphold")),
                new Contender(
                        "pdftotext and a script",
                        1.0,
                        n -> {
                            letters(n);
                            work.alone();
                        },
                        n -> new Command(
                                List.of(
                                        "sh",
                                        "-c",
                                        "perl \"$0\" \"$1\" > letters.jsonl",
                                        work.peers().resolve("letters.pl").toString(),
                                        work.path("letters/night-" + n).toString()),
                                work.output("letters"),
                                Map.of(),
                                null,
                                Set.of(0)),
                        work.path("out/letters")));
    }

    /** A run that finds nothing new. */
    List<Contender> nothing() throws IOException {
        return List.of(
                new Contender("uphold run", 0, n -> work.server("uphold"), n -> nightly(), work.path("out/uphold")));
    }

    /** The program's start, and no more. */
    List<Contender> version() {
        return List.of(
                new Contender("uphold --version", 0, n -> {}, n -> uphold("--version"), work.path("out/uphold")));
    }

    /** The nightly job has published, so that only what comes now is new. */
    private void settle() throws IOException, InterruptedException {
        work.server("uphold");
        if (!Files.exists(work.path("out/uphold/nightly/latest"))) {
            Meter.run(nightly(), work.path("log.txt"), 3600);
        }
    }

    private void letters(int night) throws IOException, InterruptedException {
        settle();
        Path folder = work.path("letters/night-" + night);
        if (!Files.exists(folder)) {
            LetterGenerator.write(folder, LETTERS, 100L + night, "pdf", 8_000_000 + night * LETTERS);
        }
    }

    private Command nightly() throws IOException {
        return uphold(
                "run",
                job("nightly", "  - path: " + work.path("letters") + "\n    kind: letter\n"),
                "--out",
                work.output("uphold").toString());
    }

    private String job(String name, String more) throws IOException {
        Path job = Files.createDirectories(work.path("jobs")).resolve(name + ".yaml");
        Files.createDirectories(work.path("letters"));
        Files.writeString(
                job,
                "settle: off\nsources:\n  - path: " + work.csv() + "\n    kind: items-csv\n" + more
                        + "window: all\nformats: [csv]\n");
        return job.toString();
    }

    private Command uphold(String... words) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(work.base().resolve("uphold").toString());
        all.addAll(List.of(words));
        return new Command(
                all,
                work.base(),
                Map.of("UPHOLD_HOME", work.home("uphold").toString()),
                work.data("uphold"),
                Set.of(0, 4));
    }

    private Contender duckdb(String name, double target, String output, String database) {
        return new Contender(
                name,
                target,
                n -> {
                    work.alone();
                    work.csv();
                    if (!database.isEmpty()) {
                        Files.deleteIfExists(Path.of(database));
                    }
                },
                n -> duckdbCommand(
                        output,
                        "load",
                        database,
                        work.peers().toString(),
                        work.output(output).toString(),
                        work.rules().toString(),
                        work.csv().toString()),
                work.path("out/" + output));
    }

    private Command duckdbCommand(String output, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path") + ":" + duckdb + "/*",
                "org.uphold.bench.DuckDbPeer"));
        all.addAll(List.of(words));
        return new Command(all, work.output(output), Map.of(), null, Set.of(0));
    }

    private Command psql(String... scripts) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String script : scripts) {
            line.append(line.length() == 0 ? "" : " && ")
                    .append("psql -X -q -v ON_ERROR_STOP=1 -v timeout=0 -v loaded=0 -v out=. -v rules=\"$0\" -f ")
                    .append(script.equals("load.sql") ? "\"$PEERS/psql/load.sql\"" : script);
        }
        return new Command(
                List.of("sh", "-c", line.toString(), work.rules().toString()),
                work.output("psql"),
                work.psql("psql"),
                work.data("psql"),
                Set.of(0));
    }

    private void script(String name, @Nullable String where) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "set search_path = peer;",
                "set work_mem = '512MB';",
                "set max_parallel_workers_per_gather = 2;",
                "set jit = off;"));
        lines.addAll(PeerSql.statements(true, work.peers(), ".", where));
        Files.write(work.output(name).resolve("report.sql"), lines, StandardCharsets.UTF_8);
    }

    private static String where() {
        return "where i.decided between date '" + FROM + "' and date '" + TO + "'";
    }
}
