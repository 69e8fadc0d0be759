package org.uphold.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * The job in reading order: ingest what is new, bring the sums up to date, publish. Every step may be run again: what is in
 * the store already is recognised by content, sums take in only what came and went, and a package appears whole or not at
 * all. So each is started anew when a run is taken up again, and each commits its own work: the transaction around a step
 * is of no database. What the steps do is known last, when the job is launched.
 */
final class DeterminationsJob {

    static final String NAME = "determinations";

    private DeterminationsJob() {}

    static Job of(JobRepository repository, BatchEngine.Work work) {
        return new JobBuilder(NAME, repository)
                .start(step("ingest", repository, contribution -> work.steps().ingest(contribution)))
                .next(step("aggregate", repository, contribution -> work.steps().aggregate(contribution)))
                .next(step("publish", repository, contribution -> work.steps().publish(contribution)))
                .build();
    }

    private static Step step(String name, JobRepository repository, Action action) {
        Tasklet tasklet = (contribution, context) -> {
            action.run(contribution);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    /** What a step does; its counts go to the contribution. */
    private interface Action {
        void run(org.springframework.batch.core.step.StepContribution contribution) throws Exception;
    }
}
