package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed, stopped, cut off or crowded: one more run always ends as if nothing had happened. */
class TortureTest {

    private static final int KILLS = 4;

    @TempDir
    private static Path folder;

    private static Path inbox;
    private static Night undisturbed;
    private static int code;

    @BeforeAll
    static void run_once_in_peace() throws IOException {
        inbox = Night.inbox(folder.resolve("inbox"));
        undisturbed = new Night(folder.resolve("undisturbed"), inbox);
        code = undisturbed.run();
        assertThat(code).as(undisturbed.said()).isEqualTo(4);
    }

    @AfterAll
    static void drop() {
        undisturbed.close();
    }

    @Test
    void killed_at_random_moments_again_and_again_the_next_run_ends_like_an_undisturbed_one(TestReporter reporter)
            throws Exception {
        long seed = Long.getLong("torture.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        SplittableRandom random = new SplittableRandom(seed);
        try (Night night = new Night(folder.resolve("killed"), inbox)) {
            long most = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = night.start("run", Night.JOB);
                // The first is let go on until it works on its input, which tells how long a start takes here.
                long from = System.nanoTime();
                if (kill == 0) {
                    until(process, () -> night.has("uphold.source_file"));
                    most = 2 * (System.nanoTime() - from);
                } else {
                    long moment = random.nextLong(most / 4, most);
                    reporter.publishEntry("killed after", moment / 1_000_000 + " ms");
                    process.waitFor(moment, TimeUnit.NANOSECONDS);
                }
                process.destroyForcibly().waitFor();
            }
            assertThat(night.run()).as("seed " + seed + "\n" + night.said()).isIn(0, 4);
            night.isWhole(undisturbed);
        }
    }

    @Test
    void asked_to_stop_it_ends_within_seconds_and_retry_goes_on() throws Exception {
        try (Night night = new Night(folder.resolve("stopped"), inbox)) {
            Process process = night.start("run", Night.JOB);
            until(process, () -> night.has("uphold.run"));
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(night.log()).isTrue();
            assertThat(process.exitValue()).as(night.log()).isEqualTo(143);
            assertThat(night.ask("select state || ' ' || exit_code from uphold.run"))
                    .containsExactly("STOPPED 143");
            assertThat(night.command(
                            "retry", night.ask("select id from uphold.run").get(0)))
                    .as(night.said())
                    .isEqualTo(code);
            night.isWhole(undisturbed);
        }
    }

    @Test
    void of_two_runs_at_once_one_is_told_to_try_again_and_the_other_is_whole() throws Exception {
        try (Night night = new Night(folder.resolve("crowded"), inbox)) {
            // Opens the store, so that its tables are there.
            assertThat(night.command("runs")).isZero();
            CompletableFuture<Integer> first;
            CompletableFuture<Integer> second;
            try (Connection holder = night.database.connect();
                    Statement statement = holder.createStatement()) {
                // Whichever run comes first waits here, so that it is under way when the other one comes.
                holder.setAutoCommit(false);
                statement.execute("lock table uphold.item in share mode");
                first = CompletableFuture.supplyAsync(night::run);
                second = CompletableFuture.supplyAsync(night::run);
                assertThat(CompletableFuture.anyOf(first, second).get(2, TimeUnit.MINUTES))
                        .as(night.said())
                        .isEqualTo(75);
                holder.rollback();
            }
            assertThat(List.of(first.get(), second.get())).as(night.said()).containsExactlyInAnyOrder(75, code);
            assertThat(night.said()).contains("another run of torture for all is under way");
            night.isWhole(undisturbed);
        }
    }

    @Test
    void cut_off_from_the_database_it_says_try_again_and_that_works() throws Exception {
        for (String when : List.of("insert into uphold.item", "insert into uphold.cell")) {
            try (Night night = new Night(folder.resolve("cut " + when.hashCode()), inbox)) {
                CompletableFuture<Integer> run = CompletableFuture.supplyAsync(night::run);
                long cut = 0;
                while (!run.isDone() && cut == 0) {
                    cut = cut(night, when);
                }
                if (run.get() != code) {
                    assertThat(run.get()).as(when + ": " + night.said()).isEqualTo(75);
                    assertThat(night.run()).as(when + ": " + night.said()).isIn(0, 4);
                }
                night.isWholeAfterFailure(undisturbed);
            }
        }
    }

    @Test
    void where_reports_cannot_be_written_nothing_is_published_until_they_can() throws Exception {
        try (Night night = new Night(folder.resolve("in the way"), inbox)) {
            Files.writeString(night.reports(), "a file where the folder should be");
            assertThat(night.run()).as(night.said()).isEqualTo(74);
            assertThat(night.said()).contains("Nothing was published");
            Files.delete(night.reports());
            assertThat(night.run()).as(night.said()).isIn(0, 4);
            night.isWholeAfterFailure(undisturbed);
        }
    }

    @Test
    void a_package_whose_run_could_not_say_so_is_found_and_not_published_twice() throws Exception {
        try (Night night = new Night(folder.resolve("found"), inbox)) {
            assertThat(night.run()).isEqualTo(code);
            try (Connection connection = night.database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("update uphold.run set state = 'STARTED', vintage = null, package = null,"
                        + " exit_code = null, finished_at = null, message = null");
            }
            Files.delete(night.reports().resolve(Night.JOB).resolve("latest"));
            Files.createDirectories(night.shelf().resolve(".writing-1/package"));
            Files.writeString(night.shelf().resolve("v2.rejects.csv"), "of a package that never appeared");
            assertThat(night.run()).as(night.said()).isIn(0, 4);
            night.isWhole(undisturbed);
        }
    }

    @Test
    void a_run_whose_steps_had_ended_but_not_its_line_is_taken_up() throws Exception {
        try (Night night = new Night(folder.resolve("line"), inbox)) {
            assertThat(night.run()).isEqualTo(code);
            try (Connection connection = night.database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("update uphold.run set state = 'STARTED', vintage = null, package = null,"
                        + " store_state = null, exit_code = null, finished_at = null, message = null");
            }
            // Nor is there a package to be found.
            Folders.delete(night.reports());
            assertThat(night.run()).as(night.said()).isEqualTo(code);
            night.isWhole(undisturbed);
        }
    }

    private static long cut(Night night, String during) {
        try (Connection connection = night.database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() and exists ("
                        + " select from pg_stat_activity where datname = current_database() and application_name = 'uphold'"
                        + " and pid <> pg_backend_pid() and query like '" + during + "%')")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Process process, Condition condition) throws InterruptedException {
        while (process.isAlive() && !condition.holds()) {
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
    }
}
