package org.uphold.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job in reading order: ingest what is new, bring the sums up to date, publish. Every step may be run again: what is in
 * the store already is recognised by content, sums take in only what came and went, and a package appears whole or not at
 * all. So each is started anew when a run is taken up again, and each commits its own work: the transaction around a step
 * is of no database.
 */
@Configuration(proxyBeanMethods = false)
class DeterminationsJob {

    static final String NAME = "determinations";

    @Bean
    Job determinations(JobRepository repository, Step ingest, Step aggregate, Step publish) {
        return new JobBuilder(NAME, repository)
                .start(ingest)
                .next(aggregate)
                .next(publish)
                .build();
    }

    @Bean
    Step ingest(JobRepository repository, RunSteps steps) {
        return step("ingest", repository, steps::ingest);
    }

    @Bean
    Step aggregate(JobRepository repository, RunSteps steps) {
        return step("aggregate", repository, steps::aggregate);
    }

    @Bean
    Step publish(JobRepository repository, RunSteps steps) {
        return step("publish", repository, steps::publish);
    }

    private static Step step(String name, JobRepository repository, Work work) {
        Tasklet tasklet = (contribution, context) -> {
            work.run(contribution);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    /** What a step does; its counts go to the contribution. */
    private interface Work {
        void run(org.springframework.batch.core.step.StepContribution contribution) throws Exception;
    }
}
