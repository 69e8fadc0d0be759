package org.uphold.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.determination.DateRange;
import org.uphold.determination.Edition;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.Progress;
import org.uphold.job.control.RunInputs;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.settings.Database;
import org.uphold.settings.InputKind;
import org.uphold.settings.InputLimits;
import org.uphold.settings.SourceSpec;

/** Files that somebody may still be writing when a run comes. */
class SettlingTest {

    private static final Instant NOW = Instant.parse("2017-03-01T02:30:00Z");
    private static final String HEADER = "case_number,item_number,decision_date,service,outcome\n";

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final OpenStore STORE =
            OpenStore.open(new Database.External(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Tests share a store, and none of them a case. */
    private final String system = "test-" + TESTS.incrementAndGet();

    private final List<Duration> waits = new ArrayList<>();
    private Instant now = NOW;
    /** What others do while the run waits. */
    private Act meanwhile = () -> {};

    @TempDir
    Path folder;

    private interface Act {
        void go() throws IOException;
    }

    @BeforeEach
    void inbox() throws IOException {
        Files.createDirectories(folder.resolve("in"));
    }

    @AfterAll
    static void close() {
        STORE.close();
        DATABASE.close();
    }

    @Test
    void a_file_that_was_left_alone_is_read_without_a_wait() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW.minusSeconds(31));
        RunResult result = run("30s");
        assertThat(result.counts().accepted()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void for_those_written_to_a_moment_ago_there_is_one_wait_as_long_as_the_youngest_needs() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW.minusSeconds(20));
        write("b.csv", HEADER + "C-2,1,2017-02-01,Walker,Upheld\n", NOW.minusSeconds(3));
        RunResult result = run("30s");
        assertThat(result.counts().accepted()).isEqualTo(2);
        assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(waits).containsExactly(Duration.ofSeconds(27));
    }

    @Test
    void one_that_grows_meanwhile_is_left_to_the_next_run_which_says_so() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW.minusSeconds(60));
        write("b.csv", HEADER + "C-2,1,2017-02-01,Walker,Uph", NOW);
        meanwhile = () -> write("b.csv", HEADER + "C-2,1,2017-02-01,Walker,Upheld\nC-3,1,", NOW.plusSeconds(12));
        RunResult first = run("30s");
        assertThat(first.counts().accepted()).isEqualTo(1);
        assertThat(first.unsettled()).isEqualTo(1);
        assertThat(first.exitCode()).isEqualTo(ExitCodes.PUBLISHED_WITH_REJECTS);
        assertThat(first.message()).contains("1 file was still being written");

        meanwhile = () -> {};
        write("b.csv", HEADER + "C-2,1,2017-02-01,Walker,Upheld\nC-3,1,2017-02-01,Cane,Upheld\n", NOW.plusSeconds(15));
        now = NOW.plus(Duration.ofDays(1));
        RunResult second = run("30s");
        assertThat(second.counts().accepted()).isEqualTo(2);
        assertThat(second.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void one_that_keeps_its_size_but_not_its_time_is_still_written() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW);
        meanwhile = () -> write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW.plusSeconds(1));
        assertThat(run("30s").unsettled()).isEqualTo(1);
    }

    @Test
    void one_that_goes_away_meanwhile_stops_nothing() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW);
        write("b.csv", HEADER + "C-2,1,2017-02-01,Walker,Upheld\n", NOW);
        meanwhile = () -> Files.delete(folder.resolve("in/a.csv"));
        RunResult result = run("30s");
        assertThat(result.counts().accepted()).isEqualTo(1);
        assertThat(result.unsettled()).isEqualTo(1);
    }

    @Test
    void a_time_from_a_clock_that_is_ahead_is_waited_for_no_longer_than_any_other() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW.plus(Duration.ofHours(8)));
        assertThat(run("30s").counts().accepted()).isEqualTo(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void an_archive_is_not_opened_before_it_is_whole() throws IOException {
        write("a.zip", "PK\u0003\u0004 the beginning of an archive", NOW);
        meanwhile = () -> write("a.zip", "PK\u0003\u0004 the beginning of an archive, and more", NOW.plusSeconds(5));
        RunResult result = run("30s");
        assertThat(result.counts().read()).isZero();
        assertThat(result.unsettled()).isEqualTo(1);
    }

    @Test
    void what_is_known_as_it_is_costs_no_second_wait() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW);
        run("30s");
        RunResult again = run("30s");
        assertThat(again.counts().unchanged()).isEqualTo(1);
        assertThat(waits).hasSize(1);
    }

    @Test
    void off_reads_at_once() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW);
        assertThat(run("off").counts().accepted()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void who_is_told_to_stop_does_not_wait_to_the_end() throws IOException {
        write("a.csv", HEADER + "C-1,1,2017-02-01,Walker,Upheld\n", NOW);
        StopSignal stop = new StopSignal();
        RunResult result = new JobRunner(
                        STORE, Clock.fixed(NOW, ZoneOffset.UTC), "test", (signal, time) -> signal.stop())
                .run(request("30s"), Duration.ZERO, stop, Progress.NONE);
        assertThat(result.exitCode()).isEqualTo(ExitCodes.TERMINATED);
    }

    private void write(String name, String text, Instant modified) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private RunResult run(String settle) {
        return new JobRunner(STORE, Clock.fixed(now, ZoneOffset.UTC), "test", (stop, time) -> {
                    waits.add(time);
                    try {
                        meanwhile.go();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .run(request(settle), Duration.ZERO, new StopSignal(), Progress.NONE);
    }

    private RunRequest request(String settle) {
        return new RunRequest(
                "night",
                DateRange.ALL,
                false,
                new RunInputs(
                        folder,
                        List.of(new SourceSpec(
                                List.of("in"),
                                InputKind.AUTO,
                                system,
                                null,
                                SourceSpec.LetterOptions.DEFAULT,
                                null,
                                Edition.PART,
                                SourceSpec.settle(settle),
                                null)),
                        Map.of(),
                        InputLimits.DEFAULT),
                List.of(),
                Optional.empty(),
                folder,
                false,
                Period.ofDays(90),
                ZoneOffset.UTC,
                "{}");
    }
}
