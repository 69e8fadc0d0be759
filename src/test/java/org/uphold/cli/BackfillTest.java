package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.cli.Installation.Ended;

/** Many windows of a job at once, and plans that change nothing. */
class BackfillTest {

    private static final String[] FIRST_QUARTER = {"--from", "2017-01-01", "--to", "2017-03-31"};
    private static final String JANUARY = "2017-01-01_2017-01-31/";
    private static final String FEBRUARY = "2017-02-01_2017-02-28/";
    private static final String MARCH = "2017-03-01_2017-03-31/";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();
    private Installation here;

    @BeforeEach
    void a_store_of_three_months() throws IOException {
        here = new Installation(folder, database);
        here.at("2017-12-01T12:00:00Z");
        here.job("monthly", "sources:", "  - path: in", "formats: [csv]", "gates: {max-unknown-rate: 0.5}");
        here.arrives(
                "1.csv",
                "A1,1,2017-01-10,Acupuncture 1x6,UPHELD",
                "B1,1,2017-02-10,Acupuncture 1x6,UNKNOWN",
                "C1,1,2017-03-10,Acupuncture 1x6,UPHELD");
        assertThat(here.uphold("ingest", folder.resolve("in").toString()).exit())
                .isZero();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Ended backfill(String... words) {
        String[] all = new String[6 + words.length];
        all[0] = "backfill";
        all[1] = "monthly";
        System.arraycopy(FIRST_QUARTER, 0, all, 2, 4);
        System.arraycopy(words, 0, all, 6, words.length);
        return here.uphold(all);
    }

    @Test
    void missing_windows_are_published_past_one_that_fails_and_given_again_only_that_one_is_tried() throws IOException {
        Ended first = backfill("--grain", "month", "--reprocess", "missing", "--json");
        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.json().path("windows")).hasSize(3);
        assertThat(here.packages("monthly")).containsExactly(JANUARY + "v1", MARCH + "v1");

        assertThat(backfill("--json").json().path("windows_due").asInt()).isEqualTo(1);
        Ended failed = backfill("--reprocess", "failed");
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.err())
                .contains("2017-02-01_2017-02-28 not published: nothing was published: max-unknown-rate");
        assertThat(here.packages("monthly")).hasSize(2);
    }

    @Test
    void changed_windows_are_those_whose_letters_changed_and_all_leaves_the_current_ones_as_they_are()
            throws IOException {
        backfill();
        here.arrives("2.csv", "A1,1,2017-01-10,Acupuncture 1x6,OVERTURNED", "B1,1,2017-02-10,TENS unit,UPHELD");
        here.uphold("ingest", folder.resolve("in").toString());

        Ended changed = backfill("--reprocess", "changed", "--json");
        assertThat(changed.exit()).isZero();
        assertThat(changed.json().path("windows")).hasSize(1);
        assertThat(here.packages("monthly")).containsExactly(JANUARY + "v1", JANUARY + "v2", MARCH + "v1");
        assertThat(here.reasons("monthly", JANUARY + "v2")).containsExactly("corrected");

        Ended all = backfill("--reprocess", "all", "--json");
        assertThat(all.json().path("windows")).hasSize(3);
        assertThat(all.exit()).isZero();
        assertThat(here.packages("monthly"))
                .containsExactly(JANUARY + "v1", JANUARY + "v2", FEBRUARY + "v1", MARCH + "v1");
    }

    @Test
    void quarters_and_years_are_whole_ones() throws IOException {
        assertThat(here.uphold(
                                "backfill",
                                "monthly",
                                "--from",
                                "2017-02-14",
                                "--to",
                                "2017-02-20",
                                "--grain",
                                "quarter")
                        .exit())
                .isZero();
        assertThat(here.uphold("backfill", "monthly", "--from", "2017-02-14", "--to", "2017-02-20", "--grain", "year")
                        .exit())
                .isZero();
        assertThat(here.packages("monthly")).containsExactly("2017-01-01_2017-03-31/v1", "2017-01-01_2017-12-31/v1");
    }

    @Test
    void what_cannot_be_meant_is_a_usage_error() {
        assertThat(backfill("--reprocess", "some").exit()).isEqualTo(2);
        assertThat(backfill("--grain", "week").exit()).isEqualTo(2);
        assertThat(here.uphold("backfill", "monthly", "--from", "2017-02-01").exit())
                .isEqualTo(2);
    }

    @Test
    void the_plan_of_a_backfill_names_the_packages_and_writes_none() throws IOException {
        var plan = backfill("--dry-run", "--json").json();
        assertThat(plan.path("packages")).hasSize(3);
        assertThat(plan.path("packages").path(0).path("package").asString()).endsWith(JANUARY + "v1");
        assertThat(here.packages("monthly")).isEmpty();
    }

    @Test
    void the_plan_of_a_run_tells_new_changed_and_unchanged_inputs_and_the_months_they_fall_into() throws IOException {
        here.job("nightly", "sources:", "  - path: in", "window: {touched: {look-back: 30d}}", "formats: [csv]");
        here.arrives("2.csv", "Z1,1,2016-05-10,TENS unit,UPHELD");
        here.uphold("run", "nightly");
        here.arrives("1.csv", "A1,1,2017-07-10,Acupuncture 1x6,UPHELD", "C1,1,2017-03-10,Acupuncture 1x6,UPHELD");
        here.arrives("3.csv", "Y1,1,2016-06-10,TENS unit,UPHELD");

        var plan = here.uphold("run", "nightly", "--dry-run", "--json").json();

        assertThat(plan.path("window").asString()).isEqualTo("touched");
        assertThat(plan.path("new").asInt()).isEqualTo(1);
        assertThat(plan.path("changed").asInt()).isEqualTo(1);
        assertThat(plan.path("unchanged").asInt()).isEqualTo(1);
        assertThat(plan.path("months").valueStream().map(m -> m.asString()))
                .containsExactly("2016-06", "2017-01", "2017-07");
        assertThat(plan.path("packages").valueStream().map(p -> p.path("window").asString()))
                .containsExactly("2016-06-01_2016-06-30", "2017-01-01_2017-01-31", "2017-07-01_2017-07-31");
        assertThat(here.uphold("run", "nightly", "--dry-run").out()).contains("2016-06-01_2016-06-30/v1 (first)");
    }
}
