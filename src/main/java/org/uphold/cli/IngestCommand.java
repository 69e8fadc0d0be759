package org.uphold.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.uphold.csv.Dialects;
import org.uphold.determination.DateRange;
import org.uphold.determination.Edition;
import org.uphold.job.control.RunInputs;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.Flags;
import org.uphold.settings.InputKind;
import org.uphold.settings.InputLimits;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.SourceSpec;
import org.uphold.settings.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Loads determinations and publishes nothing. */
@Command(name = "ingest", description = "Load determinations, publish nothing.")
@SuppressWarnings("NullAway.Init")
final class IngestCommand implements Callable<Integer> {

    /** What the log book calls it. */
    static final String JOB = "ingest";

    @ParentCommand
    private Uphold parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "A file, a folder (walked), a glob, - for standard input (CSV); .zip and .gz are read in place.")
    private List<String> paths;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "auto (default), letter, or the name of a dialect that ships: items-csv, dmhc-csv, ny-dfs.")
    private String kind;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            defaultValue = JobFile.DEFAULT_SYSTEM,
            description = "Whose case numbers these are; " + JobFile.DEFAULT_SYSTEM + " unless said.")
    private String system;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "off",
            description = "Wait until files were left alone so long, as 30s; off unless said: what is named is there.")
    private String settle;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Settings settings = session.settings(Flags.NONE, null);
        InputKind read;
        try {
            read = InputKind.parse(kind, () -> Dialects.builtIn().keySet());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--kind: " + e.getMessage());
        }
        if (read.equals(InputKind.TABLE)) {
            throw new UsageException(
                    "--kind table is for a table of a database: describe it in a job file, under sources with table:,"
                            + " and run that");
        }
        Duration wait;
        try {
            wait = SourceSpec.settle(settle);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--settle: " + e.getMessage());
        }
        SourceSpec source;
        try {
            source = new SourceSpec(
                    paths, read, system, null, SourceSpec.LetterOptions.DEFAULT, null, Edition.PART, wait, null);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--system: " + e.getMessage());
        }
        RunRequest request = new RunRequest(
                JOB,
                DateRange.ALL,
                false,
                new RunInputs(session.workingFolder(), List.of(source), Map.of(), InputLimits.DEFAULT),
                List.of(),
                Optional.empty(),
                settings.out().value(),
                false,
                Window.Touched.DEFAULT_LOOK_BACK,
                settings.zone().value(),
                Started.by(spec.commandLine().getParseResult().originalArgs()).json());
        return session.conclude(session.run(settings, request, new RunOptions(), ""));
    }
}
