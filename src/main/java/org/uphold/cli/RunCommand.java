package org.uphold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.uphold.determination.DateRange;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The main job: ingest what is new, aggregate, publish. */
@Command(name = "run", description = "Ingest what is new, aggregate, publish: the main job.")
@SuppressWarnings("NullAway.Init")
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private WindowOptions window;

    @Mixin
    private RunOptions run;

    @Mixin
    private JobOptions job;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Session session = new Session(parent.environment(), options);
        JobFile file = job.file(session);
        Settings settings = job.settings(session, file, window.flags());
        DateRange days = session.resolve(settings);
        RunRequest request = RunRequests.of(file, settings, days, job.started(session, spec, false));
        String what = RunRequests.describe(request, settings);
        if (job.dryRun) {
            session.output().say(what);
            return new DryRun(session).print(settings, request);
        }
        String launcher = System.getProperty(BothCompilers.LAUNCHER);
        if (launcher != null && BothCompilers.pay(request)) {
            return BothCompilers.run(
                    Path.of(launcher),
                    spec.root().commandLine().getParseResult().originalArgs());
        }
        return session.conclude(session.run(settings, request, run, what));
    }
}
