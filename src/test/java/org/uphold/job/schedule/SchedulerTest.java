package org.uphold.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.TestDatabase;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.settings.Database;
import org.uphold.settings.Gates;
import org.uphold.settings.InputLimits;
import org.uphold.settings.JobFile;
import org.uphold.settings.Schedule;

class SchedulerTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Duration LOOK = Duration.ofMinutes(41);

    private final TestDatabase database = TestDatabase.empty();
    private final List<Instant> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void drop() {
        database.close();
    }

    /** What kill -9 looks like from inside: nothing is written down any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private OpenStore open() {
        return OpenStore.open(new Database.External(database.jdbcUrl(), database.user(), database.password()));
    }

    private static JobFile job(String name, String cron) {
        return new JobFile(
                name,
                Path.of(""),
                "",
                new Schedule(cron, LOS_ANGELES),
                "test",
                List.of(),
                Map.of(),
                null,
                null,
                null,
                List.of(),
                null,
                Set.of(),
                Gates.DEFAULT,
                List.of(),
                InputLimits.DEFAULT,
                JobFile.DEFAULT_REREAD,
                null);
    }

    /** One scheduler alone, from one instant to another. */
    private void alone(String cron, String from, String to, BiFunction<Instant, Integer, Integer> exitCodes) {
        SimulatedTime time = new SimulatedTime(Instant.parse(from));
        StopSignal stop = new StopSignal();
        AtomicInteger started = new AtomicInteger();
        time.enter();
        Scheduler.Work work = (store, job, due) -> {
            int exitCode = exitCodes.apply(due, started.incrementAndGet());
            done.add(due);
            return RunResult.failed(0, exitCode, "");
        };
        new Scheduler(
                        this::open,
                        () -> List.of(job("nightly", cron)),
                        work,
                        then -> {
                            time.until(then);
                            if (!time.instant().isBefore(Instant.parse(to))) {
                                stop.stop();
                            }
                        },
                        time,
                        stop,
                        LOOK,
                        "alone")
                .run();
    }

    @ParameterizedTest
    @CsvSource({"2027-03-01,30 2 * * *,14", "2027-11-01,30 1 * * *,7"})
    void two_schedulers_and_one_database_over_a_month_with_restarts_run_every_night_once(
            String first, String cron, int nightOfChange) throws Exception {
        Instant start = Instant.parse(first + "T12:00:00Z");
        Instant end = start.plus(Duration.ofDays(29));
        SimulatedTime time = new SimulatedTime(start);
        // Nobody is up in three nights; each of the two is killed once, in the middle of a run.
        Instant dark = start.plus(Duration.ofDays(18));
        Instant light = dark.plus(Duration.ofDays(3));
        Set<Integer> killedNights = Collections.synchronizedSet(new java.util.HashSet<>(Set.of(4, nightOfChange)));
        Scheduler.Work work = (store, job, due) -> {
            time.until(time.instant().plus(Duration.ofMinutes(50)));
            if (killedNights.remove(due.atZone(LOS_ANGELES).getDayOfMonth())) {
                throw new Killed();
            }
            done.add(due);
            return RunResult.failed(1, ExitCodes.DONE, "done");
        };
        List<Thread> machines = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            time.enter();
            Thread machine = new Thread(machine(i, time, end, dark, light, work, cron), "machine " + i);
            machines.add(machine);
        }
        machines.forEach(Thread::start);
        for (Thread machine : machines) {
            machine.join(120_000);
            assertThat(machine.isAlive())
                    .as("%s is still at it", machine.getName())
                    .isFalse();
        }

        List<Instant> expected = new ArrayList<>();
        CronTimes times = new CronTimes(new Schedule(cron, LOS_ANGELES));
        for (Instant due = times.next(start).orElseThrow();
                due.isBefore(end);
                due = times.next(due).orElseThrow()) {
            boolean passedOver =
                    due.isAfter(dark) && times.next(due).orElseThrow().isBefore(light);
            if (!passedOver) {
                expected.add(due);
            }
        }
        assertThat(killedNights).isEmpty();
        assertThat(done).containsExactlyElementsOf(expected).hasSize(27);
        assertThat(expected)
                .extracting(due -> due.atZone(LOS_ANGELES).toLocalDate().getDayOfMonth())
                .contains(nightOfChange);
        assertThat(number("select sum(missed) from uphold.schedule_firing")).isEqualTo(2);
        assertThat(number("select count(*) from uphold.schedule_firing")).isEqualTo(27);
        assertThat(number("select count(*) from uphold.schedule_firing where attempts = 2"))
                .isEqualTo(2);
        assertThat(number("select count(*) from uphold.schedule_firing where finished_at is null or exit_code <> 0"))
                .isZero();
    }

    /** Starts a scheduler again and again: it is stopped after some hours, or killed, and comes back after some more. */
    private Runnable machine(
            int number,
            SimulatedTime time,
            Instant end,
            Instant dark,
            Instant light,
            Scheduler.Work work,
            String cron) {
        return () -> {
            Random random = new Random(number);
            while (time.instant().isBefore(end)) {
                Instant now = time.instant();
                // The first is away in the mornings and the second in the evenings, so that one of them is always up.
                Instant until = now.plus(Duration.ofHours(7 + random.nextInt(4)));
                until = until.isAfter(dark) && now.isBefore(dark) ? dark : until;
                Instant stopAt = until.isAfter(end) ? end : until;
                StopSignal stop = new StopSignal();
                Scheduler scheduler = new Scheduler(
                        this::open,
                        () -> List.of(job("nightly", cron)),
                        work,
                        then -> {
                            time.until(then.isBefore(stopAt) ? then : stopAt);
                            if (!time.instant().isBefore(stopAt)) {
                                stop.stop();
                            }
                        },
                        time,
                        stop,
                        LOOK,
                        "machine " + number);
                try {
                    scheduler.run();
                } catch (Killed e) {
                    assertThat(e).isNotNull();
                }
                boolean isDark =
                        !time.instant().isBefore(dark) && time.instant().isBefore(light);
                time.until(isDark ? light : time.instant().plus(Duration.ofMinutes(5 + random.nextInt(50))));
            }
            time.leave();
        };
    }

    @Test
    void a_failed_night_does_not_end_the_scheduler() {
        alone("30 2 * * *", "2027-06-01T00:00:00Z", "2027-06-04T00:00:00Z", (due, started) -> {
            if (started == 1) {
                throw new IllegalStateException("broken");
            }
            return started == 2 ? ExitCodes.GATE_FAILED : ExitCodes.DONE;
        });
        assertThat(done).hasSize(2);
        assertThat(column("select exit_code from uphold.schedule_firing order by due_at"))
                .containsExactly("1", "3", "0");
    }

    @Test
    void a_locked_or_absent_database_is_tried_again_the_same_night_but_not_for_ever() {
        alone(
                "30 2 * * *",
                "2027-06-01T00:00:00Z",
                "2027-06-03T00:00:00Z",
                (due, started) -> started == 3 ? ExitCodes.DONE : ExitCodes.TRY_AGAIN);
        assertThat(column("select attempts || ' ' || exit_code || ' ' || (finished_at is null)"
                        + " from uphold.schedule_firing order by due_at"))
                .containsExactly("3 0 false", "6 75 false");
    }

    @Test
    void a_stopped_run_is_taken_up_by_the_next_scheduler() {
        alone("30 2 * * *", "2027-06-01T00:00:00Z", "2027-06-01T09:30:01Z", (due, started) -> ExitCodes.TERMINATED);
        assertThat(done).hasSize(1);
        alone("30 2 * * *", "2027-06-01T15:00:00Z", "2027-06-01T16:00:00Z", (due, started) -> ExitCodes.DONE);
        assertThat(done).hasSize(2).allMatch(done.get(0)::equals);
    }

    @Test
    void nothing_from_before_the_first_start_is_caught_up() {
        alone("30 2 * * *", "2027-06-01T15:00:00Z", "2027-06-01T20:00:00Z", (due, started) -> ExitCodes.DONE);
        assertThat(done).isEmpty();
    }

    @Test
    void a_changed_schedule_does_not_run_for_times_before_the_change() {
        alone("30 2 * * *", "2027-06-01T00:00:00Z", "2027-06-01T15:00:00Z", (due, started) -> ExitCodes.DONE);
        alone("0 4 * * *", "2027-06-01T15:00:00Z", "2027-06-02T00:00:00Z", (due, started) -> ExitCodes.DONE);
        assertThat(done).containsExactly(Instant.parse("2027-06-01T09:30:00Z"));
    }

    @Test
    void a_clock_that_once_ran_ahead_does_not_silence_a_job() {
        alone("30 2 * * *", "2027-06-01T00:00:00Z", "2027-06-02T00:00:00Z", (due, started) -> ExitCodes.DONE);
        alone("30 2 * * *", "2031-01-01T00:00:00Z", "2031-01-02T00:00:00Z", (due, started) -> ExitCodes.DONE);
        done.clear();
        alone("30 2 * * *", "2027-06-02T00:00:00Z", "2027-06-03T00:00:00Z", (due, started) -> ExitCodes.DONE);
        assertThat(done).containsExactly(Instant.parse("2027-06-02T09:30:00Z"));
    }

    private long number(String sql) {
        return Long.parseLong(column(sql).get(0));
    }

    private List<String> column(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
