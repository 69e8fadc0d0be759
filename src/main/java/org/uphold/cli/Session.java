package org.uphold.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.uphold.cli.Main.Environment;
import org.uphold.csv.Dialect;
import org.uphold.csv.Dialects;
import org.uphold.determination.DateRange;
import org.uphold.job.JobRunner;
import org.uphold.job.RunMetrics;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.rates.Dimension;
import org.uphold.report.Format;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.JobFiles;
import org.uphold.settings.Settings;
import org.uphold.settings.Vocabulary;
import org.uphold.settings.Window;

/** What commands share: the job files, the resolved settings, and the store while it is open. */
final class Session {

    private final Environment environment;
    private final Output output;

    Session(Environment environment, CommonOptions options) {
        this.environment = environment;
        this.output = new Output(environment, options);
        Logs.configure(options, Logs.format(options, environment.variables()));
    }

    Output output() {
        return output;
    }

    Environment environment() {
        return environment;
    }

    JobFiles jobs() {
        return new JobFiles(environment.base().resolve("jobs"), vocabulary());
    }

    /** Every job file there is. */
    List<JobFile> allJobs() {
        JobFiles files = jobs();
        return files.list().stream().map(path -> files.read(path.toString())).toList();
    }

    Settings settings(Flags flags, @Nullable JobFile job) {
        Settings settings = Settings.resolve(flags, environment.variables(), job, environment.base(), vocabulary());
        settings.warnings().forEach(output::say);
        return settings;
    }

    private static Vocabulary vocabulary() {
        Set<String> dimensions =
                Arrays.stream(Dimension.values()).map(Dimension::code).collect(Collectors.toSet());
        List<Format> formats = List.of(Format.values());
        return new Vocabulary(
                dimensions,
                formats.stream().map(Format::code).toList(),
                formats.stream().filter(Format::isUsual).map(Format::code).collect(Collectors.toSet()),
                () -> Dialects.builtIn().keySet(),
                Dialect::parse);
    }

    /** The days of a window, as of today in the settings' zone; any day where touched months are to be found out. */
    DateRange resolve(Settings settings) {
        return resolve(settings, environment.clock());
    }

    /** The days of a window, as of the clock's day in the settings' zone. */
    DateRange resolve(Settings settings, Clock clock) {
        Window window = settings.window().value();
        if (window instanceof Window.Single single) {
            return single.resolve(clock, settings.zone().value());
        }
        return DateRange.ALL;
    }

    /** Does something with the store open. A signal waits until it is closed again, so that no server is left behind. */
    <T> T withStore(Settings settings, Function<OpenStore, T> work) {
        return withStore(settings, (store, stop) -> work.apply(store));
    }

    /** The same for work that listens to a signal. */
    <T> T withStore(Settings settings, BiFunction<OpenStore, StopSignal, T> work) {
        // The store is closed before the signal is told that all is done: the other way round the process may end
        // between.
        try (StopOnSignal signal = new StopOnSignal();
                OpenStore store = OpenStore.open(settings.database().value())) {
            return work.apply(store, signal.stop());
        }
    }

    /**
     * Carries out a run, stopping at a safe point when the process is told to end.
     *
     * @param options what the command line says about waiting and metrics
     * @param what is run, for people; empty where that need not be said
     */
    RunResult run(Settings settings, RunRequest request, RunOptions options, String what) {
        try (StopOnSignal signal = new StopOnSignal();
                TerminalProgress progress = new TerminalProgress(environment, output, what)) {
            return withStore(settings, store -> {
                RunResult result = new JobRunner(store, environment.clock(), Version.text())
                        .run(request, options.wait, signal.stop(), progress);
                MetricsFile.of(options, settings)
                        .ifPresent(
                                file -> file.ran(new RunMetrics(), store, request.job(), result, environment.clock()));
                return result;
            });
        }
    }

    /** Says what came of a run; answers the exit code. */
    int conclude(RunResult result) {
        return conclude(result, Map.of());
    }

    /**
     * The same of one of several runs.
     *
     * @param job whose sources were read, or null where they are no job's
     */
    int conclude(RunResult result, @Nullable String job) {
        output.say(job == null ? "paths that no job reads:" : "job " + job + ":");
        return conclude(result, job == null ? Map.of() : Map.of("job", job));
    }

    private int conclude(RunResult result, Map<String, Object> first) {
        try (MDC.MDCCloseable id = result.run() == 0 ? null : MDC.putCloseable("run", Long.toString(result.run()))) {
            new Summary(result).print(output, first);
        }
        return result.exitCode();
    }

    Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }
}
