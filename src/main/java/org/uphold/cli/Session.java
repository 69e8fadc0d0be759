package org.uphold.cli;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.uphold.aggregate.Dimension;
import org.uphold.cli.Main.Environment;
import org.uphold.csv.Dialects;
import org.uphold.determination.DateRange;
import org.uphold.job.JobRunner;
import org.uphold.job.OpenStore;
import org.uphold.job.RunRequest;
import org.uphold.job.RunResult;
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
        if (options.verbose.length > 0) {
            level("org.uphold", options.verbose.length > 1 ? Level.TRACE : Level.DEBUG);
        }
    }

    private static void level(String logger, Level level) {
        if (LoggerFactory.getLogger(logger) instanceof ch.qos.logback.classic.Logger found) {
            found.setLevel(level);
        }
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

    Settings settings(Flags flags, @Nullable JobFile job) {
        Settings settings = Settings.resolve(flags, environment.variables(), job, environment.base(), vocabulary());
        settings.warnings().forEach(output::say);
        return settings;
    }

    private static Vocabulary vocabulary() {
        Set<String> dimensions =
                Arrays.stream(Dimension.values()).map(Dimension::code).collect(Collectors.toSet());
        return new Vocabulary(dimensions, Dialects.builtIn().keySet());
    }

    /** The days of a window, as of today in the settings' zone; any day where touched months are to be found out. */
    DateRange resolve(Settings settings) {
        Window window = settings.window().value();
        if (window instanceof Window.Single single) {
            return single.resolve(environment.clock(), settings.zone().value());
        }
        return DateRange.ALL;
    }

    /** Does something with the store open. */
    <T> T withStore(Settings settings, Function<OpenStore, T> work) {
        try (OpenStore store = OpenStore.open(settings.database().value())) {
            return work.apply(store);
        }
    }

    /** Carries out a run, stopping at a safe point when the process is told to end. */
    RunResult run(Settings settings, RunRequest request) {
        try (StopOnSignal signal = new StopOnSignal();
                TerminalProgress progress = new TerminalProgress(environment, output)) {
            return withStore(
                    settings,
                    store -> new JobRunner(store, environment.clock(), Version.text())
                            .run(request, signal.stop(), progress));
        }
    }

    Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }
}
