package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What a newer reader may read better. */
class RereadTest {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation here;

    @BeforeEach
    void install() throws IOException {
        here = new Installation(base, database);
        for (int file = 1; file <= 3; file++) {
            Files.writeString(
                    base.resolve("in/" + file + ".csv"),
                    "Ref,When,What,How\nR-" + file + ",2017-02-01,Walker,Sustained\nR-1" + file
                            + ",2017-02-01,Cane,Reversed\n");
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void job(String words, String... more) throws IOException {
        here.job(
                "nightly",
                "sources:",
                "  - path: in",
                "dialects:",
                "  mine:",
                "    columns: {case_number: Ref, decision_date: When, service: What, outcome: How}",
                "    values: {outcome: " + words + "}",
                "formats: [csv]",
                String.join("\n", more));
    }

    @Test
    void rows_that_an_extended_dialect_reads_are_taken_up_at_once() throws Exception {
        job("{Reversed: OVERTURNED}");
        assertThat(run(4)).isEqualTo("0 of 3");
        assertThat(here.uphold("run", "nightly", "--json")
                        .json()
                        .path("rejected")
                        .asInt())
                .isEqualTo(3);

        job("{Reversed: OVERTURNED, Sustained: UPHELD}");
        assertThat(run(0)).isEqualTo("3 of 6");
        assertThat(here.reasons("nightly", "all/v2")).contains("reader");
        assertThat(here.uphold("run", "nightly").err()).contains("up to date");
        assertThat(here.select("select count(*) from uphold.source_file where rejected > 0"))
                .containsExactly("0");
    }

    @Test
    void rows_that_were_read_wrongly_are_read_again_in_the_background_and_only_they_change() throws Exception {
        job("{Sustained: OVERTURNED, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("0 of 6");
        job("{Sustained: UPHELD, Reversed: OVERTURNED}", "reread: 2");
        assertThat(run(0)).as("one file a night").isEqualTo("1 of 6");
        assertThat(here.reasons("nightly", "all/v2")).containsExactly("reader");
        assertThat(run(0)).isEqualTo("2 of 6");
        assertThat(here.uphold("reread").exit()).isZero();
        assertThat(run(0)).isEqualTo("3 of 6");
        assertThat(here.select("select count(*) from uphold.determination where superseded_at is not null"))
                .as("what was read as before left no trace")
                .containsExactly("3");
    }

    @Test
    void nothing_changes_where_the_reading_is_the_same() throws Exception {
        job("{Sustained: UPHELD, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("3 of 6");
        here.execute("update uphold.source_file set reader = null");
        Installation.Ended again = here.uphold("run", "nightly");
        assertThat(again.err()).contains("read 6 = accepted 0 + rejected 0 + unchanged 6", "up to date");
        assertThat(here.select("select count(*) from uphold.source_file where reader is null"))
                .containsExactly("0");
        assertThat(here.select("select count(*) from uphold.determination")).containsExactly("6");
    }

    @Test
    void a_path_is_read_again_whatever_read_it() throws Exception {
        job("{Sustained: UPHELD, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("3 of 6");
        Installation.Ended one = here.uphold("reread", base.resolve("in/2.csv").toString(), "--json");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(here.uphold("reread", "nowhere.csv").exit()).isEqualTo(2);
        assertThat(here.uphold("run", "nightly").err()).contains("up to date");
    }

    @Test
    void each_block_names_its_job_and_only_rejects_of_now_are_its_rejects() throws Exception {
        job("{Reversed: OVERTURNED}");
        assertThat(run(4)).isEqualTo("0 of 3");
        Files.createDirectories(base.resolve("other"));
        Files.writeString(
                base.resolve("other/9.csv"),
                "case_number,item_number,decision_date,service,outcome\nR-99,1,2017-02-01,Cane,Upheld\n");
        here.job("other", "sources:", "  - path: other");
        assertThat(here.uphold("run", "other").exit()).isZero();

        Installation.Ended all = here.uphold("reread");
        assertThat(all.exit())
                .as("what was rejected before is no reject of now: %s", all.err())
                .isZero();
        assertThat(all.err()).contains("job nightly:", "job other:");
        Installation.Ended one = here.uphold("reread", base.resolve("in/2.csv").toString());
        assertThat(one.exit()).isEqualTo(4);
        assertThat(one.err()).contains("job nightly:", "rejected 1").doesNotContain("job other");
        Installation.Ended json = here.uphold("reread", base.resolve("in/2.csv").toString(), "--json");
        assertThat(json.json().path("job").asString()).isEqualTo("nightly");
        assertThat(json.json().path("rejected").asInt()).isEqualTo(1);
        Path apart = Files.writeString(
                base.resolve("apart.csv"),
                "case_number,item_number,decision_date,service,outcome\nR-98,1,2017-02-01,Cane,Upheld\n");
        assertThat(here.uphold("reread", apart.toString()).err()).contains("paths that no job reads:");
    }

    @Test
    void files_that_the_store_never_read_are_not_loaded_by_reading_again() throws Exception {
        job("{Sustained: UPHELD, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("3 of 6");
        Files.createDirectories(base.resolve("other"));
        Files.writeString(
                base.resolve("other/9.csv"),
                "case_number,item_number,decision_date,service,outcome\nR-99,1,2017-02-01,Cane,Upheld\n");
        here.job("other", "sources:", "  - path: other");

        assertThat(here.uphold("reread").exit()).isZero();

        assertThat(here.select("select count(*) from uphold.determination")).containsExactly("6");
        assertThat(here.uphold("run", "nightly").err()).contains("up to date");
        assertThat(here.uphold("run", "other").exit()).isZero();
        assertThat(here.select("select count(*) from uphold.determination")).containsExactly("7");
    }

    @Test
    void a_new_file_of_which_nothing_can_be_read_is_a_warning_also_where_no_figure_changes() throws Exception {
        job("{Sustained: UPHELD, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("3 of 6");
        Files.writeString(base.resolve("in/4.csv"), "");

        Installation.Ended first = here.uphold("run", "nightly");
        Installation.Ended second = here.uphold("run", "nightly");

        assertThat(first.exit()).as(first.err()).isEqualTo(4);
        assertThat(first.err())
                .contains("up to date; 1 rejected; './uphold show")
                .contains("--rejects' lists them");
        assertThat(second.exit()).as("said once: %s", second.err()).isZero();
    }

    @Test
    void a_dry_run_knows_what_is_read_again_and_what_that_changes() throws Exception {
        job("{Sustained: OVERTURNED, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("0 of 6");
        here.execute("update uphold.source_file set reader = 'mine/0 0'");
        JsonNode none = here.uphold("run", "nightly", "--dry-run", "--json").json();
        assertThat(none.path("read_again").asInt()).isEqualTo(3);
        assertThat(none.path("months")).as("read as before").isEmpty();
        job("{Sustained: UPHELD, Reversed: OVERTURNED}", "reread: 2");
        JsonNode plan = here.uphold("run", "nightly", "--dry-run", "--json").json();
        assertThat(plan.path("changed").asInt() + plan.path("read_again").asInt())
                .isPositive();
        assertThat(plan.path("months").valueStream().map(JsonNode::asString)).containsExactly("2017-02");
    }

    @Test
    void a_dry_run_knows_the_months_of_cases_that_a_full_list_no_longer_names() throws Exception {
        here.job("whole", "sources:", "  - path: in/list", "    edition: whole", "gates: {max-withdrawn-rate: 1}");
        Files.createDirectories(base.resolve("in/list"));
        here.arrives("list/1.csv", "W-1,1,2017-02-01,Cane,Upheld", "W-2,1,2017-03-01,Cane,Upheld");
        assertThat(here.uphold("run", "whole").exit()).isZero();
        here.arrives("list/1.csv", "W-1,1,2017-02-01,Cane,Upheld");
        assertThat(here.uphold("run", "whole", "--dry-run", "--json")
                        .json()
                        .path("months")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("2017-03");
    }

    @Test
    void two_jobs_that_read_one_path_with_other_options_are_both_named() throws Exception {
        job("{Sustained: UPHELD, Reversed: OVERTURNED}");
        assertThat(run(0)).isEqualTo("3 of 6");
        here.job(
                "second",
                "sources:",
                "  - path: in",
                "dialects:",
                "  other:",
                "    columns: {case_number: Ref, decision_date: When, service: What, outcome: How}",
                "    values: {outcome: {Sustained: OVERTURNED, Reversed: UPHELD}}");
        String text = Files.readString(base.resolve("jobs/second.yaml"));
        Files.writeString(
                base.resolve("jobs/second.yaml"), text.replace("  - path: in", "  - path: in\n    dialect: other"));
        Installation.Ended second = here.uphold("run", "second");
        assertThat(second.exit()).isEqualTo(4);
        assertThat(second.err())
                .contains("3 paths that nightly read before now say what second reads with other options");
        assertThat(here.uphold("run", "nightly").err()).contains("3 paths that second read before");
        job("{Sustained: OVERTURNED, Reversed: OVERTURNED}");
        assertThat(here.uphold("run", "nightly").err())
                .as("its own options changed")
                .doesNotContain("read before now");
    }

    private String run(int exit) {
        Installation.Ended ended = here.uphold("run", "nightly", "--json");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
        return ended.json().path("upheld").asInt() + " of "
                + ended.json().path("determined").asInt();
    }
}
