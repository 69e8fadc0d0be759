package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.TestDatabase;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageReader;

/** Everything that leaves with a package under a disclosure profile comes from what its tables show, or is the same whoever is counted. */
class WhereFiguresComeFromTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final String HEADER = "case_number,item_number,decision_date,service,outcome,reviewer_specialty,"
            + "application_received_date,assigned_date,claims_administrator\n";

    @TempDir
    private static Path base;

    private static Installation here;

    @TempDir
    private Path scratch;

    /** February: 30 cases each of two services, four withdrawn, three of unknown outcome, two overturned in part; January: one case. */
    @BeforeAll
    static void a_store_with_something_to_hide_of_every_kind() throws IOException {
        here = new Installation(base, DATABASE);
        here.at("2017-06-10T12:00:00Z");
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String outcome =
                    i <= 3 ? "Unknown" : i <= 5 ? "Partially Overturned" : i % 3 == 0 ? "Overturned" : "Upheld";
            rows.add(row(
                    i,
                    1,
                    "2017-02-%02d".formatted(1 + i % 28),
                    i <= 30 ? "Norco 10/325mg #60" : "Total knee arthroplasty, left",
                    outcome));
        }
        for (int i = 61; i <= 64; i++) {
            rows.add(row(i, 1, "2017-02-10", "Norco 10/325mg #60", "Withdrawn"));
        }
        rows.add(row(65, 1, "2017-01-10", "Norco 10/325mg #60", "Upheld"));
        rows.add(row(66, 1, "2017-02-10", "something that no rule knows", "Upheld"));
        Files.writeString(base.resolve("in/items.csv"), HEADER + String.join("\n", rows) + "\n");
        here.job("nightly", "description: x", "sources:", "  - path: in");
        assertThat(here.uphold("ingest", base.resolve("in").toString()).exit()).isZero();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** What one test publishes is not what the next one is audited together with. */
    @BeforeEach
    void nothing_was_published_yet() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from uphold.release");
        }
    }

    private static String row(int number, int item, String day, String service, String outcome) {
        return String.join(
                ",",
                "CM17-" + number,
                Integer.toString(item),
                day,
                '"' + service + '"',
                outcome,
                number % 2 == 0 ? "Pain Medicine" : "Surgery",
                "2017-01-01",
                "2017-01-20",
                "Administrator " + number % 3);
    }

    private static Installation.Ended report(String words) {
        List<String> all = new ArrayList<>(List.of("report", "--format", "csv,sql,html,xlsx,parquet"));
        all.addAll(Arrays.asList(words.split(" ", -1)));
        Installation.Ended ended = here.uphold(all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended;
    }

    private static Path published(String out) throws IOException {
        try (Stream<Path> windows = Files.walk(Path.of(out), 3)) {
            return windows.filter(p -> p.getFileName().toString().equals("v1"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Object cell(Path folder, String table, String key, String column) throws IOException {
        PublishedTable found = new PackageReader()
                .tables(folder).stream()
                        .filter(t -> t.name().equals(table))
                        .findFirst()
                        .orElseThrow();
        return found.rows().stream()
                .filter(r -> key.isEmpty() || key.equals(r.get(0)))
                .map(r -> Objects.requireNonNullElse(r.get(found.indexOf(column)), "-"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cms11  | --all
            cms11  | --all --by service_category
            cms11  | --all --by specialty
            cms11  | --all --by month
            cms11  | --all --by claims_administrator,month
            cms11  | --month 2017-02
            cms11  | --month 2017-01 --by service_category
            cms11  | --from 2017-01-15 --to 2017-02-20 --by service_category
            calhhs | --all
            calhhs | --month 2017-02 --by service_category
            """)
    void everything_in_every_file_is_a_shown_cell_or_a_constant(String profile, String window) throws IOException {
        String out = scratch.resolve("out").toString();
        report("--disclosure " + profile + " --out " + out + " " + window);
        assertThat(Provenance.leaks(published(out), scratch.resolve("again"))).isEmpty();
    }

    @Test
    void a_leak_is_found_in_whatever_file_it_is_put_into() throws IOException {
        String out = scratch.resolve("out").toString();
        report("--disclosure cms11 --all --by service_category --out " + out);
        Path folder = published(out);
        Map<String, String> leaks = Map.of(
                "report.html", "<circle cx=\"3\"/>",
                "load.sql", "-- 3 more\n",
                "datapackage.json", " ",
                "queries.sql", "\n-- more\nselect 1 where bucket in (201701, 201702)\n;\n",
                "new.csv", "3\n");
        for (Map.Entry<String, String> leak : leaks.entrySet()) {
            Path file = folder.resolve(leak.getKey());
            String before = Files.exists(file) ? Files.readString(file) : "";
            Files.writeString(file, before + leak.getValue());
            assertThat(Provenance.leaks(folder, scratch.resolve("again-" + leak.getKey())))
                    .as(leak.getKey())
                    .anyMatch(l -> l.startsWith(leak.getKey()));
            Files.writeString(file, before);
        }
        Files.delete(folder.resolve("new.csv"));
        Path manifest = folder.resolve("manifest.json");
        String before = Files.readString(manifest);
        for (String more : List.of(
                "\"inputs\": [{\"bytes\": 3}]", "\"notes\": [\"99.2 % are shown\"]", "\"reasons\": [\"late\"]")) {
            Files.writeString(manifest, before.replaceFirst("\"manifest_version\": 1", "$0, " + more));
            if (!more.startsWith("\"inputs")) {
                String name = more.substring(0, more.indexOf(':'));
                Files.writeString(manifest, before.replaceFirst(name + ": \\[[^\\]]*\\]", more.replace("$", "")));
            }
            assertThat(Provenance.leaks(folder, scratch.resolve("again-m" + more.length())))
                    .as(more)
                    .isNotEmpty();
        }
    }

    @Test
    void what_was_read_and_every_total_of_the_checks_stands_beside_the_package() throws IOException {
        String out = scratch.resolve("out").toString();
        report("--disclosure cms11 --month 2017-01 --by service_category --out " + out);
        Path folder = published(out);
        assertThat(folder.resolve("manifest.json"))
                .content()
                .doesNotContain("1 = 1")
                .doesNotContain("\"read\"")
                .doesNotContain("\"inputs\"");
        assertThat(Files.readAllLines(folder.resolveSibling("v1.inputs.jsonl")).get(0))
                .contains("\"detail\":\"1 = 1\"", "\"counts\"");
        assertThat(Path.of(out).resolve("index.html")).content().doesNotContain(" of 66");
        assertThat(here.uphold("verify", folder.toString()).exit()).isZero();
    }

    @Test
    void what_only_left_cannot_be_had_from_how_long_reviews_took_nor_from_sums() throws IOException {
        String out = scratch.resolve("out").toString();
        report("--disclosure cms11 --all --by month --out " + out);
        Path folder = published(out);
        assertThat(cell(folder, "timeliness", "received_to_decision", "letters"))
                .isEqualTo("-");
        assertThat(cell(folder, "timeliness", "assigned_to_decision", "mean_days"))
                .isEqualTo("-");
        assertThat(cell(folder, "dispositions", "WITHDRAWN", "items")).isEqualTo("-");
        for (String column :
                List.of("received_items", "unclassified_items", "superseded_letters", "letters_withdrawn")) {
            assertThat(cell(folder, "summary", "", column)).as(column).isEqualTo("-");
        }
        for (String table : List.of("summary", "uphold_by_month", "guideline_concordance")) {
            assertThat(cell(folder, table, "", "partially_overturned"))
                    .as(table)
                    .isEqualTo("-");
            assertThat(cell(folder, table, "", "overturned")).as(table).isEqualTo("-");
        }
    }

    @Test
    void a_package_without_anything_to_see_says_so_and_why() {
        Installation.Ended ended =
                report("--disclosure cms11 --month 2017-01 --by service_category --out " + scratch.resolve("out"));
        assertThat(ended.err())
                .contains("profile cms11: no count of 1 to 10 people is shown, nor follows from what is")
                .contains("withheld 2 of 2 rows")
                .contains("withheld the overall figures")
                .contains("nothing is left to see: the window holds too few people");
    }

    @Test
    void twenty_eight_days_are_a_month_under_any_window() throws IOException {
        List<Object> points = new ArrayList<>();
        for (String window : List.of(
                "--month 2017-02", "--from 2017-02-01 --to 2017-02-28", "--from 1990-01-01 --to 2017-05-31", "--all")) {
            String out = scratch.resolve("out" + points.size()).toString();
            report("--disclosure calhhs --by service_category --out " + out + " " + window);
            points.add(cell(published(out), "disclosure", "uphold_by_service_category", "score_time"));
        }
        assertThat(points).containsOnly(5L);
    }
}
