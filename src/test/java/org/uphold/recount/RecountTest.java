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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
            "month*priority",
            "year*guideline_source*specialty");

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
            List<String> words, @Nullable LocalDate first, @Nullable LocalDate last, String folder) {

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
    void every_cell_of_every_table_is_what_the_readings_give(String basis, Window window) throws IOException {
        Difference found = differences(published(basis, window), window, Rules.of(basis));
        assertThat(found.differences()).as(found.told()).isEmpty();
        assertThat(found.cells()).isPositive();
    }

    private static Map<String, CsvTable> published(String basis, Window window) throws IOException {
        Path out = base.resolve("out-" + basis);
        List<String> words = new ArrayList<>(List.of("report"));
        words.addAll(window.words());
        words.addAll(List.of("--basis", basis, "--format", "csv", "--out", out.toString()));
        words.addAll(List.of("--by", String.join(",", TABLES)));
        Installation.Ended ended = here.uphold(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return Package.read(out.resolve("ad-hoc").resolve(window.folder()).resolve("v1"));
    }

    private static Difference differences(Map<String, CsvTable> published, Window window, Rules rules) {
        Map<String, Expected> expected =
                new Recount(READINGS, rules, window.first(), window.last()).tables(TABLES);
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
