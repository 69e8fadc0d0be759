package org.uphold.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that carry out runs. */
final class RunOptions {

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "Wait so long (90s, 10m, 2h) for another run of the same job and window to end; not at all unless said.")
    Duration wait = Duration.ZERO;

    @Option(
            names = "--metrics-file",
            paramLabel = "FILE",
            description = "Write metrics for Prometheus there at the end; UPHOLD_METRICS_FILE unless said.")
    @Nullable
    Path metricsFile;
}
