package org.uphold.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.dao.DataAccessException;
import org.uphold.classification.Taxonomy;
import org.uphold.job.control.Cancelling;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.Pause;
import org.uphold.job.control.Progress;
import org.uphold.job.control.RunLock;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.job.publishing.FoundPackages;
import org.uphold.job.publishing.Publisher;
import org.uphold.job.reading.Settling;
import org.uphold.report.OutputException;
import org.uphold.report.ReportsIndex;
import org.uphold.settings.PublishSettings;
import org.uphold.source.Sha256;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.Store;

/**
 * Carries out runs, one at a time for a job and window. Every run has a line in the log book; one that was stopped, or whose
 * process died, is taken up where it was by the next of its job and window.
 */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BATCH_HISTORY = Duration.ofDays(90);

    private final OpenStore open;
    private final Clock clock;
    private final String codeVersion;
    private final Pause pause;

    public JobRunner(OpenStore open, Clock clock, String codeVersion) {
        this(open, clock, codeVersion, StopSignal::await);
    }

    /** @param pause how to wait for files that may still be written */
    JobRunner(OpenStore open, Clock clock, String codeVersion, Pause pause) {
        this.open = open;
        this.clock = clock;
        this.codeVersion = codeVersion;
        this.pause = pause;
    }

    /** Says that a run will follow: what can be made ready before the store is open is, on this thread and another. */
    public static void prepare() {
        BatchEngine.prepare();
        OpenStore.prepare();
        Store.prepare();
    }

    /** Runs; what can go wrong is in the result. */
    public RunResult run(RunRequest request, StopSignal stop, Progress progress) {
        return run(request, Duration.ZERO, stop, progress);
    }

    /** Runs, waiting so long for another run of the same job and window to end; what can go wrong is in the result. */
    public RunResult run(RunRequest request, Duration wait, StopSignal stop, Progress progress) {
        try (RunLock lock = RunLock.take(open, request.job(), request.window(), wait, stop)) {
            return locked(request, lock, stop, progress);
        } catch (RunLock.HeldException e) {
            return RunResult.failed(0, ExitCodes.TRY_AGAIN, Failures.message(e));
        } catch (StopSignal.StoppedException e) {
            return RunResult.failed(0, ExitCodes.TERMINATED, "stopped before it began");
        } catch (RuntimeException e) {
            // Where the database went away, the run's line cannot be closed either; the next run takes it up.
            Throwable cause = Failures.root(e, stop);
            if (Failures.exitCode(cause) == ExitCodes.INTERNAL_ERROR) {
                throw e;
            }
            return RunResult.failed(0, Failures.exitCode(cause), Failures.message(cause));
        }
    }

    private RunResult locked(RunRequest request, RunLock lock, StopSignal stop, Progress progress) {
        Taxonomy taxonomy = Taxonomy.load(request.taxonomy());
        RunVersions versions = new RunVersions(
                codeVersion,
                taxonomy.version(),
                request.publish().map(PublishSettings::hash).orElse(Sha256.NOTHING));
        FoundPackages.writeDown(request, open.store());
        LogLines lines = new LogLines(open);
        lines.closeDead(request);
        long run = lines.begin(request, versions, null);
        try (MDC.MDCCloseable id = MDC.putCloseable("run", Long.toString(run))) {
            progress.begun(run);
            return begun(run, request, versions, taxonomy, lock, stop, progress);
        }
    }

    private RunResult begun(
            long run,
            RunRequest request,
            RunVersions versions,
            Taxonomy taxonomy,
            RunLock lock,
            StopSignal stop,
            Progress progress) {
        Store store = open.store();
        @Nullable
        MonthsPublisher months = request.publish()
                .filter(settings -> request.touched())
                .map(settings -> new MonthsPublisher(open, request, settings, versions, clock, stop))
                .orElse(null);
        @Nullable
        Publisher publisher = request.publish()
                .filter(settings -> !request.touched())
                .map(settings -> new Publisher(run, clock.instant(), request, settings, versions, store, clock, stop))
                .orElse(null);
        LocalDate today = LocalDate.now(clock.withZone(request.zone()));
        Settling settling = new Settling(clock, pause, stop, progress);
        RunSteps steps = new RunSteps(
                run, request, store, taxonomy, today, publisher, months, lock, stop, progress, settling, codeVersion);
        RunEnd end = new RunEnd(run, request, steps, stop);
        LOG.info(
                "run {} of {} for {} started",
                run,
                request.job(),
                request.window().folderName());
        RunResult result;
        try (Cancelling cancelling = Cancelling.of(open, stop)) {
            result = end.of(new BatchLaunch(store).start(run, steps));
        } catch (JobExecutionException e) {
            result = RunResult.failed(run, ExitCodes.INTERNAL_ERROR, Failures.message(e));
        }
        new Runs(store).finish(run, end.state(result), result.exitCode(), result.message());
        LOG.info("run {} ended with exit code {}: {}", run, result.exitCode(), result.message());
        if (request.publish().isPresent() && Files.isDirectory(request.out())) {
            index(request.out());
        }
        tidy(store);
        return result;
    }

    private static void index(Path out) {
        try {
            ReportsIndex.rebuild(out);
        } catch (OutputException e) {
            // The package stands; the page that lists it is made anew by the next run.
            LOG.warn("the index of reports cannot be written: {}", Failures.message(e));
        }
    }

    /** Spring Batch remembers for a quarter of a year; the log book, which is ours, for ever. */
    private void tidy(Store store) {
        try {
            int pruned =
                    new BatchHistory(store.dataSource()).prune(clock.instant().minus(BATCH_HISTORY));
            LOG.debug("{} old job instances pruned", pruned);
        } catch (DataAccessException e) {
            // The run is over and its line closed; what is old today is old tomorrow.
            LOG.warn("old batch metadata cannot be pruned: {}", Failures.message(e));
        }
    }
}
