package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.job.RunRequest;
import org.uphold.job.RunResult;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "JOB", description = "A file in jobs/ without its ending, or a path to one.")
    private String job;

    @Option(names = "--force", description = "Publish a new vintage though nothing changed.")
    private boolean force;

    @Option(names = "--dry-run", description = "Print the plan and change nothing.")
    private boolean dryRun;

    @Option(names = "--out", paramLabel = "DIR", description = "Where packages go.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        if (!dryRun) {
            session.prepareRun();
        }
        JobFile file = session.jobs().read(job);
        Settings settings = session.settings(new Flags(window.flags(), out, List.of(), null, null, List.of()), file);
        DateRange days = session.resolve(settings);
        session.output()
                .say(file.name() + ", window " + window(settings, days) + " by "
                        + settings.basis().value().code() + " date");
        RunRequest request = RunRequests.of(file, settings, days, force, parameters());
        if (dryRun) {
            return new DryRun(session).print(settings, request);
        }
        RunResult result = session.run(settings, request, run);
        new Summary(result).print(session.output());
        return result.exitCode();
    }

    private static String window(Settings settings, DateRange days) {
        return settings.window().value() instanceof Window.Touched touched
                ? "each touched month (look-back " + touched.text().replace("touched ", "") + ")"
                : days.folderName();
    }

    private String parameters() {
        return Output.mapper()
                .writeValueAsString(spec.commandLine().getParseResult().originalArgs());
    }
}
