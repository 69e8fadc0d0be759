package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.WindowFlags;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which job a command is about, and what it is to do with its packages. */
@SuppressWarnings("NullAway.Init")
final class JobOptions {

    static final String EXACT = "--exact";

    @Parameters(paramLabel = "JOB", description = "A file in jobs/ without its ending, or a path to one.")
    private String job;

    @Option(names = "--force", description = "Publish a new vintage though nothing changed.")
    boolean force;

    @Option(names = "--dry-run", description = "Print the plan and change nothing.")
    boolean dryRun;

    @Option(names = JobOptions.EXACT, description = "Exact (Clopper-Pearson) intervals too, in columns of their own.")
    boolean exact;

    @Option(names = "--out", paramLabel = "DIR", description = "Where packages go.")
    private @Nullable Path out;

    JobFile file(Session session) {
        return session.jobs().read(job);
    }

    Settings settings(Session session, JobFile file, WindowFlags window) {
        return session.settings(new Flags(window, out, List.of(), null, exact, null, List.of()), file);
    }

    /** How the run is started, for the log book. */
    Started started(Session session, CommandSpec command, boolean fromStore) {
        return new Started(
                command.commandLine().getParseResult().originalArgs(),
                session.jobs().nameOf(job),
                out == null ? null : out.toAbsolutePath(),
                force,
                fromStore);
    }
}
