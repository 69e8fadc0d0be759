package org.uphold.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.job.JobRunner;
import org.uphold.job.RunMetrics;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.Progress;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.job.schedule.Scheduler;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.SettingsException;
import org.uphold.settings.WindowFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the jobs on their schedules until it is stopped. */
@Command(name = "scheduler", description = "Run the jobs in jobs/ on their schedules until stopped.")
@SuppressWarnings("NullAway.Init")
final class SchedulerCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration USUAL_WAIT = Duration.ofMinutes(10);

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Mixin
    private RunOptions runs;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8088",
            description =
                    "Where /health, /runs/next and /metrics answer, on this machine only; 8088 unless said, 0: any.")
    private int port;

    @Option(names = "--out", paramLabel = "DIR", description = "Where packages go.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        options.logsSteps = true;
        Session session = new Session(parent.environment(), options);
        List<JobFile> jobs = session.allJobs();
        if (jobs.stream().allMatch(job -> job.schedule() == null)) {
            throw new UsageException("no job in jobs/ has a schedule; give one a schedule: with cron: and zone:");
        }
        Settings settings = session.settings(Flags.NONE, null);
        RunMetrics metrics = new RunMetrics();
        MetricsFile file = MetricsFile.of(runs, settings).orElse(MetricsFile.none());
        Clock clock = session.environment().clock();
        try (StopOnSignal signal = new StopOnSignal()) {
            StopSignal stop = signal.stop();
            Scheduler scheduler = new Scheduler(
                    () -> OpenStore.open(settings.database().value()),
                    session::allJobs,
                    (store, job, due) -> {
                        RunResult result = run(session, store, job, due, stop);
                        file.ran(metrics, store, job.name(), result, clock);
                        return result;
                    },
                    then -> stop.await(Duration.between(clock.instant(), then)),
                    clock,
                    stop,
                    LOOK,
                    name());
            try (SchedulerPort answers = SchedulerPort.open(port, scheduler::status, metrics, clock)) {
                session.output()
                        .say("scheduler: " + jobs.size() + " jobs, health at " + answers.address()
                                + "; Ctrl-C or SIGTERM stops it");
                scheduler.run();
            }
        }
        return 0;
    }

    /** As if it were run when it was due: a night that is caught up has the window that it would have had. */
    private RunResult run(Session session, OpenStore store, JobFile job, Instant due, StopSignal stop) {
        try {
            Settings settings =
                    session.settings(new Flags(WindowFlags.NONE, out, List.of(), null, false, null, List.of()), job);
            Clock then = Clock.fixed(due, settings.zone().value());
            Started started = new Started(
                    List.of("scheduler", job.name(), due.toString()),
                    job.name(),
                    out == null ? null : out.toAbsolutePath(),
                    false,
                    false);
            Duration wait = runs.wait.isZero() ? USUAL_WAIT : runs.wait;
            return new JobRunner(store, session.environment().clock(), Version.text())
                    .run(
                            RunRequests.of(job, settings, session.resolve(settings, then), started),
                            wait,
                            stop,
                            Progress.NONE);
        } catch (SettingsException | UsageException e) {
            return RunResult.failed(0, FailureHandler.exitCode(e), String.valueOf(e.getMessage()));
        }
    }

    private static String name() {
        String machine;
        try {
            machine = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            machine = "localhost";
        }
        return ProcessHandle.current().pid() + "@" + machine;
    }
}
