package org.uphold.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.uphold.store.Store;

/** Hands the steps of a run to Spring Batch, and takes up what a killed process left there. */
final class BatchLaunch {

    private final Store store;

    BatchLaunch(Store store) {
        this.store = store;
    }

    /**
     * Carries the steps out. The caller holds the lock of the run, so whatever is under way there is dead.
     *
     * @param run number in the log book: what identifies the job instance
     */
    JobExecution start(long run, RunSteps steps) throws JobExecutionException {
        BatchEngine engine = BatchEngine.take(store.dataSource(), steps);
        JobRepository repository = engine.repository();
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        JobInstance instance = repository.getJobInstance(engine.job().getName(), parameters);
        if (instance != null) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            if (executions.isEmpty() || blocks(executions.get(0))) {
                repository.deleteJobInstance(instance);
            } else if (executions.get(0).isRunning()) {
                engine.operator().recover(executions.get(0));
            }
        }
        return engine.operator().start(engine.job(), parameters);
    }

    /** How long each step took, in order. */
    static Map<String, Duration> durations(JobExecution execution) {
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
}
