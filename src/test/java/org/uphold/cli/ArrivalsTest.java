package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.uphold.TestDatabase;

/** Tables and letters that come again, corrected, taken back, cut or twice: what the store shows after each night. */
class ArrivalsTest {

    private static final Path ARRIVALS = Path.of("src/test/resources/arrivals");

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation uphold;
    private int nights;
    private String last = "";

    @BeforeEach
    void install() throws IOException {
        uphold = new Installation(base, database);
        job("path: in");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void job(String... source) throws IOException {
        uphold.job("night", "sources:", "  - " + String.join("\n    ", source), "    settle: 0s");
    }

    /** How a table comes. */
    enum Kind {
        CSV,
        ARCHIVE,
        EXCEL,
        DATABASE
    }

    private void arrives(Kind kind, String csv) throws Exception {
        List<List<String>> rows =
                csv.lines().map(line -> List.of(line.split(",", -1))).toList();
        switch (kind) {
            case CSV -> Files.writeString(in("table.csv"), csv);
            case ARCHIVE -> {
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(in("tables.zip")))) {
                    zip.putNextEntry(new ZipEntry("inside/table.csv"));
                    zip.write(csv.getBytes(StandardCharsets.UTF_8));
                }
            }
            case EXCEL -> {
                try (OutputStream out = Files.newOutputStream(in("table.xlsx"));
                        Workbook workbook = new Workbook(out, "test", "1.0")) {
                    Worksheet sheet = workbook.newWorksheet("rows");
                    for (int r = 0; r < rows.size(); r++) {
                        for (int c = 0; c < rows.get(r).size(); c++) {
                            sheet.value(r, c, rows.get(r).get(c));
                        }
                    }
                }
            }
            case DATABASE -> {
                job("table: {name: arrived}", "dialect: items-csv");
                uphold.execute("drop table if exists arrived");
                uphold.execute("create table arrived (" + String.join(" text, ", rows.get(0)) + " text)");
                for (List<String> row : rows.subList(1, rows.size())) {
                    uphold.execute("insert into arrived values ('" + String.join("','", row) + "')");
                }
            }
        }
        if (kind != Kind.DATABASE) {
            written(kind == Kind.CSV ? "table.csv" : kind == Kind.EXCEL ? "table.xlsx" : "tables.zip");
        }
    }

    private Path in(String file) {
        return base.resolve("in").resolve(file);
    }

    /** Each night's file has its own time, whatever the machine's clock says. */
    private void written(String file) throws IOException {
        Files.setLastModifiedTime(
                in(file), FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * ++nights)));
    }

    private static String text(String file) throws IOException {
        return Files.readString(ARRIVALS.resolve(file));
    }

    /** Upheld of determined items, of a night that ends well. */
    private String night() {
        Installation.Ended ended = uphold.uphold("run", "night", "--json");
        assertThat(ended.exit()).as(ended.err() + ended.out()).isZero();
        last = ended.json().path("run").asString();
        return ended.json().path("upheld") + " of " + ended.json().path("determined");
    }

    private String cases() {
        var run = uphold.uphold("show", last, "--json").json();
        return Stream.of("new", "changed", "returned", "no_longer_named", "withdrawn")
                        .map(name -> name + " " + run.path("cases_" + name))
                        .toList()
                + " lost " + run.path("statements_lost");
    }

    private List<String> beside(String file) throws IOException {
        try (Stream<Path> all = Files.walk(base.resolve("reports/night"))) {
            Path newest = all.filter(p -> p.getFileName().toString().matches("v[0-9]+[.]" + file))
                    .max(Path::compareTo)
                    .orElseThrow();
            return Files.readAllLines(newest);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_that_goes_back_to_what_it_said_is_believed(Kind kind) throws Exception {
        arrives(kind, text("01-correction-taken-back/night1.csv"));
        assertThat(night()).isEqualTo("2 of 2");
        arrives(kind, text("01-correction-taken-back/night2.csv"));
        assertThat(night()).isEqualTo("1 of 2");
        arrives(kind, text("01-correction-taken-back/night3.csv"));
        assertThat(night()).isEqualTo("2 of 2");
        assertThat(cases()).isEqualTo("[new 0, changed 0, returned 1, no_longer_named 0, withdrawn 0] lost 0");
        arrives(kind, text("01-correction-taken-back/night3b.csv"));
        assertThat(night()).isEqualTo("3 of 3");
        assertThat(uphold.reasons("night", "all/v4")).containsExactly("late");
    }

    @Test
    void a_letter_that_goes_back_to_what_it_said_is_believed() throws Exception {
        for (String night : List.of("night1", "night2", "night3")) {
            Files.writeString(in("letter.txt"), text("01-correction-taken-back/letters/" + night + ".txt"));
            written("letter.txt");
            assertThat(night()).as(night).isEqualTo(night.equals("night2") ? "0 of 1" : "1 of 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void dates_that_are_corrected_backwards_are_believed_with_what_stands_beside_them(Kind kind) throws Exception {
        arrives(kind, text("02-date-corrected-back/night1.csv"));
        assertThat(night()).isEqualTo("7 of 7");
        arrives(kind, text("02-date-corrected-back/night2.csv"));
        uphold.job(
                "night",
                "sources:",
                kind == Kind.DATABASE ? "  - table: {name: arrived}" : "  - path: in",
                "    edition: whole",
                "    settle: 0s",
                "gates:",
                "  max-withdrawn-rate: 0.5");
        assertThat(night()).isEqualTo("4 of 5");
        assertThat(Files.readString(base.resolve("reports/night/all/v2/uphold_by_month.csv")))
                .contains("2017-02,")
                .doesNotContain("2071-02", "2017-03");
        assertThat(uphold.select("select bucket from uphold.bucket_state")).containsExactly("201702");
        assertThat(cases())
                .as("4 and 5 are gone, 14 is new, 1, 2, 3 and 6 changed")
                .isEqualTo("[new 1, changed 4, returned 0, no_longer_named 0, withdrawn 2] lost 0");
        assertThat(uphold.reasons("night", "all/v2")).containsExactly("late", "corrected", "withdrawn");
    }

    @Test
    void what_a_part_no_longer_names_stays_and_is_counted() throws Exception {
        arrives(Kind.CSV, text("02-date-corrected-back/night1.csv"));
        night();
        arrives(Kind.CSV, text("02-date-corrected-back/night2.csv"));
        assertThat(night()).isEqualTo("6 of 7");
        assertThat(cases()).isEqualTo("[new 1, changed 4, returned 0, no_longer_named 2, withdrawn 0] lost 0");
    }

    @Test
    void two_tables_that_contradict_each_other_give_the_same_figures_on_one_night_and_on_two_and_leave_a_problem()
            throws Exception {
        Files.copy(ARRIVALS.resolve("13-two-editions/a/decisions-2017-02.csv"), in("decisions-2017-02.csv"));
        written("decisions-2017-02.csv");
        assertThat(night()).isEqualTo("10 of 10");
        Files.copy(
                ARRIVALS.resolve("13-two-editions/a/decisions-2017-02-corrected.csv"),
                in("decisions-2017-02-corrected.csv"));
        written("decisions-2017-02-corrected.csv");
        assertThat(night()).isEqualTo("0 of 10");
        assertThat(cases()).isEqualTo("[new 0, changed 10, returned 0, no_longer_named 0, withdrawn 0] lost 10");
        assertThat(beside("statements.csv"))
                .hasSize(11)
                .allSatisfy(line -> assertThat(line).matches("source_sha256,.*|.*,modified later,true"));
        assertThat(uphold.select("select message from uphold.problem"))
                .hasSize(10)
                .allSatisfy(message ->
                        assertThat(message).contains("decisions-2017-02.csv", "decisions-2017-02-corrected.csv"));
        try (TestDatabase other = TestDatabase.empty()) {
            Installation fresh = new Installation(base.resolve("fresh"), other);
            fresh.job("night", "sources:", "  - path: " + base.resolve("in"), "    settle: 0s");
            var ended = fresh.uphold("run", "night", "--json").json();
            assertThat(ended.path("upheld") + " of " + ended.path("determined")).isEqualTo("0 of 10");
            assertThat(ended.path("statements_lost").asInt()).isEqualTo(10);
            for (String table : List.of("summary.csv", "uphold_by_month.csv", "load.sql", "report.html")) {
                assertThat(base.resolve("fresh/reports/night/all/v1").resolve(table))
                        .hasSameBinaryContentAs(
                                base.resolve("reports/night/all/v2").resolve(table));
            }
        }
    }

    @Test
    void where_the_times_are_equal_the_greater_path_counts_and_a_touched_one_the_next_night() throws Exception {
        for (String file : List.of("decisions-2017-02.csv", "decisions-2017-02-corrected.csv")) {
            Files.copy(ARRIVALS.resolve("13-two-editions/a/" + file), in(file));
            Files.setLastModifiedTime(in(file), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
        assertThat(night()).as("a point is greater than a dash").isEqualTo("10 of 10");
        written("decisions-2017-02-corrected.csv");
        assertThat(night()).isEqualTo("0 of 10");
    }

    @Test
    void the_next_edition_of_a_table_without_case_numbers_is_not_counted_on_top() throws Exception {
        arrives(Kind.CSV, text("21-next-edition/e1.csv"));
        assertThat(night()).isEqualTo("1 of 2");
        arrives(Kind.CSV, text("21-next-edition/e2.csv"));
        assertThat(night()).isEqualTo("2 of 3");
        assertThat(cases())
                .as("rows that say what others said are none of it")
                .isEqualTo("[new 1, changed 0, returned 0, no_longer_named 0, withdrawn 0] lost 0");
        arrives(Kind.CSV, text("21-next-edition/e1.csv"));
        assertThat(uphold.uphold("run", "night").exit()).as("a third is gone").isEqualTo(3);
    }

    @Test
    void a_truncated_edition_of_a_full_list_is_refused_and_changes_nothing() throws Exception {
        job("path: in", "edition: whole");
        arrives(Kind.CSV, text("01-correction-taken-back/night3b.csv"));
        assertThat(night()).isEqualTo("3 of 3");
        List<String> before = uphold.select("select d::text from uphold.determination d order by id");
        arrives(Kind.CSV, text("01-correction-taken-back/night1.csv"));
        Installation.Ended refused = uphold.uphold("run", "night");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("max-withdrawn-rate", "1 of the 3 cases", "at most 0.2")
                .doesNotContain("table.csv");
        assertThat(uphold.select("select d::text from uphold.determination d order by id"))
                .isEqualTo(before);
        assertThat(uphold.packages("night")).containsExactly("all/v1");
        arrives(Kind.CSV, text("01-correction-taken-back/night3b.csv"));
        assertThat(night()).isEqualTo("3 of 3");
    }

    @Test
    void what_half_a_table_said_is_gone_once_the_whole_one_is_there() throws Exception {
        arrives(Kind.CSV, text("30-cut-upload/half.csv"));
        uphold.uphold("run", "night");
        assertThat(uphold.select("select code from uphold.problem")).containsExactly("CUT_ROW");
        arrives(Kind.CSV, text("30-cut-upload/full.csv"));
        assertThat(night()).isEqualTo("5 of 10");
        assertThat(uphold.select("select case_key from uphold.determination where superseded_at is null"))
                .hasSize(10)
                .doesNotContain("CM17-0000", "cm17-0000");
    }

    @Test
    void a_file_that_was_renamed_says_what_it_said_and_nothing_of_it_stays_behind() throws Exception {
        arrives(Kind.CSV, text("01-correction-taken-back/night1.csv"));
        assertThat(night()).isEqualTo("2 of 2");
        Files.move(in("table.csv"), in("renamed.csv"));
        assertThat(night()).isEqualTo("2 of 2");
        assertThat(uphold.select("select count(*) from uphold.determination")).containsExactly("2");
        Files.writeString(
                in("renamed.csv"), text("01-correction-taken-back/night2.csv").replace("2017-02-09", "2017-01-09"));
        written("renamed.csv");
        assertThat(night())
                .as("an earlier date, and nobody else says otherwise")
                .isEqualTo("1 of 2");
    }

    @Test
    void the_same_bytes_at_two_paths_stand_until_both_say_otherwise() throws Exception {
        arrives(Kind.CSV, text("01-correction-taken-back/night1.csv"));
        Files.copy(in("table.csv"), in("copy.csv"));
        Files.setLastModifiedTime(in("copy.csv"), FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
        assertThat(night()).isEqualTo("2 of 2");
        assertThat(cases()).isEqualTo("[new 2, changed 0, returned 0, no_longer_named 0, withdrawn 0] lost 0");
        arrives(Kind.CSV, text("01-correction-taken-back/night2.csv").replace("2017-02-09", "2017-01-09"));
        assertThat(night()).as("the copy states a later decision").isEqualTo("2 of 2");
        Files.writeString(
                in("copy.csv"), text("01-correction-taken-back/night2.csv").replace("2017-02-09", "2017-01-09"));
        written("copy.csv");
        assertThat(night()).isEqualTo("1 of 2");
    }
}
