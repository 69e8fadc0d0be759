package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.rates.Dimension;

/** Files to tables in memory: byte for byte those that a store gives which reads the same files. */
class RatesCommandTest {

    private static final Path SAMPLES = Path.of("src/samples").toAbsolutePath();
    private static final String HEADER =
            "case_number,item_number,decision_date,application_received_date,assigned_date,"
                    + "service,outcome,reviewer_guideline,reviewer_specialty,claims_administrator\n";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();
    private Installation here;
    private List<String> inputs;

    @BeforeEach
    void files_that_agree_contradict_each_other_and_are_undated() throws IOException {
        here = new Installation(folder, database);
        here.at("2018-12-01T12:00:00Z");
        Path one = table(
                "one.csv",
                "2018-01-01T00:00:00Z",
                "T1,1,2017-01-10,2016-12-20,2016-12-28,Acupuncture 1x6,UPHELD,Decision based on MTUS Acupuncture Treatment 2007.,Pain Medicine,Tidewater",
                "T2,1,2017-02,2017-01-09,,Norco 10/325mg #60,OVERTURNED,,Neurology,Harbor",
                "T3,1,,,,Zorgle 5,UNKNOWN,,,",
                "T4,1,2017,,,Norco 10/325mg #60,PARTIALLY_OVERTURNED,,Neurology,Harbor",
                // A case whose rows stand apart.
                "T1,2,2017-01-10,2016-12-20,2016-12-28,MRI of the lumbar spine,OVERTURNED,Decision based on MTUS Acupuncture Treatment 2007.,Pain Medicine,Tidewater",
                "T5,1,2017-03-01,,,Acupuncture 1x6,WITHDRAWN,,,",
                // What is listed under a clearance is one with it.
                "T7,1,2017-03-02,,,Preoperative medical clearance,UPHELD,,,",
                "T7,2,2017-03-02,,,CBC,OVERTURNED,,,",
                "T6,1,not a date,,,Acupuncture 1x6,UPHELD,,,");
        Path other = table(
                "other.csv",
                "2018-02-01T00:00:00Z",
                // Modified later, so that it counts; and a later decision, that does wherever it stands.
                "T2,1,2017-02,2017-01-09,,Norco 10/325mg #60,UPHELD,,Neurology,Harbor",
                "T1,1,2016-01-10,2016-12-20,2016-12-28,Acupuncture 1x6,OVERTURNED,,Pain Medicine,Tidewater");
        inputs = List.of(SAMPLES.toString(), one.toString(), other.toString());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Path table(String name, String modified, String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }

    @Test
    void the_tables_are_those_of_a_store_that_reads_the_same_files() throws IOException {
        assertThat(command("ingest", inputs).exit()).isEqualTo(4);
        String everyDimension =
                Arrays.stream(Dimension.values()).map(Dimension::code).collect(Collectors.joining(","));
        List<List<String>> asked = List.of(
                List.of("--all"),
                List.of(
                        "--from",
                        "2015-11-17",
                        "--to",
                        "2017-02-10",
                        "--basis",
                        "received",
                        "--exact",
                        "--by",
                        everyDimension + ",priority*jurisdiction,month*claims_administrator"),
                List.of("--from", "2015-12-15", "--to", "2017-02-28", "--by", "year*service_category"));
        for (int i = 0; i < asked.size(); i++) {
            Path out = folder.resolve("out" + i);
            List<String> report = new ArrayList<>(asked.get(i));
            report.addAll(List.of("--out", out.toString()));
            assertThat(command("report", report).exit()).isZero();

            Path made = folder.resolve("made" + i);
            List<String> rates = new ArrayList<>(inputs);
            rates.addAll(asked.get(i));
            rates.addAll(List.of("--out", made.toString()));
            Installation.Ended ended = command("rates", rates);

            assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
            Map<String, String> published = tables(out.resolve("ad-hoc").resolve("latest"));
            assertThat(tables(made))
                    .as(asked.get(i).toString())
                    .isEqualTo(published)
                    .containsKey("summary.csv");
        }
    }

    @Test
    void a_table_is_printed_and_nothing_is_kept() throws IOException {
        List<String> asked = new ArrayList<>(inputs);
        asked.addAll(List.of("--by", "claims_administrator"));

        Installation.Ended ended = command("rates", asked);

        assertThat(ended.out())
                .startsWith("claims_administrator ")
                .contains("Tidewater")
                .contains("Not stated");
        assertThat(ended.err()).contains("accepted").contains("uphold rate");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void a_folder_that_holds_something_is_left_as_it_is() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");

        Installation.Ended ended = here.uphold("rates", inputs.get(1), "--out", full.toString());

        assertThat(ended.exit()).isEqualTo(74);
        assertThat(ended.err()).contains("holds something already");
        try (Stream<Path> left = Files.list(full)) {
            assertThat(left).containsExactly(full.resolve("mine.txt"));
        }
    }

    private Installation.Ended command(String name, List<String> arguments) {
        return here.uphold(Stream.concat(Stream.of(name), arguments.stream()).toArray(String[]::new));
    }

    private static Map<String, String> tables(Path folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return tables;
    }
}
