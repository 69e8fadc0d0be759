package org.uphold.job.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.DayRules;
import org.uphold.job.control.RunInputs;
import org.uphold.letter.LetterOptions;
import org.uphold.letter.LetterReader;
import org.uphold.settings.InputLimits;
import org.uphold.settings.JobFile;
import org.uphold.settings.SourceSpec;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.SourceFile;

/** How each source of a run is read. */
public final class InputFormats {

    private final RunInputs inputs;
    private final ZoneId zone;
    private final LocalDate today;
    private final String codeVersion;

    /**
     * The formats of a run.
     *
     * @param inputs its sources
     * @param zone the job's: days of sources that name none are cut in it
     * @param today the day of the run in that zone
     * @param codeVersion of the program
     */
    public InputFormats(RunInputs inputs, ZoneId zone, LocalDate today, String codeVersion) {
        this.inputs = inputs;
        this.zone = zone;
        this.today = today;
        this.codeVersion = codeVersion;
    }

    public InputFormat of(SourceSpec source) {
        Limits limits = limits(inputs.limits());
        SourceSpec.LetterOptions letters = source.letters();
        return new InputFormat(
                source,
                new LetterReader(
                        limits,
                        new LetterOptions(
                                letters.dateInName(),
                                letters.metaFiles() ? InputFormats::sideFile : LetterOptions.DEFAULT.sideFile(),
                                today.plusDays(1))),
                limits,
                inputs.dialects(),
                days(source),
                codeVersion);
    }

    /** No independent medical review was decided in California's workers' compensation before its law. */
    private DayRules days(SourceSpec source) {
        ZoneId own = source.zone();
        return new DayRules(
                own == null ? zone : own,
                source.system().equals(JobFile.DEFAULT_SYSTEM) ? DayRules.CALIFORNIA : DayRules.FIRST_REVIEWS,
                today);
    }

    /** {@code <letter>.meta.csv} beside a letter on disk. */
    private static @Nullable SourceFile sideFile(SourceFile letter) {
        Path path = letter.path();
        if (path == null) {
            return null;
        }
        Path side = path.resolveSibling(path.getFileName() + ".meta.csv");
        return Files.isRegularFile(side) ? Inputs.file(side) : null;
    }

    /** Its paths; relative ones start at the job's folder. */
    public List<String> paths(SourceSpec source) {
        return source.paths().stream()
                .map(path -> path.equals("-") || Path.of(path).isAbsolute()
                        ? path
                        : inputs.folder().resolve(path).toString())
                .toList();
    }

    /** The bounds on inputs: the job's where it sets them. */
    public static Limits limits(InputLimits job) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                Optional.ofNullable(job.letterBytes()).orElse(usual.letterBytes()),
                Optional.ofNullable(job.pages()).orElse(usual.pages()),
                Optional.ofNullable(job.characters()).orElse(usual.characters()),
                Optional.ofNullable(job.time()).orElse(usual.time()),
                Optional.ofNullable(job.archiveMembers()).orElse(usual.archiveMembers()),
                Optional.ofNullable(job.archiveBytes()).orElse(usual.archiveBytes()),
                Optional.ofNullable(job.archiveRatio()).orElse(usual.archiveRatio()));
    }
}
