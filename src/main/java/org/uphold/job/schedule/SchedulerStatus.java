package org.uphold.job.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.settings.Schedule;

/**
 * How a scheduler is.
 *
 * @param startedAt when it was started
 * @param lookedAt when it last looked for what is due; null: not yet
 * @param problem what kept it from its work at that look; null: nothing
 * @param running the job that is under way, or null
 * @param next when each job is due next, the earliest first
 */
public record SchedulerStatus(
        Instant startedAt,
        @Nullable Instant lookedAt,
        @Nullable String problem,
        @Nullable String running,
        List<Next> next) {

    public SchedulerStatus {
        next = List.copyOf(next);
    }

    /**
     * When a job is due next.
     *
     * @param job its name
     * @param schedule by which schedule
     * @param at when
     */
    public record Next(String job, Schedule schedule, Instant at) {}

    public SchedulerStatus running(String job) {
        return new SchedulerStatus(startedAt, lookedAt, problem, job, next);
    }
}
