package org.uphold.cli;

import java.util.concurrent.Callable;
import org.uphold.job.RunResult;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes up a run that failed or was stopped, with its frozen window. */
@Command(name = "retry", description = "Take up a run that failed or was stopped, with the window it was started with.")
@SuppressWarnings("NullAway.Init")
final class RetryCommand implements Callable<Integer> {

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
        if (old.job().equals("ingest") || old.job().equals("ad-hoc")) {
            throw new UsageException("run " + run + " was a single command; give that command again");
        }
        JobFile file = session.jobs().read(old.job());
        Settings settings = session.settings(Flags.NONE, file);
        RunResult result = session.run(
                settings,
                RunRequests.of(file, settings, old.window(), old.touched(), false, old.parameters()),
                runOptions);
        new Summary(result).print(session.output());
        return result.exitCode();
    }
}
