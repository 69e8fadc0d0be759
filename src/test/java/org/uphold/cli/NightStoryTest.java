package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Letters arrive, nights pass, rates change; and what a gate keeps from being published. */
class NightStoryTest {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_letter_arrives_a_night_passes_and_the_rate_changes() throws IOException {
        Installation here = new Installation(base, database);
        here.job("nightly", "description: every night", "sources:", "  - path: in", "window: all");
        here.arrives(
                "first.csv", "A-1,1,2017-02-01,Acupuncture 1x6,UPHELD", "A-2,1,2017-02-02,Norco 10/325mg,OVERTURNED");
        assertThat(here.uphold("run", "nightly", "--json")
                        .json()
                        .path("uphold_rate")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(here.uphold("run", "nightly").err()).contains("up to date");

        here.arrives(
                "second.csv", "A-3,1,2017-03-01,MRI of the lumbar spine,UPHELD", "A-4,1,2017-03-02,TENS unit,UPHELD");
        Installation.Ended second = here.uphold("run", "nightly", "--json");
        assertThat(second.exit()).isZero();
        assertThat(second.json().path("uphold_rate").asDouble()).isEqualTo(0.75);
        assertThat(second.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(second.json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(here.packages("nightly")).containsExactly("all/v1", "all/v2");
        assertThat(here.reasons("nightly", "all/v2")).containsExactly("late");
        assertThat(here.uphold("verify", base.resolve("reports/nightly/latest").toString())
                        .exit())
                .isZero();
    }

    @Test
    void the_log_book_tells_the_headline_of_each_package_as_its_manifest_does() throws Exception {
        Installation here = new Installation(base, database);
        here.job("nightly", "description: every night", "sources:", "  - path: in", "window: all");
        here.arrives(
                "first.csv", "A-1,1,2017-02-01,Acupuncture 1x6,UPHELD", "A-2,1,2017-02-02,Norco 10/325mg,OVERTURNED");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(here.uphold("report", "--as-of", "1", "--job", "nightly", "--all")
                        .exit())
                .isZero();
        List<String> told = here.select("select headline from uphold.run where package is not null order by id");
        assertThat(told).hasSize(2);
        for (String headline : told) {
            assertThat(JsonMapper.shared().readTree(headline))
                    .isEqualTo(JsonMapper.shared()
                            .readTree(here.manifest("nightly", "all/v1")
                                    .path("headline")
                                    .toString()));
            assertThat(headline).contains("\"uphold_rate\": 0.5");
        }
    }

    @Test
    void a_clock_that_ran_ahead_and_was_set_right_neither_loses_a_letter_nor_makes_every_one_late() throws Exception {
        Installation here = new Installation(base, database);
        here.job("nightly", "description: every night", "sources:", "  - path: in", "window: all");
        here.at("2018-05-20T12:00:00Z");
        here.arrives(
                "first.csv", "A-1,1,2017-02-01,Acupuncture 1x6,UPHELD", "A-2,1,2017-02-02,Norco 10/325mg,OVERTURNED");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        // What the server would have written down, had its clock been ahead too.
        for (String column : List.of(
                "determination set loaded_at = loaded_at",
                "source_file set loaded_at = loaded_at",
                "store_clock set changed_at = changed_at",
                "store_taxonomy set since = since",
                "run set store_time = store_time + interval '400 days', started_at = started_at + interval '400 days', finished_at = finished_at")) {
            here.execute("update uphold." + column + " + interval '400 days'");
        }

        here.at("2017-04-15T12:00:00Z");
        here.arrives("second.csv", "A-3,1,2017-03-01,MRI of the lumbar spine,UPHELD");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(here.reasons("nightly", "all/v2")).containsExactly("late");
        here.arrives("third.csv", "A-2,1,2017-02-02,Norco 10/325mg,UPHELD");
        assertThat(here.uphold("run", "nightly", "--json")
                        .json()
                        .path("uphold_rate")
                        .asDouble())
                .isEqualTo(1.0);
        assertThat(here.reasons("nightly", "all/v3")).containsExactly("corrected");
        assertThat(here.uphold("run", "nightly").err()).contains("up to date");
        Installation.Ended diff = here.uphold("diff", "2", "3", "--json");
        assertThat(diff.json()
                        .path("letters")
                        .valueStream()
                        .map(l -> l.path("case").asString("")))
                .containsExactly("A-2");
        Installation.Ended again = here.uphold("report", "--as-of", "1", "--job", "nightly", "--all", "--json");
        assertThat(again.exit()).as(again.out()).isZero();
        assertThat(Path.of(again.json().path("package").asString("")).resolve("summary.csv"))
                .hasSameTextualContentAs(base.resolve("reports/nightly/all/v1/summary.csv"));
    }

    @Test
    void a_gate_that_fails_publishes_nothing_and_says_by_how_much() throws IOException {
        Installation here = new Installation(base, database);
        here.job(
                "strict",
                "description: strict",
                "sources:",
                "  - path: in",
                "window: all",
                "gates:",
                "  max-unclassified-rate: 0.2");
        here.arrives("odd.csv", "A-1,1,2017-02-01,Zorgle,UPHELD", "A-2,1,2017-02-02,Norco,UPHELD");
        Installation.Ended ended = here.uphold("run", "strict");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err())
                .contains("max-unclassified-rate")
                .contains("1 of 2")
                .contains("0.2");
        assertThat(here.packages("strict")).isEmpty();
        assertThat(Files.exists(base.resolve("reports/strict/latest"))).isFalse();
    }

    @Test
    void too_many_rejects_are_a_gate_and_fewer_a_warning() throws IOException {
        Installation here = new Installation(base, database);
        here.job(
                "strict",
                "description: strict",
                "sources:",
                "  - path: in",
                "window: all",
                "gates:",
                "  max-reject-rate: 0.4");
        here.arrives("one.csv", "A-1,1,2017-02-01,Norco,PERHAPS", "A-2,1,2017-02-02,Norco,UPHELD");
        assertThat(here.uphold("run", "strict").exit()).isEqualTo(3);
        here.arrives("two.csv", "A-3,1,2017-02-03,Norco,UPHELD");
        assertThat(here.uphold("run", "strict").exit()).isEqualTo(4);
    }

    @Test
    void rows_of_a_table_in_the_database_are_a_source_too() throws Exception {
        Installation here = new Installation(base, database);
        here.job("tables", "description: x", "sources: []", "window: all");
        here.uphold("run", "tables");
        here.execute("create table public.decisions as select * from (values"
                + " ('A-1', 1, date '2017-02-01', 'Norco', 'UPHELD'), ('A-2', 1, date '2017-02-02', 'TENS unit', 'OVERTURNED'))"
                + " as d (case_number, item_number, decision_date, service, outcome)");
        here.job("tables", "description: x", "sources:", "  - table:", "      name: public.decisions", "window: all");
        Installation.Ended first = here.uphold("run", "tables", "--json");
        assertThat(first.json().path("accepted").asInt()).as(first.out()).isEqualTo(2);
        assertThat(here.uphold("run", "tables").err()).contains("up to date");
    }
}
