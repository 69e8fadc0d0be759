package org.uphold.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.uphold.classification.Taxonomy;
import org.uphold.report.OutputException;
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

    private final OpenStore open;
    private final Clock clock;
    private final String codeVersion;

    public JobRunner(OpenStore open, Clock clock, String codeVersion) {
        this.open = open;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /** Runs; what can go wrong is in the result. */
    public RunResult run(RunRequest request, StopSignal stop, Progress progress) {
        try (RunLock lock = RunLock.take(open, request.job(), request.window())) {
            return locked(request, stop, progress);
        } catch (RunLock.HeldException e) {
            return failed(0, ExitCodes.TRY_AGAIN, message(e));
        }
    }

    private RunResult locked(RunRequest request, StopSignal stop, Progress progress) {
        Store store = open.store();
        Runs runs = new Runs(store);
        Taxonomy taxonomy = Taxonomy.load(request.taxonomy());
        RunVersions versions = new RunVersions(
                codeVersion,
                taxonomy.version(),
                request.publish().map(PublishSettings::hash).orElse(Sha256.NOTHING));
        long run = begin(runs, request, versions, null);
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
        RunSteps steps = new RunSteps(run, request, store, runs, taxonomy, publisher, months, stop, progress);
        LOG.info(
                "run {} of {} for {} started",
                run,
                request.job(),
                request.window().folderName());
        RunResult result;
        try (AnnotationConfigApplicationContext context = context(store, steps)) {
            JobExecution execution = launch(context, run);
            result = result(run, request, steps, execution);
        } catch (JobExecutionException e) {
            result = failed(run, ExitCodes.INTERNAL_ERROR, message(e));
        }
        runs.finish(run, state(result, steps), result.exitCode(), result.message());
        LOG.info("run {} ended with exit code {}: {}", run, result.exitCode(), result.message());
        return result;
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

    private static AnnotationConfigApplicationContext context(Store store, RunSteps steps) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, store::dataSource, definition -> definition.setDestroyMethodName(""));
        context.registerBean(RunSteps.class, () -> steps);
        context.register(BatchConfiguration.class, DeterminationsJob.class);
        context.refresh();
        return context;
    }

    private static JobExecution launch(AnnotationConfigApplicationContext context, long run)
            throws JobExecutionException {
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        Job job = context.getBean(Job.class);
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance != null) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            if (executions.isEmpty()) {
                // Killed between the two inserts of a first launch: without an execution the instance blocks every
                // start.
                repository.deleteJobInstance(instance);
            } else if (executions.get(0).isRunning()) {
                operator.recover(executions.get(0));
            }
        }
        return operator.start(job, parameters);
    }

    private RunResult result(long run, RunRequest request, RunSteps steps, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED && request.touched()) {
            return months(run, steps);
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
                    steps.months());
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        Throwable failure = failures.isEmpty() ? null : root(failures.get(0));
        RunResult failed = failed(run, exitCode(failure), failure == null ? "failed" : message(failure));
        if (failed.exitCode() == ExitCodes.INTERNAL_ERROR) {
            LOG.debug("run {} failed", run, failure);
        }
        return new RunResult(
                run, failed.exitCode(), failed.message(), steps.counts(), Optional.<Path>empty(), List.of(), List.of());
    }

    private static RunResult months(long run, RunSteps steps) {
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
        if (failure instanceof OutputException) {
            return ExitCodes.CANNOT_WRITE;
        }
        if (failure instanceof StoreException || failure instanceof SQLException) {
            return ExitCodes.TRY_AGAIN;
        }
        return ExitCodes.INTERNAL_ERROR;
    }

    /** The exception that says it for people: the innermost of ours, or else the innermost of all. */
    static Throwable root(Throwable failure) {
        Throwable found = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RunException
                    || t instanceof StopSignal.StoppedException
                    || t instanceof OutputException
                    || t instanceof StoreException) {
                return t;
            }
            if (t instanceof SQLException || t instanceof IOException) {
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

    private static RunResult failed(long run, int exitCode, String message) {
        return new RunResult(run, exitCode, message, LoadCounts.NONE, Optional.empty(), List.of(), List.of());
    }

    static String message(Throwable e) {
        String text = e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
