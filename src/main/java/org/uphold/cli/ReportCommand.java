package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.job.AsOfReport;
import org.uphold.job.control.RunInputs;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A package on demand, from what the store holds. */
@Command(name = "report", description = "Publish a package on demand, from the store; under the job name ad-hoc.")
@SuppressWarnings("NullAway.Init")
final class ReportCommand implements Callable<Integer> {

    /** What the log book calls it, and the folder of its packages. */
    static final String JOB = "ad-hoc";

    @ParentCommand
    private Uphold parent;

    @Spec
    private CommandSpec spec;

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

    @Option(names = JobOptions.EXACT, description = "Exact (Clopper-Pearson) intervals too, in columns of their own.")
    private boolean exact;

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
        Settings settings =
                session.settings(new Flags(window.flags(), out, by, basis, exact, disclosure, formats), file);
        Started started = Started.by(spec.commandLine().getParseResult().originalArgs());
        RunRequest request = file == null
                ? request(session, settings, started)
                : RunRequests.of(file, settings, session.resolve(settings), false, started)
                        .fromStore();
        String what = "report, window " + request.window().folderName() + " by "
                + settings.basis().value().code() + " date";
        String time = asOf;
        if (time == null) {
            return session.conclude(session.run(settings, request, new RunOptions(), what));
        }
        session.output().say(what);
        return session.conclude(session.withStore(
                settings,
                store -> new AsOfReport(store, session.environment().clock(), Version.text())
                        .give(request, StoreTimes.of(store, time))));
    }

    private RunRequest request(Session session, Settings settings, Started started) {
        return new RunRequest(
                JOB,
                session.resolve(settings),
                false,
                RunInputs.NONE,
                List.of(),
                Optional.of(settings.publish()),
                settings.out().value(),
                force,
                Window.Touched.DEFAULT_LOOK_BACK,
                settings.zone().value(),
                started.json());
    }
}
