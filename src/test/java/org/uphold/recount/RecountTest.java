package org.uphold.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.TestDatabase;
import org.uphold.cli.Installation;

/** Invented readings through the program into a database, and every cell of every package counted again. */
class RecountTest {

    private static final List<String> BASES = List.of("decision", "received", "assigned", "ur_decision");

    private static final List<String> TABLES = List.of(
            "service_category",
            "service",
            "guideline_source",
            "guideline",
            "specialty",
            "primary_guideline",
            "primary_specialty",
            "service_category*specialty",
            "service_category*guideline_source",
            "guideline_source*specialty",
            "month",
            "year",
            "claims_administrator",
            "priority",
            "jurisdiction",
            "year*service_category",
            "month*priority");

    private static final Invented READINGS = Invented.readings();
    private static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private static Path base;

    private static Installation here;

    /**
     * @param words as on the command line
     * @param first null where open
     * @param last the last day inside
     * @param folder that the package lies in
     */
    private record Window(
            List<String> words,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            String folder) {

        static Window of(String first, String last, String... words) {
            return new Window(List.of(words), LocalDate.parse(first), LocalDate.parse(last), first + "_" + last);
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    private static final List<Window> WINDOWS = List.of(
            new Window(List.of("--all"), null, null, "all"),
            Window.of("2016-05-01", "2016-05-31", "--month", "2016-05"),
            Window.of("2016-04-01", "2016-06-30", "--quarter", "2016-Q2"),
            Window.of("2016-01-01", "2016-12-31", "--year", "2016"),
            Window.of("2015-11-17", "2017-02-09", "--from", "2015-11-17", "--to", "2017-02-09"),
            Window.of("2016-05-18", "2016-05-18", "--from", "2016-05-18", "--to", "2016-05-18"));

    @BeforeAll
    static void the_readings_arrive_in_two_nights() throws IOException {
        here = new Installation(base, DATABASE);
        here.at("2017-12-01T12:00:00Z");
        here.job(
                "nightly",
                "sources:",
                "  - path: in",
                "    kind: table",
                "    dialect: own",
                "formats: [csv]",
                "gates: {max-unknown-rate: 0.9}",
                "dialects:",
                "  own:",
                "    columns:",
                "      case_number: case_number",
                "      item_number: item_number",
                "      decision_date: decision_date",
                "      application_received_date: application_received_date",
                "      assigned_date: assigned_date",
                "      ur_decision_date: ur_decision_date",
                "      reviewer_specialty: reviewer_specialty",
                "      claims_administrator: claims_administrator",
                "      priority: priority",
                "      jurisdiction: jurisdiction",
                "      service: service",
                "      outcome: outcome",
                "      claims_administrator_guideline: claims_administrator_guideline",
                "      reviewer_guideline: reviewer_guideline",
                "    dates: [yyyy-MM, yyyy]");
        int night = 0;
        for (List<Letter> letters : READINGS.nights()) {
            Files.writeString(base.resolve("in/" + night++ + ".csv"), Invented.table(letters));
            Installation.Ended ended = here.uphold("run", "nightly");
            assertThat(ended.exit()).as(ended.err()).isZero();
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    static Stream<Arguments> bases_and_windows() {
        return BASES.stream().flatMap(basis -> WINDOWS.stream().map(window -> Arguments.of(basis, window)));
    }

    @ParameterizedTest
    @MethodSource("bases_and_windows")
    void every_cell_of_every_table_is_what_the_readings_give(String basis, Window window, TestReporter reporter)
            throws IOException {
        Difference found = differences(published(basis, window), window, Rules.of(basis));
        assertThat(found.differences()).as(found.told()).isEmpty();
        assertThat(found.cells()).isPositive();
        reporter.publishEntry(basis + " " + window, found.cells() + " cells compared, all equal");
    }

    @Test
    void exact_intervals_are_there_where_they_are_asked_for() throws IOException {
        Window month = WINDOWS.get(1);
        Rules rules = Rules.of("decision").withExactIntervals();
        Difference found = differences(published("decision", month, "--exact"), month, rules);
        assertThat(found.differences()).as(found.told()).isEmpty();
    }

    @Test
    void dates_of_another_basis_would_be_noticed() throws IOException {
        Window year = WINDOWS.get(3);
        for (String basis : BASES) {
            String other = BASES.get((BASES.indexOf(basis) + 1) % BASES.size());
            assertThat(columns(published(basis, year), year, Rules.of(basis).withDatesOf(other)))
                    .as("%s, placed by %s", basis, other)
                    .contains("items", "uphold_rate", "cochran_armitage_z");
        }
    }

    @Test
    void a_normal_tail_would_be_noticed_in_q_values_and_limits_and_nowhere_else() throws IOException {
        Window all = WINDOWS.get(0);
        assertThat(columns(published("decision", all), all, Rules.of("decision").withNormalTails()))
                .contains("q_value", "funnel_2s_lower", "funnel_2s_upper", "funnel_3s_lower", "funnel_3s_upper")
                .allMatch(column -> column.equals("q_value") || column.startsWith("funnel_"));
    }

    @Test
    void items_taken_for_independent_would_be_noticed_wherever_letters_matter() throws IOException {
        Window all = WINDOWS.get(0);
        assertThat(columns(published("decision", all), all, Rules.of("decision").withoutClusters()))
                .contains("deff", "n_eff", "ci95_lower", "ci998_upper", "funnel_n", "q_value")
                .contains("standardized_ratio_lower", "cochran_armitage_z")
                .doesNotContain("uphold_rate", "ci95_plain_lower", "case_ci95_lower", "expected_upheld");
    }

    @Test
    void the_dictionary_names_every_published_column_in_its_place_and_no_other() throws IOException {
        Map<String, CsvTable> published = published("received", WINDOWS.get(0));
        List<String> columns = new ArrayList<>();
        published.forEach((name, table) -> {
            for (int i = 0; i < table.header().size(); i++) {
                columns.add(name + " " + table.header().get(i) + " " + (i + 1));
            }
        });
        CsvTable dictionary = Objects.requireNonNull(published.get(Package.DICTIONARY));
        assertThat(dictionary.header()).startsWith("table", "column").endsWith("position");
        assertThat(dictionary.rows().stream()
                        .map(r -> r.get(0) + " " + r.get(1) + " " + r.get(r.size() - 1))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    @Test
    void tables_of_rates_begin_with_the_columns_of_the_contract() throws IOException {
        Map<String, CsvTable> published = published("assigned", WINDOWS.get(0));
        for (String table : TABLES) {
            List<String> header = new ArrayList<>();
            for (String dimension : table.split("\\*", -1)) {
                header.addAll(Columns.of(dimension));
            }
            header.addAll(Columns.RATES);
            assertThat(Objects.requireNonNull(published.get(Package.rates(table)))
                            .header())
                    .startsWith(header.toArray(String[]::new));
        }
    }

    private static Set<String> columns(Map<String, CsvTable> published, Window window, Rules rules) {
        Set<String> columns = differences(published, window, rules).columns();
        assertThat(columns).isNotEmpty();
        return columns;
    }

    /** Of each basis and window once. */
    private static Map<String, CsvTable> published(String basis, Window window, String... more) throws IOException {
        Path out = base.resolve("out-" + basis + String.join("", more));
        Path folder = out.resolve("ad-hoc").resolve(window.folder()).resolve("v1");
        if (!Files.exists(folder)) {
            List<String> words = new ArrayList<>(List.of("report"));
            words.addAll(window.words());
            words.addAll(List.of("--basis", basis, "--format", "csv", "--out", out.toString()));
            words.addAll(List.of("--by", String.join(",", TABLES)));
            words.addAll(List.of(more));
            Installation.Ended ended = here.uphold(words.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.err()).isZero();
        }
        return Package.read(folder);
    }

    private static Difference differences(Map<String, CsvTable> published, Window window, Rules rules) {
        Map<String, Expected> expected = new Recount(READINGS, rules, window.first(), window.last()).tables(TABLES);
        List<String> differences = new ArrayList<>();
        int cells = 0;
        for (String name : Package.names(published, expected)) {
            CsvTable table = published.get(name);
            Expected recounted = expected.get(name);
            if (table == null || recounted == null) {
                differences.add(name + ": " + (table == null ? "not published" : "not recounted"));
                continue;
            }
            Difference found = Difference.of(name, table, recounted);
            cells += found.cells();
            differences.addAll(found.differences());
        }
        return new Difference(cells, differences);
    }
}
