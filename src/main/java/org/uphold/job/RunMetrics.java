package org.uphold.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.RunResult;
import org.uphold.rates.PublishedTable;
import org.uphold.store.LoadCounts;

/**
 * Figures of the last run of each job for Prometheus: how it went, never what a case says. The uphold rate is the one that the
 * package shows, so a suppressed one is no figure here either.
 */
public final class RunMetrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    /**
     * Takes the figures of a run.
     *
     * @param job its job
     * @param result how it ended
     * @param endedAt when it did
     * @param lastSuccess when a run of the job last ended with a package or up to date, or null where none ever did
     */
    public void ran(String job, RunResult result, Instant endedAt, @Nullable Instant lastSuccess) {
        LoadCounts counts = result.counts();
        String last = "uphold.last.run.";
        set(last + "read", "Readings of the last run", job, counts.read());
        set(last + "accepted", "Readings of the last run that were new or changed", job, counts.accepted());
        set(last + "rejected", "Readings of the last run that gave no determination", job, counts.rejected());
        set(last + "unchanged", "Readings of the last run that the store had already", job, counts.unchanged());
        Duration ingest = result.steps().getOrDefault("ingest", Duration.ZERO);
        set(
                last + "items.per.second",
                "New items of the last run by the seconds that its ingest took",
                job,
                ingest.isZero() ? 0 : (double) counts.items() / seconds(ingest));
        result.steps()
                .forEach((step, time) -> set(
                        last + "step.seconds",
                        "How long each step of the last run took",
                        job,
                        seconds(time),
                        "step",
                        step));
        set(last + "exit.code", "Exit code of the last run", job, result.exitCode());
        set(last + "timestamp.seconds", "When the last run ended, as Unix time", job, endedAt.getEpochSecond());
        if (lastSuccess != null) {
            set(
                    "uphold.last.success.timestamp.seconds",
                    "When a run last published or found all up to date, as Unix time",
                    job,
                    lastSuccess.getEpochSecond());
        }
        if (!result.tables().isEmpty()) {
            set(
                    last + "uphold.rate",
                    "Uphold rate of the last package, a fraction from 0 to 1; NaN where it shows none",
                    job,
                    upholdRate(result).orElse(Double.NaN));
        }
    }

    /** All of them in Prometheus' text form. */
    public String text() {
        return registry.scrape();
    }

    /** Writes them to a file that appears whole or not at all. */
    public void writeTo(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        // The collector that reads such folders takes what ends with .prom only.
        Path part = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.writeString(part, text(), StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void set(String name, String help, String job, long value) {
        set(name, help, job, (double) value);
    }

    private void set(String name, String help, String job, double value, String... tags) {
        Tags all = Tags.of(Tag.of("job", job)).and(tags);
        values.computeIfAbsent(name + all, key -> {
                    AtomicReference<Double> held = new AtomicReference<>(value);
                    Gauge.builder(name, held, AtomicReference::get)
                            .description(help)
                            .tags(all)
                            .register(registry);
                    return held;
                })
                .set(value);
    }

    private static double seconds(Duration time) {
        return (double) time.toMillis() / 1000;
    }

    private static Optional<Double> upholdRate(RunResult result) {
        for (PublishedTable table : result.tables()) {
            int column = table.indexOf("uphold_rate");
            if (table.name().equals("summary") && column >= 0 && table.rows().size() == 1) {
                Object rate = table.rows().get(0).get(column);
                return rate instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
