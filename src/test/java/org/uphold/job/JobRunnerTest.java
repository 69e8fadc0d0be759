package org.uphold.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.Progress;
import org.uphold.job.control.RunInputs;
import org.uphold.job.control.RunLock;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.settings.Database;
import org.uphold.settings.InputKind;
import org.uphold.settings.InputLimits;
import org.uphold.settings.SourceSpec;
import org.uphold.source.Sha256;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.StoreLocks;

/** Runs beside each other, what they leave behind, and what is told of them. */
class JobRunnerTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final Clock CLOCK = Clock.systemUTC();
    private static OpenStore store;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        store = OpenStore.open(new Database.External(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
    }

    @AfterAll
    static void close() {
        store.close();
        DATABASE.close();
    }

    private RunRequest ingest(String name) throws Exception {
        Path file = folder.resolve(name + ".csv");
        Files.writeString(
                file,
                "case_number,item_number,decision_date,service,outcome\n" + name
                        + ",1,2017-02-03,Norco 10/325mg #90,Upheld\n" + name
                        + ",2,2017-02-03,Physical therapy 2 x 6,Overturned\n",
                StandardCharsets.UTF_8);
        return new RunRequest(
                name,
                DateRange.ALL,
                false,
                new RunInputs(
                        folder,
                        List.of(new SourceSpec(
                                List.of(file.toString()),
                                InputKind.ITEMS_CSV,
                                "test",
                                null,
                                SourceSpec.LetterOptions.DEFAULT,
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

    private static RunResult run(RunRequest request, Duration wait, StopSignal stop) {
        return new JobRunner(store, CLOCK, "test").run(request, wait, stop, Progress.NONE);
    }

    @Test
    void a_held_lock_ends_a_run_at_once_and_with_wait_is_waited_for() throws Exception {
        RunRequest request = ingest("A-1");
        RunLock held = RunLock.take(store, request.job(), request.window(), Duration.ZERO, new StopSignal());
        CompletableFuture<RunResult> waiting;
        try (held) {
            assertThat(run(request, Duration.ZERO, new StopSignal()).exitCode()).isEqualTo(ExitCodes.TRY_AGAIN);
            waiting = CompletableFuture.supplyAsync(() -> run(request, Duration.ofMinutes(2), new StopSignal()));
            assertThat(waiting).isNotDone();
        }
        assertThat(waiting.join().exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void a_run_that_was_prepared_goes_like_one_that_was_not() throws Exception {
        JobRunner.prepare();
        assertThat(run(ingest("A-3"), Duration.ZERO, new StopSignal()).exitCode())
                .isEqualTo(ExitCodes.DONE);
        assertThat(run(ingest("A-4"), Duration.ZERO, new StopSignal()).exitCode())
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void a_run_that_waits_for_the_store_hears_the_stop_and_can_be_taken_up() throws Exception {
        RunRequest request = ingest("A-2");
        StopSignal stop = new StopSignal();
        RunResult stopped;
        try (Connection other = DATABASE.connect()) {
            other.setAutoCommit(false);
            StoreLocks.lockStore(other);
            CompletableFuture<RunResult> waiting =
                    CompletableFuture.supplyAsync(() -> run(request, Duration.ZERO, stop));
            while (!isWaited(other)) {
                assertThat(waiting).isNotDone();
                Thread.onSpinWait();
            }
            stop.stop();
            stopped = waiting.get(1, TimeUnit.MINUTES);
            other.rollback();
        }
        assertThat(stopped.exitCode()).isEqualTo(ExitCodes.TERMINATED);
        assertThat(new Runs(store.store()).find(stopped.run()).orElseThrow().state())
                .isEqualTo(RunState.STOPPED);
        RunResult again = run(request, Duration.ZERO, new StopSignal());
        assertThat(again.run()).isEqualTo(stopped.run());
        assertThat(again.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    /** Whether somebody waits for the store's lock. */
    private static boolean isWaited(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Test
    void the_line_of_a_dead_run_whose_window_never_comes_again_is_closed_by_the_next_run_of_any_job() throws Exception {
        Runs runs = new Runs(store.store());
        RunVersions versions = new RunVersions("test", "1", Sha256.NOTHING);
        DateRange days = DateRange.inclusive(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 30));
        DateRange later = DateRange.inclusive(LocalDate.of(2017, 1, 2), LocalDate.of(2017, 1, 31));
        long dead = runs.start("last-days", days, Basis.DECISION, versions, "{}");
        long alive = runs.start("last-days", later, Basis.DECISION, versions, "{}");
        try (RunLock held = RunLock.take(store, "last-days", later, Duration.ZERO, new StopSignal())) {
            assertThat(held).isNotNull();
            run(ingest("A-3"), Duration.ZERO, new StopSignal());
        }
        assertThat(runs.find(dead).orElseThrow())
                .returns(RunState.ABANDONED, LoggedRun::state)
                .satisfies(line -> assertThat(line.message()).contains("retry " + dead));
        assertThat(runs.find(alive).orElseThrow().state()).isEqualTo(RunState.STARTED);
        runs.finish(alive, RunState.COMPLETED, 0, "");
    }

    @Test
    void waiting_ends_when_its_time_is_over_or_a_signal_comes() throws Exception {
        RunRequest request = ingest("B-1");
        try (RunLock held = RunLock.take(store, request.job(), request.window(), Duration.ZERO, new StopSignal())) {
            assertThat(held).isNotNull();
            assertThat(run(request, Duration.ofMillis(300), new StopSignal()).exitCode())
                    .isEqualTo(ExitCodes.TRY_AGAIN);
            StopSignal stop = new StopSignal();
            CompletableFuture<RunResult> waiting =
                    CompletableFuture.supplyAsync(() -> run(request, Duration.ofHours(2), stop));
            stop.stop();
            assertThat(waiting.join().exitCode()).isEqualTo(ExitCodes.TERMINATED);
        }
    }

    @Test
    void steps_and_the_last_success_are_told_as_metrics_that_appear_whole() throws Exception {
        RunRequest request = ingest("C-1");
        RunResult result = run(request, Duration.ZERO, new StopSignal());
        assertThat(result.steps()).containsOnlyKeys("ingest", "aggregate", "publish");
        assertThat(MDC.get("run")).isNull();

        RunMetrics metrics = new RunMetrics();
        Optional<Instant> success = new Runs(store.store()).lastSuccess("C-1");
        assertThat(success).isPresent();
        metrics.ran("C-1", result, Instant.ofEpochSecond(1_800_000_000), success.orElse(null));
        assertThat(metrics.text())
                .contains("uphold_last_run_read{job=\"C-1\"} 1.0")
                .contains("uphold_last_run_accepted{job=\"C-1\"} 1.0")
                .contains("uphold_last_run_rejected{job=\"C-1\"} 0.0")
                .contains("uphold_last_run_unchanged{job=\"C-1\"} 0.0")
                .contains("uphold_last_run_items_per_second{job=\"C-1\"}")
                .contains("uphold_last_run_step_seconds{job=\"C-1\",step=\"ingest\"}")
                .contains("uphold_last_run_exit_code{job=\"C-1\"} 0.0")
                .contains("uphold_last_run_timestamp_seconds{job=\"C-1\"} 1.8E9")
                .contains("uphold_last_success_timestamp_seconds{job=\"C-1\"}");

        Path file = folder.resolve("node/uphold.prom");
        metrics.writeTo(file);
        metrics.ran("C-1", RunResult.failed(0, 75, ""), Instant.ofEpochSecond(1_800_000_060), null);
        metrics.writeTo(file);
        assertThat(file).content().contains("uphold_last_run_exit_code{job=\"C-1\"} 75.0");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void batch_metadata_is_pruned_by_age_and_the_log_book_is_not() throws Exception {
        RunResult old = run(ingest("D-1"), Duration.ZERO, new StopSignal());
        execute("update batch.batch_job_execution set create_time = create_time - interval '91 days'"
                + " where job_instance_id = (select job_instance_id from batch.batch_job_execution"
                + " join batch.batch_job_execution_params using (job_execution_id)"
                + " where parameter_name = 'run' and parameter_value = '" + old.run() + "')");
        RunResult fresh = run(ingest("D-2"), Duration.ZERO, new StopSignal());
        assertThat(instances(old.run())).isZero();
        assertThat(instances(fresh.run())).isOne();
        assertThat(new Runs(store.store()).find(old.run())).isPresent();
    }

    private static long instances(long run) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from batch.batch_job_execution_params"
                        + " where parameter_name = 'run' and parameter_value = '" + run + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
