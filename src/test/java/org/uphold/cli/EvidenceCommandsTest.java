package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nights of one job: explain, diff, and the first package given again when the second has come. */
class EvidenceCommandsTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final String HEADER =
            "case_number,item_number,decision_date,service,outcome,reviewer_guideline,reviewer_specialty\n";
    private static final String GUIDELINE = "Decision based on MTUS Chronic Pain Medical Treatment 2016.";

    @TempDir
    private static Path base;

    private static Path first;
    private static Path second;

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** A first night, then one with a corrected letter, three late ones and one of another month. */
    @BeforeAll
    static void two_nights() throws IOException {
        Files.createDirectories(base.resolve("jobs"));
        Files.createDirectories(base.resolve("inbox"));
        Files.writeString(base.resolve("jobs/night.yaml"), """
                description: a test
                settle: off
                sources:
                  - path: inbox
                    kind: items-csv
                """);
        Files.writeString(
                base.resolve("inbox/one.csv"),
                HEADER
                        + row("CM17-1", 1, "2017-05-02", "Norco 10/325mg #90", "Upheld")
                        + row("CM17-1", 2, "2017-05-02", "MRI of the lumbar spine", "Overturned")
                        + row("CM17-2", 1, "2017-05-03", "Norco 10/325mg #60", "Overturned")
                        + row("CM17-3", 1, "2017-05-31", "Acupuncture 1x6", "Upheld")
                        + row("CM17-4", 1, "2017-04-30", "Norco 10/325mg #60", "Upheld"));
        first = run();
        Files.writeString(
                base.resolve("inbox/two.csv"),
                HEADER
                        + row("CM17-1", 1, "2017-05-02", "Norco 10/325mg #90", "Overturned")
                        + row("CM17-1", 2, "2017-05-02", "MRI of the lumbar spine", "Overturned")
                        + row("CM17-6", 1, "2017-05-01", "Norco 10/325mg #30", "Upheld")
                        + row("CM17-7", 1, "2017-05-31", "Norco 10/325mg #30", "Upheld")
                        + row("CM17-8", 1, "2017-05-15", "Norco 10/325mg #30", "Upheld")
                        + row("CM17-9", 1, "2017-06-01", "Norco 10/325mg #30", "Upheld"));
        second = run();
    }

    private static String row(String number, int item, String date, String service, String outcome) {
        return String.join(
                        ",",
                        number,
                        Integer.toString(item),
                        date,
                        service,
                        outcome,
                        '"' + GUIDELINE + '"',
                        "Pain Medicine;Anesthesiology")
                + "\n";
    }

    private static Path run() {
        Said said = say(
                "run",
                "night",
                "--month",
                "2017-05",
                "--out",
                base.resolve("out").toString(),
                "--json");
        assertThat(said.code).as(said.text).isZero();
        return Path.of(json(said).path("package").asString(""));
    }

    @Test
    void diff_lists_exactly_the_corrected_letter_and_the_three_late_ones_and_the_rows_they_moved() {
        Said said = say("diff", first.toString(), second.toString(), "--json");
        JsonNode difference = json(said);
        assertThat(difference
                        .path("letters")
                        .valueStream()
                        .map(l -> l.path("why").asString("") + " "
                                + l.path("case").asString("")))
                .containsExactly("corrected CM17-1", "late CM17-6", "late CM17-7", "late CM17-8");
        assertThat(difference
                        .path("letters")
                        .path(0)
                        .path("before")
                        .path("source")
                        .asString(""))
                .endsWith("one.csv");
        assertThat(difference
                        .path("rows")
                        .valueStream()
                        .filter(r -> r.path("change").asString("").equals("moved"))
                        .filter(r -> r.path("table").asString("").equals("uphold_by_service_category"))
                        .map(r -> r.path("key").path(0).asString("") + " "
                                + r.path("before").path("items").asInt() + " → "
                                + r.path("after").path("items").asInt() + ", upheld "
                                + r.path("before").path("upheld").asInt() + " → "
                                + r.path("after").path("upheld").asInt()))
                .as(said.text)
                .containsExactly("Pharmaceuticals 2 → 5, upheld 1 → 3");
        assertThat(say("diff", first.toString(), first.toString()).text).contains("0 letters, 0 rows moved");
    }

    @Test
    void the_first_package_is_given_again_byte_for_byte_though_the_store_has_moved_on() throws IOException {
        Said said = say(
                "report",
                "--as-of",
                "1",
                "--job",
                "night",
                "--month",
                "2017-05",
                "--out",
                base.resolve("out").toString(),
                "--json");
        assertThat(said.code).as(said.text).isZero();
        Path again = Path.of(json(said).path("package").asString(""));
        assertThat(again.toString()).contains("as-of");
        Map<String, String> expected = files(first);
        assertThat(expected).containsKeys("queries.sql", "report.html", "report.xlsx", "load.sql");
        assertThat(files(again)).isEqualTo(expected);
        assertThat(files(second)).isNotEqualTo(expected);
    }

    @Test
    void a_time_under_other_tables_is_refused_not_approximated() {
        Said said = say("report", "--as-of", "1970-01-01T00:00:00Z", "--month", "2017-05");
        assertThat(said.code).isEqualTo(2);
        assertThat(said.text).contains("classified by tables");
        assertThat(say("report", "--as-of", "yesterday").code).isEqualTo(2);
        assertThat(say("report", "--as-of", "99").text).contains("no run 99");
    }

    @Test
    void the_items_listed_make_up_the_printed_count_of_every_row_of_every_table() throws IOException {
        for (Path folder : new Path[] {first, second}) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().contains("uphold_by_"))
                        .filter(f -> f.toString().endsWith(".csv"))
                        .toList()) {
                    String header = Files.readAllLines(file).get(0);
                    int keys = header.substring(0, header.indexOf("items,")).split(",").length;
                    for (String line : Files.readAllLines(file)
                            .subList(1, Files.readAllLines(file).size())) {
                        String[] cells = line.split(",", -1);
                        assertThat(line).doesNotContain("\"");
                        String[] words = new String[3 + keys];
                        words[0] = "explain";
                        words[1] = folder.toString();
                        words[2] = file.getFileName().toString();
                        System.arraycopy(cells, 0, words, 3, keys);
                        Said said = say(words);
                        assertThat(said.text).contains("make up the printed count");
                        assertThat(said.code).isZero();
                    }
                }
            }
        }
        Said summary = say("explain", second.toString(), "summary");
        assertThat(summary.text)
                .contains("CM17-1 (ca-dwc), reviewer Pain Medicine; Anesthesiology, from ")
                .contains("two.csv, loaded by run 2 at ")
                .contains("item 1  OVERTURNED  Norco 10/325mg #90")
                .contains("7 items of 6 cases: upheld 4 of 7 determined: these make up the printed count");
    }

    @Test
    void what_is_unknown_is_answered_with_what_there_is() {
        assertThat(say("explain", first.toString(), "uphold_by_moon").text).contains("uphold_by_service_category");
        Said row = say("explain", first.toString(), "service_category", "Moon");
        assertThat(row.code).isEqualTo(2);
        assertThat(row.text).contains("'Pharmaceuticals'");
        assertThat(say("explain", first.toString(), "service_category").text).contains("keyed by service_category");
        assertThat(say("diff", "1", "4711").code).isEqualTo(2);
    }

    @Test
    void a_count_that_the_store_no_longer_gives_is_told_by_exit_6() {
        var dsl = Store.migrated(DATABASE.dataSource()).dsl();
        dsl.execute("update uphold.item set outcome = 'UNKNOWN' where service like 'Acupuncture%'");
        try {
            Said said = say("explain", first.toString(), "summary");
            assertThat(said.code).isEqualTo(6);
            assertThat(said.text).contains("but printed are");
        } finally {
            dsl.execute("update uphold.item set outcome = 'UPHELD' where service like 'Acupuncture%'");
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.endsWith("manifest.json")) {
                    contents.put(
                            file.getFileName().toString(),
                            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }

    private record Said(int code, String text) {}

    private static JsonNode json(Said said) {
        return JsonMapper.shared().readTree(said.text);
    }

    private static Said say(String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int code = Main.run(
                new Main.Environment(
                        Map.of(
                                "UPHOLD_DATABASE_URL", DATABASE.jdbcUrl(),
                                "UPHOLD_DATABASE_USER", DATABASE.user(),
                                "UPHOLD_DATABASE_PASSWORD", DATABASE.password()),
                        base,
                        Clock.systemUTC(),
                        out,
                        out,
                        false),
                words);
        return new Said(code, text.toString());
    }
}
