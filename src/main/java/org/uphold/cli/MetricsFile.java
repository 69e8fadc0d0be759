package org.uphold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uphold.job.RunMetrics;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunResult;
import org.uphold.settings.Settings;
import org.uphold.store.Runs;
import org.uphold.store.StoreException;

/** Metrics of runs, in a file where one was asked for. */
final class MetricsFile {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);

    private final @Nullable Path file;

    private MetricsFile(@Nullable Path file) {
        this.file = file;
    }

    /** The flag beats the variable; empty where neither is given. */
    static Optional<MetricsFile> of(RunOptions options, Settings settings) {
        return Optional.ofNullable(options.metricsFile)
                .or(() -> settings.metricsFile().value())
                .map(MetricsFile::new);
    }

    /** Keeps nothing on disk. */
    static MetricsFile none() {
        return new MetricsFile(null);
    }

    /** Takes a run in, and writes the file anew. That it cannot be written changes nothing about how the run ended. */
    void ran(RunMetrics metrics, OpenStore store, String job, RunResult result, Clock clock) {
        Path target = file;
        try {
            metrics.ran(
                    job,
                    result,
                    clock.instant(),
                    new Runs(store.store()).lastSuccess(job).orElse(null));
            if (target != null) {
                metrics.writeTo(target);
            }
        } catch (IOException e) {
            LOG.warn("metrics cannot be written to {}: {}", target, e.toString());
        } catch (StoreException | org.jooq.exception.DataAccessException e) {
            LOG.warn("metrics are not complete: {}", e.getMessage());
        }
    }
}
