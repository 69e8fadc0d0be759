package org.uphold.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.uphold.classification.Taxonomy;
import org.uphold.report.OutputException;
import org.uphold.report.ReportsIndex;
import org.uphold.settings.PublishSettings;
import org.uphold.source.Sha256;
import org.uphold.store.LoadCounts;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.Store;
import org.uphold.store.StoreException;

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

    public JobRunner(OpenStore open, Clock clock, String codeVersion) {
        this.open = open;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /** Says that a run will follow: what can be made ready before the store is open is, on another thread. */
    public static void prepare() {
        BatchContext.prepare();
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
            return RunResult.failed(0, ExitCodes.TRY_AGAIN, message(e));
        } catch (StopSignal.StoppedException e) {
            return RunResult.failed(0, ExitCodes.TERMINATED, "stopped before it began");
        } catch (RuntimeException e) {
            // Where the database went away, the run's line cannot be closed either; the next run takes it up.
            Throwable cause = root(e);
            if (exitCode(cause) == ExitCodes.INTERNAL_ERROR) {
                throw e;
            }
            return RunResult.failed(0, exitCode(cause), message(cause));
        }
    }

    private RunResult locked(RunRequest request, RunLock lock, StopSignal stop, Progress progress) {
        Runs runs = new Runs(open.store());
        Taxonomy taxonomy = Taxonomy.load(request.taxonomy());
        RunVersions versions = new RunVersions(
                codeVersion,
                taxonomy.version(),
                request.publish().map(PublishSettings::hash).orElse(Sha256.NOTHING));
        FoundPackages.writeDown(request, runs);
        long run = begin(runs, request, versions, null);
        try (MDC.MDCCloseable id = MDC.putCloseable("run", Long.toString(run))) {
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
        Runs runs = new Runs(store);
        @Nullable
        MonthsPublisher months = request.publish()
                .filter(settings -> request.touched())
                .map(settings -> new MonthsPublisher(open, request, settings, versions, clock, stop))
                .orElse(null);
        @Nullable
        Publisher publisher = request.publish()
                .filter(settings -> !request.touched())
                .map(settings -> new Publisher(run, clock.instant(), request, settings, versions, store, runs, clock))
                .orElse(null);
        RunSteps steps = new RunSteps(run, request, store, runs, taxonomy, publisher, months, lock, stop, progress);
        LOG.info(
                "run {} of {} for {} started",
                run,
                request.job(),
                request.window().folderName());
        RunResult result;
        try (BatchContext context = BatchContext.take(store.dataSource(), steps)) {
            JobExecution execution = launch(context, run);
            result = result(run, request, steps, execution);
        } catch (JobExecutionException e) {
            result = RunResult.failed(run, ExitCodes.INTERNAL_ERROR, message(e));
        }
        runs.finish(run, state(result, steps), result.exitCode(), result.message());
        LOG.info("run {} ended with exit code {}: {}", run, result.exitCode(), result.message());
        if (result.hasPackage()) {
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
            LOG.warn("the index of reports cannot be written: {}", message(e));
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
            LOG.warn("old batch metadata cannot be pruned: {}", message(e));
        }
    }

    /** Takes up the unfinished run of the job and window, if it was started under the same versions; else opens a line. */
    static long begin(Runs runs, RunRequest request, RunVersions versions, @Nullable Long parent) {
        Optional<LoggedRun> unfinished = runs.unfinished(request.job(), request.window(), request.touched());
        if (unfinished.isPresent()) {
            LoggedRun old = unfinished.get();
            if (old.versions().equals(versions)) {
                runs.resume(old.id());
                if (parent != null) {
                    runs.adopt(old.id(), parent);
                }
                return old.id();
            }
            runs.finish(
                    old.id(),
                    RunState.ABANDONED,
                    ExitCodes.INTERNAL_ERROR,
                    "its process died; a later run took its place");
        }
        return runs.start(
                request.job(),
                request.window(),
                request.publish().map(PublishSettings::basis).orElse(org.uphold.determination.Basis.DECISION),
                versions,
                request.parameters(),
                request.touched(),
                parent);
    }

    private static JobExecution launch(BatchContext context, long run) throws JobExecutionException {
        JobOperator operator = context.get(JobOperator.class);
        JobRepository repository = context.get(JobRepository.class);
        Job job = context.get(Job.class);
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance != null) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            if (executions.isEmpty() || blocks(executions.get(0))) {
                repository.deleteJobInstance(instance);
            } else if (executions.get(0).isRunning()) {
                operator.recover(executions.get(0));
            }
        }
        return operator.start(job, parameters);
    }

    /**
     * Whether every start after this execution would be refused: killed when the steps were done but the run's line was not
     * closed, or cut off from the database while it wrote down how a step ended. (Killed between the two inserts of a first
     * launch leaves an instance without an execution, which blocks too.) Steps may always be run again.
     */
    private static boolean blocks(JobExecution execution) {
        return execution.getStatus() == BatchStatus.COMPLETED
                || execution.getStatus() == BatchStatus.ABANDONED
                || execution.getStatus() == BatchStatus.UNKNOWN
                || execution.getStepExecutions().stream().anyMatch(step -> step.getStatus() == BatchStatus.UNKNOWN);
    }

    private RunResult result(long run, RunRequest request, RunSteps steps, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED && request.touched()) {
            return months(run, steps, durations(execution));
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            LoadCounts counts = steps.counts();
            boolean warns = !steps.upToDate()
                    && request.publish()
                            .map(settings -> new GateKeeper(settings.gates()).warns(counts))
                            .orElse(counts.rejected() > 0);
            String message = steps.upToDate() ? "up to date" : warns ? rejects(counts) : "done";
            return new RunResult(
                    run,
                    warns ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE,
                    message,
                    counts,
                    steps.packageFolder(),
                    steps.tables(),
                    steps.months(),
                    durations(execution));
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        Throwable failure = failures.isEmpty() ? null : root(failures.get(0));
        int exitCode = exitCode(failure);
        if (exitCode == ExitCodes.INTERNAL_ERROR) {
            LOG.debug("run {} failed", run, failure);
        }
        return new RunResult(
                run,
                exitCode,
                failure == null ? "failed" : message(failure),
                steps.counts(),
                Optional.<Path>empty(),
                List.of(),
                List.of(),
                durations(execution));
    }

    private static Map<String, Duration> durations(JobExecution execution) {
        Map<String, Duration> durations = new LinkedHashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            LocalDateTime start = step.getStartTime();
            LocalDateTime end = step.getEndTime();
            if (start != null && end != null) {
                durations.put(step.getStepName(), Duration.between(start, end));
            }
        }
        return durations;
    }

    private static RunResult months(long run, RunSteps steps, Map<String, Duration> durations) {
        List<WindowResult> windows = steps.windows();
        List<WindowResult> failed = windows.stream()
                .filter(window -> window.packageFolder().isEmpty())
                .toList();
        long current = windows.stream().filter(WindowResult::isUpToDate).count();
        long published = windows.size() - failed.size() - current;
        String message = steps.upToDate()
                ? "up to date"
                : "months published: " + published + ", up to date: " + current
                        + (failed.isEmpty() ? "" : ", not published: " + failed.size());
        if (windows.stream().anyMatch(window -> window.exitCode() == ExitCodes.PUBLISHED_WITH_REJECTS)) {
            message += "; " + rejects(steps.counts());
        }
        if (!failed.isEmpty()) {
            message += "; " + failed.get(0).window().folderName() + ": "
                    + failed.get(0).message();
        }
        return new RunResult(
                run,
                windows.stream().mapToInt(WindowResult::exitCode).reduce(ExitCodes.DONE, ExitCodes::worst),
                message,
                steps.counts(),
                Optional.empty(),
                List.of(),
                steps.months(),
                durations,
                windows,
                steps.withoutMonth());
    }

    static String rejects(LoadCounts counts) {
        return counts.rejected() + " rejected, see the rejects file";
    }

    static int exitCode(@Nullable Throwable failure) {
        if (failure instanceof RunException expected) {
            return expected.exitCode();
        }
        if (failure instanceof StopSignal.StoppedException) {
            return ExitCodes.TERMINATED;
        }
        if (failure instanceof OutputException || isDiskFull(failure)) {
            return ExitCodes.CANNOT_WRITE;
        }
        if (failure instanceof StoreException || failure instanceof SQLException) {
            return ExitCodes.TRY_AGAIN;
        }
        return ExitCodes.INTERNAL_ERROR;
    }

    /** Whether the server says that its disk is full. */
    private static boolean isDiskFull(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && "53100".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The exception that says it for people: the outermost of ours, or else the database's, or else the innermost. */
    static Throwable root(Throwable failure) {
        Throwable found = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RunException
                    || t instanceof StopSignal.StoppedException
                    || t instanceof OutputException
                    || t instanceof StoreException) {
                return t;
            }
            if (t instanceof SQLException || t instanceof IOException && !(found instanceof SQLException)) {
                found = t;
            }
        }
        return found;
    }

    private static RunState state(RunResult result, RunSteps steps) {
        return switch (result.exitCode()) {
            case ExitCodes.DONE, ExitCodes.PUBLISHED_WITH_REJECTS ->
                steps.upToDate() ? RunState.UP_TO_DATE : RunState.COMPLETED;
            case ExitCodes.GATE_FAILED, ExitCodes.DISCLOSURE_FAILED -> RunState.REFUSED;
            case ExitCodes.TERMINATED -> RunState.STOPPED;
            default -> RunState.FAILED;
        };
    }

    static String message(Throwable e) {
        String text = e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
