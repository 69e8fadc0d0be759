package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.cli.Installation.Ended;

/** A nightly job whose window is every month that letters came into or went from. */
class TouchedMonthsTest {

    private static final String JANUARY = "2017-01-01_2017-01-31/";
    private static final String FEBRUARY = "2017-02-01_2017-02-28/";
    private static final String MARCH = "2017-03-01_2017-03-31/";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();
    private Installation here;

    @BeforeEach
    void a_nightly_job_of_touched_months() throws IOException {
        here = new Installation(folder, database);
        here.job(
                "nightly",
                "sources:",
                "  - path: in",
                "window: {touched: {look-back: 30d}}",
                "formats: [csv]",
                "gates: {max-unknown-rate: 0.5}");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void three_nights_a_late_letter_and_a_corrected_one_give_vintages_of_the_months_they_fall_into_and_no_other()
            throws IOException {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD", "A2,1,2017-01-11,TENS unit,OVERTURNED");
        Ended first = here.uphold("run", "nightly", "--json");
        assertThat(first.exit()).isZero();
        assertThat(first.json().path("windows")).hasSize(1);
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1");

        here.arrives("2.csv", "B1,1,2017-02-10,Acupuncture 1x6,UPHELD");
        here.arrives("3.csv", "C1,1,2017-03-10,Acupuncture 1x6,UPHELD");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1", FEBRUARY + "v1", MARCH + "v1");

        here.arrives("4.csv", "A3,1,2017-01-20,MRI of the lumbar spine,OVERTURNED");
        Ended late = here.uphold("run", "nightly");
        assertThat(late.err())
                .contains("changed 1 month: 2017-01")
                .contains("package ")
                .contains(JANUARY + "v2");
        assertThat(here.packages("nightly"))
                .containsExactly(JANUARY + "v1", JANUARY + "v2", FEBRUARY + "v1", MARCH + "v1");
        assertThat(here.reasons("nightly", JANUARY + "v2")).containsExactly("late");

        here.arrives("5.csv", "B1,1,2017-02-10,Acupuncture 1x6,OVERTURNED");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(here.reasons("nightly", FEBRUARY + "v2")).containsExactly("corrected");
        assertThat(here.packages("nightly")).hasSize(5);

        Ended again = here.uphold("run", "nightly", "--json");
        assertThat(again.exit()).isZero();
        assertThat(again.json().path("message").asString()).isEqualTo("up to date");
        assertThat(here.packages("nightly")).hasSize(5);
    }

    @Test
    void a_letter_that_moves_to_another_month_changes_both_and_empties_the_one_it_leaves() throws IOException {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD");
        here.uphold("run", "nightly");
        here.arrives("2.csv", "A1,1,2017-02-10,Acupuncture 1x6,UPHELD");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1", JANUARY + "v2", FEBRUARY + "v1");
        assertThat(here.reasons("nightly", JANUARY + "v2")).containsExactly("moved");
        here.uphold("run", "nightly");
        assertThat(here.packages("nightly")).hasSize(3);
    }

    @Test
    void a_month_published_by_a_run_that_died_before_it_could_say_so_is_not_published_twice() throws Exception {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD");
        here.uphold("run", "nightly");
        here.execute("update uphold.run set state = 'STARTED', exit_code = null, finished_at = null, vintage = null,"
                + " package = null where window_from = '2017-01-01'");

        Ended next = here.uphold("run", "nightly", "--json");
        assertThat(next.exit()).isZero();
        assertThat(next.json().path("message").asString()).isEqualTo("up to date");
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1");
    }

    @Test
    void months_that_a_killed_run_did_not_get_to_are_published_by_the_next() throws Exception {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD", "B1,1,2017-02-10,TENS unit,OVERTURNED");
        here.uphold("run", "nightly");
        here.arrives("2.csv", "A2,1,2017-01-12,Acupuncture 1x6,UPHELD", "B2,1,2017-02-12,TENS unit,OVERTURNED");
        here.uphold("run", "nightly");
        // As a kill between the package of January and that of February leaves the log book.
        Path february = here.base().resolve("reports/nightly").resolve(FEBRUARY + "v2");
        Files.walk(february)
                .sorted(Comparator.reverseOrder())
                .forEach(path -> path.toFile().delete());
        here.execute("update uphold.run set state = 'STARTED', exit_code = null, finished_at = null"
                + " where id = (select max(id) from uphold.run where touched)");
        here.execute("update batch.batch_job_execution set status = 'STARTED', end_time = null"
                + " where job_execution_id = (select max(job_execution_id) from batch.batch_job_execution)");
        here.execute(
                "update batch.batch_step_execution set status = 'STARTED', end_time = null where step_name = 'publish'"
                        + " and job_execution_id = (select max(job_execution_id) from batch.batch_job_execution)");
        here.execute("delete from uphold.run where window_from = '2017-02-01' and vintage = 2");

        Ended next = here.uphold("run", "nightly", "--json");
        assertThat(next.exit()).isZero();
        assertThat(next.json().path("windows")).hasSize(1);
        assertThat(here.packages("nightly"))
                .containsExactly(JANUARY + "v1", JANUARY + "v2", FEBRUARY + "v1", FEBRUARY + "v2");
        assertThat(here.reasons("nightly", FEBRUARY + "v2")).containsExactly("late");
    }

    @Test
    void months_within_the_look_back_are_looked_at_though_nothing_arrived() throws IOException {
        here.at("2017-04-10T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD", "C1,1,2017-03-10,TENS unit,OVERTURNED");
        here.uphold("run", "nightly");
        Ended again = here.uphold("run", "nightly", "--json");
        assertThat(again.exit()).isZero();
        assertThat(again.json().path("windows")).hasSize(1);
        assertThat(again.json().path("windows").path(0).path("message").asString())
                .isEqualTo("up to date");
        assertThat(again.json().path("windows").path(0).path("window").asString() + "/")
                .isEqualTo(MARCH);
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1", MARCH + "v1");
    }

    @Test
    void a_gate_refuses_one_month_and_the_others_are_published_and_it_is_tried_again() throws IOException {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UNKNOWN", "B1,1,2017-02-10,TENS unit,UPHELD");
        Ended refused = here.uphold("run", "nightly");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("max-unknown-rate").contains("2017-01-01_2017-01-31 not published");
        assertThat(here.packages("nightly")).containsExactly(FEBRUARY + "v1");
        assertThat(here.uphold("run", "nightly").exit()).isEqualTo(3);

        here.arrives("2.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1", FEBRUARY + "v1");
    }

    @Test
    void a_month_is_provisional_until_its_look_back_closes_and_then_final_once() throws IOException {
        here.arrives("1.csv", "C1,1,2017-03-10,Acupuncture 1x6,UPHELD");
        here.at("2017-04-30T12:00:00Z");
        here.uphold("run", "nightly");
        assertThat(here.manifest("nightly", MARCH + "v1").path("provisional").asBoolean())
                .isTrue();
        // 30 days after the first day that is no longer of March.
        here.at("2017-05-01T12:00:00Z");
        here.uphold("run", "nightly");
        assertThat(here.manifest("nightly", MARCH + "v2").path("provisional").asBoolean())
                .isFalse();
        assertThat(here.reasons("nightly", MARCH + "v2")).containsExactly("final");
        here.at("2017-06-01T12:00:00Z");
        here.uphold("run", "nightly");
        assertThat(here.packages("nightly")).containsExactly(MARCH + "v1", MARCH + "v2");
    }

    @Test
    void the_day_on_which_a_look_back_closes_is_that_of_the_job_s_zone() throws IOException {
        here.job(
                "western",
                "sources:",
                "  - path: in",
                "schedule: {cron: '30 2 * * *', zone: America/Los_Angeles}",
                "window: {touched: {look-back: 30d}}",
                "formats: [csv]");
        here.arrives("1.csv", "C1,1,2017-03-10,Acupuncture 1x6,UPHELD");
        here.at("2017-05-01T06:59:00Z");
        here.uphold("run", "western");
        assertThat(here.manifest("western", MARCH + "v1").path("provisional").asBoolean())
                .isTrue();
        here.at("2017-05-01T07:00:00Z");
        here.uphold("run", "western");
        assertThat(here.manifest("western", MARCH + "v2").path("provisional").asBoolean())
                .isFalse();
    }

    @Test
    void a_window_by_flag_has_the_look_back_of_the_job() throws IOException {
        here.arrives("1.csv", "C1,1,2017-03-10,Acupuncture 1x6,UPHELD");
        here.at("2017-05-01T00:00:00Z");
        here.uphold("run", "nightly", "--month", "2017-03");
        assertThat(here.manifest("nightly", MARCH + "v1").path("provisional").asBoolean())
                .isFalse();
    }

    @Test
    void letters_without_a_month_are_in_no_package_of_a_month_and_the_summary_says_so() throws IOException {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,,Acupuncture 1x6,UPHELD", "A3,1,2017-01-03,TENS unit,UPHELD");
        Ended run = here.uphold("run", "nightly");
        assertThat(run.err()).contains("1 letter in the store without a month");
        assertThat(here.packages("nightly")).containsExactly(JANUARY + "v1");
    }

    @Test
    void each_month_has_a_line_in_the_log_book_that_names_the_run_it_is_part_of() throws IOException {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD", "B1,1,2017-02-10,TENS unit,UPHELD");
        here.uphold("run", "nightly");
        var runs = here.uphold("runs", "--json").json().path("runs");
        assertThat(runs).hasSize(3);
        assertThat(runs.path(2).path("window").asString()).isEqualTo("touched");
        assertThat(runs.path(2).path("read").asInt()).isEqualTo(2);
        assertThat(runs.path(0).path("part_of_run").asLong())
                .isEqualTo(runs.path(2).path("run").asLong());
        assertThat(runs.path(0).path("window").asString() + "/").isEqualTo(FEBRUARY);
        assertThat(runs.path(0).path("vintage").asInt()).isEqualTo(1);
    }

    @Test
    void a_new_file_of_which_nothing_can_be_read_is_a_warning_though_no_month_changes() throws IOException {
        here.at("2017-12-01T12:00:00Z");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD", "A2,1,2017-01-11,TENS unit,OVERTURNED");
        assertThat(here.uphold("run", "nightly").exit()).isZero();
        java.nio.file.Files.writeString(folder.resolve("in/2.csv"), "");

        Ended first = here.uphold("run", "nightly");
        Ended second = here.uphold("run", "nightly");

        assertThat(first.exit()).as(first.err()).isEqualTo(4);
        assertThat(first.err()).contains("up to date; 1 rejected");
        assertThat(second.exit()).as(second.err()).isZero();
    }
}
