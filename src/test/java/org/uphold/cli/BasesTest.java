package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.TestDatabase;

/** Reports by each of the four dates: months and years of any are whole, and what has no such date is said. */
class BasesTest {

    private static final String HEADER =
            "case_number,item_number,decision_date,application_received_date,assigned_date,ur_decision_date,service,outcome\n";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();
    private Installation here;

    @BeforeEach
    void a_store_of_letters_with_and_without_each_date() throws IOException {
        here = new Installation(folder, database);
        here.at("2018-12-01T12:00:00Z");
        load(
                "1.csv",
                "A1,1,2017-01-10,2016-12-20,2016-12-28,2016-11-30,Acupuncture 1x6,UPHELD",
                "A2,1,2017-02-10,2017-01-09,2017-01-12,2016-12-11,Acupuncture 1x6,OVERTURNED",
                "A2,2,2017-02-10,2017-01-09,2017-01-12,2016-12-11,Norco 10/325mg #60,UPHELD",
                "A3,1,2017-02-12,,2017-01-15,,Acupuncture 1x6,UPHELD",
                "A4,1,2018-02-12,2018-01-11,,2017-12-30,Acupuncture 1x6,UPHELD",
                "A5,1,,,,,Acupuncture 1x6,WITHDRAWN",
                "A6,1,,,,,Acupuncture 1x6,UPHELD",
                "A6,2,,,,,Acupuncture 1x6,DISMISSED");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void load(String file, String... rows) throws IOException {
        Path table = folder.resolve(file);
        Files.writeString(table, HEADER + String.join("\n", rows) + "\n");
        Installation.Ended ended = here.uphold("ingest", table.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
    }

    /** Those of a package, by name. */
    private record Tables(Map<String, List<CSVRecord>> all) {

        List<CSVRecord> rows(String table) {
            return Objects.requireNonNull(all.get(table), table);
        }

        CSVRecord summary() {
            return rows("summary").get(0);
        }
    }

    private Tables report(String out, String... words) throws IOException {
        Path reports = folder.resolve(out);
        List<String> all = new ArrayList<>(List.of("report", "--out", reports.toString(), "--format", "csv"));
        all.addAll(List.of(words));
        Installation.Ended ended = here.uphold(all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        Map<String, List<CSVRecord>> tables = new HashMap<>();
        for (String table : List.of("summary", "uphold_by_month", "uphold_by_year", "guideline_concordance")) {
            Path file = reports.resolve("ad-hoc/latest/" + table + ".csv");
            if (Files.exists(file)) {
                try (CSVParser rows = CSVParser.parse(
                        Files.readString(file),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
                    tables.put(table, rows.getRecords());
                }
            }
        }
        return new Tables(tables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "received", "assigned", "ur_decision"})
    void a_year_is_the_sum_of_its_months_by_every_basis(String basis) throws IOException {
        Tables tables = report("r", "--all", "--basis", basis, "--by", "month,year");
        Map<String, Long> months = new TreeMap<>();
        tables.rows("uphold_by_month")
                .forEach(row -> months.merge(
                        row.get("month").replaceFirst("^(\\d{4})-\\d{2}$", "$1"),
                        Long.parseLong(row.get("items")),
                        Long::sum));
        Map<String, Long> years = new TreeMap<>();
        tables.rows("uphold_by_year").forEach(row -> years.put(row.get("year"), Long.parseLong(row.get("items"))));
        assertThat(years).isEqualTo(months).hasSizeGreaterThan(1);
        assertThat(years.keySet()).allMatch(year -> year.matches("\\d{4}|Not stated"));
    }

    @Test
    void letters_without_the_date_are_counted_with_all_their_items_where_the_window_holds_them() throws IOException {
        CSVRecord summary = report("r", "--all").summary();
        assertThat(summary.get("undated_letters")).isEqualTo("2");
        assertThat(summary.get("undated_items")).isEqualTo("3");
        CSVRecord received = report("s", "--all", "--basis", "received").summary();
        assertThat(received.get("undated_letters")).isEqualTo("3");
        CSVRecord year = report("t", "--year", "2017").summary();
        assertThat(year.get("undated_letters")).isEmpty();
        assertThat(year.get("undated_items")).isEmpty();
    }

    @Test
    void what_is_superseded_is_of_the_cases_that_the_window_counts() throws IOException {
        // Reviewed again in another year: the earlier statement is history of the year that counts the case now.
        load("2.csv", "A1,1,2018-03-10,2016-12-20,2016-12-28,2016-11-30,Acupuncture 1x6,OVERTURNED");
        assertThat(report("r", "--year", "2017").summary().get("superseded_letters"))
                .isEqualTo("0");
        assertThat(report("r", "--year", "2018").summary().get("superseded_letters"))
                .isEqualTo("1");
        assertThat(report("r", "--all").summary().get("superseded_letters")).isEqualTo("1");
    }

    @Test
    void the_concordance_expects_nothing_and_exact_intervals_are_there_on_request_alone() throws IOException {
        Tables tables = report("r", "--all");
        assertThat(tables.rows("guideline_concordance")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("expected_upheld")).isEmpty();
            assertThat(row.get("standardized_ratio")).isEmpty();
        });
        assertThat(tables.summary().isMapped("ci95_exact_lower")).isFalse();
        CSVRecord exact = report("r", "--all", "--exact").summary();
        // 5 of 6 upheld: 1 − the quantiles of Beta.
        assertThat(exact.get("ci95_exact_lower")).isEqualTo("0.358765");
        assertThat(exact.get("ci95_exact_upper")).isEqualTo("0.995789");
    }
}
