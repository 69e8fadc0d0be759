package org.uphold.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.uphold.job.AsOfReport;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.WindowFlags;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes up a run that failed or was stopped: its job, window, output folder and all, as they were resolved then. */
@Command(name = "retry", description = "Take up a run that failed or was stopped, with the window it was started with.")
@SuppressWarnings("NullAway.Init")
final class RetryCommand implements Callable<Integer> {

    /** What the log book calls runs that are of no job. */
    private static final Set<String> SINGLE = Set.of(IngestCommand.JOB, ReportCommand.JOB, AsOfReport.SHELF);

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Mixin
    private RunOptions runOptions;

    @Parameters(paramLabel = "RUN", description = "Number of the run, as 'runs' lists it.")
    private long run;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        LoggedRun old = session.withStore(
                session.settings(Flags.NONE, null),
                store -> new Runs(store.store())
                        .find(run)
                        .orElseThrow(() -> new UsageException("no run " + run + "; 'uphold runs' lists them")));
        if (old.state() == RunState.COMPLETED || old.state() == RunState.UP_TO_DATE) {
            throw new UsageException(
                    "run " + run + " ended well; 'uphold run " + old.job() + " --force' publishes again");
        }
        Started started = Started.of(old.parameters());
        if (SINGLE.contains(old.job())) {
            throw new UsageException("run " + run + " was a single command; give that command again"
                    + (started.words().isEmpty() ? "" : ": " + started.commandLine()));
        }
        String job = started.job();
        JobFile file = session.jobs().read(job == null ? old.job() : job);
        Settings settings = session.settings(
                new Flags(WindowFlags.NONE, started.out(), List.of(), null, started.exact(), null, List.of()), file);
        RunRequest request = RunRequests.of(file, settings, old.window(), old.touched(), started);
        return session.conclude(session.run(
                settings, request, runOptions, "again run " + run + ": " + RunRequests.describe(request, settings)));
    }
}
