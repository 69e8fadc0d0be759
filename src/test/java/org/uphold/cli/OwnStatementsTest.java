package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;

/** Statements of users, dropped into sql/reports: what becomes of them, and what is refused. */
class OwnStatementsTest {

    private static final String BY_CATEGORY = """
            -- Title: Items by category
            -- Key: service_category
            -- Column items: Items, of every outcome

            select service_category, count(*) as items, avg(case when upheld then 1 else 0 end) as upheld_share
            from items join letters using (letter)
            where day >= :from and day < :to -- :nothing here is a parameter
            group by 1;
            """;

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation here;

    @BeforeEach
    void some_cases() throws IOException {
        here = new Installation(base, database);
        here.job("nightly", "description: every night", "sources:", "  - path: in", "window: all");
        here.arrives(
                "first.csv",
                "A-1,1,2017-02-01,Norco 10/325mg,UPHELD",
                "A-2,1,2017-02-02,Norco 10/325mg,OVERTURNED",
                "A-3,1,2017-03-02,MRI of the lumbar spine,UPHELD");
        Files.createDirectories(base.resolve("sql/reports"));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void statement(String name, String text) throws IOException {
        Files.writeString(base.resolve("sql/reports/" + name + ".sql"), text);
    }

    private Path shown(String place) {
        return base.resolve("reports").resolve(place);
    }

    @Test
    void a_file_dropped_in_is_a_table_of_the_next_package_in_every_form() throws IOException {
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        statement("by_category", BY_CATEGORY);
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        Path latest = shown("nightly/all/v2");
        assertThat(here.reasons("nightly", "all/v2")).containsExactly("settings");
        assertThat(latest.resolve("by_category.csv"))
                .hasContent(
                        "service_category,items,upheld_share\nDiagnostic Testing,1,1.000000\nPharmaceuticals,2,0.500000\n");
        assertThat(latest.resolve("data_dictionary.csv"))
                .content()
                .contains("by_category,items,integer,\"Items, of every outcome\"");
        assertThat(latest.resolve("load.sql")).content().contains("CREATE TABLE \"by_category\"");
        assertThat(latest.resolve("datapackage.json")).content().contains("by_category.csv");
        assertThat(latest.resolve("report.html")).content().contains("Items by category");
        assertThat(latest.resolve("queries.sql"))
                .content()
                .contains("day >= date &-infinity& and".replace('&', '\''))
                .contains("create temporary view letters");
        assertThat(here.uphold("verify", latest.toString()).exit()).isZero();
        assertThat(here.uphold("run", "nightly").err()).contains("up to date");
    }

    @Test
    void its_window_is_the_packages() throws IOException {
        statement("by_category", BY_CATEGORY);
        assertThat(here.uphold("run", "nightly", "--month", "2017-02").exit()).isZero();
        assertThat(shown("nightly/2017-02-01_2017-02-28/v1/by_category.csv"))
                .hasContent("service_category,items,upheld_share\nPharmaceuticals,2,0.500000\n");
    }

    @Test
    void under_a_disclosure_profile_it_is_left_out_and_the_package_says_so() throws IOException {
        statement("by_category", BY_CATEGORY);
        here.arrives(
                "many.csv",
                IntStream.range(0, 80)
                        .mapToObj(i -> "B-" + i + ",1,2017-02-01,Norco," + (i % 2 == 0 ? "UPHELD" : "OVERTURNED"))
                        .toArray(String[]::new));
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        Installation.Ended ended = here.uphold("report", "--all", "--disclosure", "cms11");
        assertThat(ended.exit()).as(ended.err()).isZero();
        Path latest = shown("ad-hoc/latest");
        assertThat(latest.resolve("by_category.csv")).doesNotExist();
        for (String file : List.of("report.html", "manifest.json")) {
            assertThat(latest.resolve(file)).content().contains("cannot be audited for disclosure: by_category.");
        }
        try (Stream<Path> files = Files.list(latest)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*(csv|sql)")).toList()) {
                assertThat(file).content().doesNotContain("by_category");
            }
        }
    }

    @Test
    void a_package_is_given_again_as_it_was_with_its_statements() throws IOException {
        statement("by_category", BY_CATEGORY);
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        here.arrives("second.csv", "A-1,1,2017-02-09,MRI of the knee,OVERTURNED", "A-4,1,2017-02-03,TENS unit,UPHELD");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        Installation.Ended again = here.uphold("report", "--as-of", "1", "--job", "nightly", "--all");
        assertThat(again.exit()).as(again.err()).isZero();
        for (String file : List.of("by_category.csv", "queries.sql", "load.sql", "report.html")) {
            assertThat(shown("as-of/all/v1/" + file)).hasSameBinaryContentAs(shown("nightly/all/v1/" + file));
        }
        assertThat(shown("nightly/all/v2/by_category.csv")).content().contains("Pharmaceuticals,1,0.000000");
    }

    @Test
    void rows_are_in_the_order_of_their_columns_whatever_the_statement_says() throws IOException {
        statement("odd", """
                -- Title: Odd
                -- Key: n
                select n::bigint, null::text as nothing, n / 3.0 as third, n > 5 as large from generate_series(10, -10, -10) n
                """);
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(shown("nightly/latest/odd.csv"))
                .hasContent("n,nothing,third,large\n-10,,-3.333333,false\n0,,0.000000,false\n10,,3.333333,true\n");
    }
}
