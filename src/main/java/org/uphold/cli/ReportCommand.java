package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.job.AsOfReport;
import org.uphold.job.RunRequest;
import org.uphold.job.RunResult;
import org.uphold.settings.Flags;
import org.uphold.settings.InputLimits;
import org.uphold.settings.JobFile;
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

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "As the store was then (2017-03-01T02:00:00Z), or at a run by its number, as 'runs' lists it.")
    private @Nullable String asOf;

    @Option(names = "--job", paramLabel = "JOB", description = "With --as-of: give this job's package again.")
    private @Nullable String job;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        if (job != null && asOf == null) {
            throw new UsageException("--job goes with --as-of; 'uphold run' publishes a job's package of now");
        }
        JobFile file = job == null ? null : session.jobs().read(job);
        Settings settings = session.settings(new Flags(window.flags(), out, by, basis, disclosure, formats), file);
        RunRequest request = file == null ? request(session, settings) : request(session, settings, file);
        session.output()
                .say("report, window " + request.window().folderName() + " by "
                        + settings.basis().value().code() + " date");
        String time = asOf;
        RunResult result = time == null
                ? session.run(settings, request)
                : session.withStore(
                        settings,
                        store -> new AsOfReport(store, session.environment().clock(), Version.text())
                                .give(request, StoreTimes.of(store, time)));
        new Summary(result).print(session.output());
        return result.exitCode();
    }

    private RunRequest request(Session session, Settings settings) {
        return new RunRequest(
                "ad-hoc",
                session.resolve(settings),
                session.workingFolder(),
                List.of(),
                Map.of(),
                InputLimits.DEFAULT,
                List.<Path>of(),
                Optional.of(settings.publish()),
                settings.out().value(),
                force,
                "{}");
    }

    private static RunRequest request(Session session, Settings settings, JobFile file) {
        return new RunRequest(
                file.name(),
                session.resolve(settings),
                file.folder(),
                List.of(),
                Map.of(),
                InputLimits.DEFAULT,
                file.taxonomy().stream()
                        .map(table -> file.folder().resolve(table))
                        .toList(),
                Optional.of(settings.publish()),
                settings.out().value(),
                false,
                "{}");
    }
}
