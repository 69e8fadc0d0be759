package org.uphold.store;

import static org.uphold.schema.Tables.SCHEDULE;
import static org.uphold.schema.Tables.SCHEDULE_FIRING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.schema.tables.records.ScheduleFiringRecord;

/**
 * Times at which jobs were due, each taken once. Whoever takes one holds the job's lock (see {@link
 * StoreLocks#tryLockSchedule}) until it is over; that a line is there is what keeps anybody else from running it again.
 */
public final class Firings {

    private final DSLContext dsl;

    /** Every change is committed at once. */
    public Firings(Store store) {
        this.dsl = store.dsl();
    }

    /**
     * One of them.
     *
     * @param dueAt when the job was due by its schedule
     * @param attempts how often it was started
     * @param claimedAt when the latest attempt was
     * @param exitCode how that ended; null while it is under way, or where its process died
     */
    public record Firing(
            Instant dueAt,
            int attempts,
            Instant claimedAt,
            @Nullable Integer exitCode) {}

    /** When a schedule was first seen; now, if it never was. */
    public Instant since(String job, String cron, String zone, Instant now) {
        Condition same = SCHEDULE.JOB.eq(job).and(SCHEDULE.CRON.eq(cron)).and(SCHEDULE.ZONE.eq(zone));
        Optional<Instant> known = dsl.select(SCHEDULE.SINCE)
                .from(SCHEDULE)
                .where(same)
                .fetchOptional(SCHEDULE.SINCE)
                .map(OffsetDateTime::toInstant);
        if (known.isEmpty()) {
            dsl.insertInto(SCHEDULE)
                    .set(SCHEDULE.JOB, job)
                    .set(SCHEDULE.CRON, cron)
                    .set(SCHEDULE.ZONE, zone)
                    .set(SCHEDULE.SINCE, time(now))
                    .onConflictDoNothing()
                    .execute();
        }
        return known.orElse(now);
    }

    /**
     * The latest that was taken. One from a future that a wrong clock once showed is passed over: it must not silence the
     * job until that day comes.
     */
    public Optional<Firing> latest(String job, Instant now) {
        return first(SCHEDULE_FIRING.JOB.eq(job).and(SCHEDULE_FIRING.DUE_AT.le(time(now))));
    }

    /** The latest that is not over: under way, stopped, or to be tried again. */
    public Optional<Firing> unfinished(String job) {
        return first(SCHEDULE_FIRING.JOB.eq(job).and(SCHEDULE_FIRING.FINISHED_AT.isNull()));
    }

    /** Takes one; false where somebody had taken it before. */
    public boolean claim(String job, Instant dueAt, int missed, String by, Instant now) {
        return dsl.insertInto(SCHEDULE_FIRING)
                        .set(SCHEDULE_FIRING.JOB, job)
                        .set(SCHEDULE_FIRING.DUE_AT, time(dueAt))
                        .set(SCHEDULE_FIRING.MISSED, missed)
                        .set(SCHEDULE_FIRING.ATTEMPTS, 1)
                        .set(SCHEDULE_FIRING.CLAIMED_AT, time(now))
                        .set(SCHEDULE_FIRING.CLAIMED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Starts one again that is not over. */
    public void again(String job, Instant dueAt, String by, Instant now) {
        dsl.update(SCHEDULE_FIRING)
                .set(SCHEDULE_FIRING.ATTEMPTS, SCHEDULE_FIRING.ATTEMPTS.plus(1))
                .set(SCHEDULE_FIRING.CLAIMED_AT, time(now))
                .set(SCHEDULE_FIRING.CLAIMED_BY, by)
                .setNull(SCHEDULE_FIRING.EXIT_CODE)
                .where(of(job, dueAt))
                .execute();
    }

    /**
     * Writes down how an attempt ended.
     *
     * @param run its run in the log book, 0 where there was none
     * @param now when it was over for good, or null where it is to be tried again
     */
    public void ended(String job, Instant dueAt, long run, int exitCode, @Nullable Instant now) {
        dsl.update(SCHEDULE_FIRING)
                .set(SCHEDULE_FIRING.RUN, run == 0 ? null : Long.valueOf(run))
                .set(SCHEDULE_FIRING.EXIT_CODE, (short) exitCode)
                .set(SCHEDULE_FIRING.FINISHED_AT, now == null ? null : time(now))
                .where(of(job, dueAt))
                .execute();
    }

    /** Closes those that are not over: a later one stands for them. */
    public void giveUpBefore(String job, Instant dueAt, Instant now) {
        dsl.update(SCHEDULE_FIRING)
                .set(SCHEDULE_FIRING.FINISHED_AT, time(now))
                .where(SCHEDULE_FIRING.JOB.eq(job))
                .and(SCHEDULE_FIRING.DUE_AT.lt(time(dueAt)))
                .and(SCHEDULE_FIRING.FINISHED_AT.isNull())
                .execute();
    }

    private Optional<Firing> first(Condition condition) {
        return dsl.selectFrom(SCHEDULE_FIRING)
                .where(condition)
                .orderBy(SCHEDULE_FIRING.DUE_AT.desc())
                .limit(1)
                .fetchOptional()
                .map(Firings::firing);
    }

    private static Condition of(String job, Instant dueAt) {
        return SCHEDULE_FIRING.JOB.eq(job).and(SCHEDULE_FIRING.DUE_AT.eq(time(dueAt)));
    }

    private static Firing firing(ScheduleFiringRecord r) {
        Short exitCode = r.getExitCode();
        return new Firing(
                r.getDueAt().toInstant(),
                r.getAttempts(),
                r.getClaimedAt().toInstant(),
                exitCode == null ? null : Integer.valueOf(exitCode));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
