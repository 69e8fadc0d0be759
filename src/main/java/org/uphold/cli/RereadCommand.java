package org.uphold.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.job.control.ExitCodes;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads again, now, what runs would read again in the background. */
@Command(
        name = "reread",
        description = {
            "Read again what this version may read better, and publish nothing.",
            "Without PATH: all that the jobs in jobs/ read, as far as an earlier reader read it."
        })
@SuppressWarnings("NullAway.Init")
final class RereadCommand implements Callable<Integer> {

    /** What the log book calls it. */
    static final String JOB = "reread";

    @ParentCommand
    private Uphold parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files or folders to read again whatever read them; as the job that reads them says, or as ingest does.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Settings settings = session.settings(Flags.NONE, null);
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UsageException("No such file or folder: " + path);
            }
        }
        int code = ExitCodes.DONE;
        for (Block block : paths.isEmpty() ? ofJobs(session) : ofPaths(session)) {
            RunRequest request = new RunRequest(
                    JOB,
                    DateRange.ALL,
                    false,
                    block.inputs(),
                    List.of(),
                    Optional.empty(),
                    settings.out().value(),
                    false,
                    Window.Touched.DEFAULT_LOOK_BACK,
                    settings.zone().value(),
                    Started.by(spec.commandLine().getParseResult().originalArgs())
                            .json());
            code = ExitCodes.worst(
                    code, session.conclude(session.run(settings, request, new RunOptions(), ""), block.job()));
        }
        return code;
    }

    /**
     * What is read again together.
     *
     * @param job whose it is, or null where no job reads it
     */
    private record Block(@Nullable String job, RunInputs inputs) {}

    private static List<Block> ofJobs(Session session) {
        List<Block> all = new ArrayList<>();
        for (JobFile job : session.allJobs()) {
            List<SourceSpec> files = job.sources().stream()
                    .filter(source -> source.table() == null)
                    .toList();
            if (!files.isEmpty()) {
                all.add(new Block(
                        job.name(),
                        new RunInputs(job.folder(), files, job.dialects(), job.limits(), RunInputs.BEHIND)));
            }
        }
        return all;
    }

    /** Each path as the first job that reads it says. */
    private List<Block> ofPaths(Session session) {
        List<Block> all = new ArrayList<>();
        List<Path> left = new ArrayList<>(
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList());
        for (JobFile job : session.allJobs()) {
            List<SourceSpec> sources = new ArrayList<>();
            for (SourceSpec source : job.sources()) {
                List<Path> covered =
                        left.stream().filter(path -> covers(source, path)).toList();
                left.removeAll(covered);
                if (!covered.isEmpty()) {
                    sources.add(source.of(covered.stream().map(Path::toString).toList()));
                }
            }
            if (!sources.isEmpty()) {
                all.add(new Block(
                        job.name(), new RunInputs(job.folder(), sources, job.dialects(), job.limits(), RunInputs.ALL)));
            }
        }
        if (!left.isEmpty()) {
            SourceSpec source = new SourceSpec(
                    left.stream().map(Path::toString).toList(),
                    InputKind.AUTO,
                    JobFile.DEFAULT_SYSTEM,
                    null,
                    SourceSpec.LetterOptions.DEFAULT,
                    null);
            all.add(new Block(
                    null,
                    new RunInputs(
                            session.workingFolder(), List.of(source), Map.of(), InputLimits.DEFAULT, RunInputs.ALL)));
        }
        return all;
    }

    /** Whether a path of the source is it, or a folder around it; of a glob the part before its first special character. */
    private static boolean covers(SourceSpec source, Path path) {
        return source.paths().stream()
                .filter(given -> !given.equals("-"))
                .map(given -> given.replaceFirst("[*?\\[{].*", ""))
                .anyMatch(
                        given -> path.startsWith(Path.of(given).toAbsolutePath().normalize()));
    }
}
