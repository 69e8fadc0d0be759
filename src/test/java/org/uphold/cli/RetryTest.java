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

/** A run that did not end well is taken up by its number alone. */
class RetryTest {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation here;

    @BeforeEach
    void install() throws IOException {
        here = new Installation(base, database);
        here.job(
                "strict",
                "description: strict",
                "sources:",
                "  - path: in",
                "window: {last: 60d}",
                "gates:",
                "  max-reject-rate: 0");
        here.arrives("one.csv", "A-1,1,2017-02-20,Norco,UPHELD", "A-2,1,2017-04-09,Norco,PERHAPS");
        here.at("2017-04-10T12:00:00Z");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void mend() throws IOException {
        here.arrives("one.csv", "A-1,1,2017-02-20,Norco,UPHELD", "A-2,1,2017-04-09,Norco,UPHELD");
    }

    @Test
    void with_the_days_and_the_folder_of_then() throws IOException {
        Path out = base.resolve("elsewhere");
        assertThat(here.uphold("run", "strict", "--out", out.toString()).exit()).isEqualTo(3);
        mend();
        here.at("2017-08-01T12:00:00Z");
        Installation.Ended again = here.uphold("retry", "1");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("again run 1: strict, window 2017-02-09_2017-04-09");
        assertThat(here.packages(out, "strict")).containsExactly("2017-02-09_2017-04-09/v1");
        assertThat(here.packages("strict")).isEmpty();
    }

    @Test
    void also_of_a_job_that_was_given_by_its_path() throws IOException {
        Path file = Files.createDirectories(base.resolve("other")).resolve("mine.yaml");
        Files.move(base.resolve("jobs/strict.yaml"), file);
        Files.writeString(file, Files.readString(file).replace("path: in", "path: ../in"));
        assertThat(here.uphold("run", file.toString()).exit()).isEqualTo(3);
        mend();
        Installation.Ended again = here.uphold("retry", "1");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(here.packages("mine")).hasSize(1);
    }

    @Test
    void of_a_backfill_without_reading_the_sources() throws IOException {
        here.arrives("one.csv", "A-1,1,2017-02-20,Norco,PERHAPS", "A-2,1,2017-02-21,Norco,UPHELD");
        here.job("loose", "description: loose", "sources:", "  - path: in");
        assertThat(here.uphold("run", "loose").exit()).isEqualTo(4);
        here.job("odd", "description: odd", "sources:", "  - path: in", "gates:", "  max-unclassified-rate: 0");
        here.arrives("two.csv", "A-3,1,2017-02-22,Zorgle,UPHELD");
        assertThat(here.uphold("ingest", base.resolve("in/two.csv").toString()).exit())
                .isZero();
        assertThat(here.uphold("backfill", "odd", "--from", "2017-02-01", "--to", "2017-02-28")
                        .exit())
                .isEqualTo(3);
        here.job("odd", "description: odd", "sources:", "  - path: nowhere");
        Installation.Ended again = here.uphold("retry", "3", "--json");
        assertThat(again.exit()).as(again.out()).isZero();
        assertThat(again.json().path("read").asInt()).isZero();
        assertThat(here.packages("odd")).containsExactly("2017-02-01_2017-02-28/v1");
    }

    @Test
    void but_a_single_command_is_named_and_given_again_by_hand() {
        assertThat(here.uphold("ingest", base.resolve("in/no such.csv").toString())
                        .exit())
                .isEqualTo(2);
        Installation.Ended ended = here.uphold("retry", "1");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("./uphold ingest '").contains("no such.csv'");
    }

    @Test
    void what_ended_well_is_not_taken_up() {
        assertThat(here.uphold("report", "--all").exit()).isZero();
        Installation.Ended ended = here.uphold("retry", "1");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("ended well");
    }
}
