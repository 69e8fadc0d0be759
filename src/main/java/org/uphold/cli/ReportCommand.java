package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.job.RunRequest;
import org.uphold.job.RunResult;
import org.uphold.settings.Flags;
import org.uphold.settings.InputLimits;
import org.uphold.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A package on demand, from what the store holds. */
@Command(name = "report", description = "Publish a package on demand, from the store; under the job name ad-hoc.")
@SuppressWarnings("NullAway.Init")
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Mixin
    private WindowOptions window;

    @Option(
            names = "--by",
            paramLabel = "LIST",
            description =
                    "Dimensions joined by commas and crossed with *: service_category,service_category*specialty.")
    private List<String> by = List.of();

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "decision (default), received, assigned, ur_decision.")
    private @Nullable String basis;

    @Option(names = "--disclosure", paramLabel = "PROFILE", description = "none (default), cms11, calhhs.")
    private @Nullable String disclosure;

    @Option(names = "--format", paramLabel = "LIST", description = "csv, sql, html, xlsx, parquet.")
    private List<String> formats = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where packages go.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Publish a new vintage though nothing changed.")
    private boolean force;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Settings settings = session.settings(new Flags(window.flags(), out, by, basis, disclosure, formats), null);
        DateRange days = session.resolve(settings);
        session.output()
                .say("report, window " + days.folderName() + " by "
                        + settings.basis().value().code() + " date");
        RunResult result = session.run(
                settings,
                new RunRequest(
                        "ad-hoc",
                        days,
                        session.workingFolder(),
                        List.of(),
                        Map.of(),
                        InputLimits.DEFAULT,
                        List.<Path>of(),
                        Optional.of(settings.publish()),
                        settings.out().value(),
                        force,
                        "{}"));
        new Summary(result).print(session.output());
        return result.exitCode();
    }
}
