package org.uphold.job.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.settings.JobFile;
import org.uphold.settings.Schedule;
import org.uphold.store.Firings;
import org.uphold.store.Firings.Firing;
import org.uphold.store.StoreLocks;

/**
 * Runs jobs when their schedules say so, one after the other, until it is stopped. What was due and by whom it was taken is
 * in the database, so any number of schedulers may share one: each due time is run once, times missed while none was up are
 * caught up once, and what a killed or stopped one left is taken up by the next that looks.
 */
public final class Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    /** How often one due time is started: a run that kills its process must not do so for ever. */
    private static final int MOST_ATTEMPTS = 6;

    private static final Duration PAUSE_BEFORE_RETRY = Duration.ofMinutes(5);

    private final Supplier<OpenStore> opening;
    private final Supplier<List<JobFile>> jobFiles;
    private final Work work;
    private final Waiting waiting;
    private final Clock clock;
    private final StopSignal stop;
    private final Duration look;
    private final String name;

    private List<JobFile> jobs = List.of();
    private @Nullable OpenStore store;
    private @Nullable Connection locks;
    private volatile SchedulerStatus status;

    /** Carries out a job as of the time it was due. What can go wrong is in the result. */
    public interface Work {
        RunResult run(OpenStore store, JobFile job, Instant due);
    }

    /** Waits until an instant; may return sooner. */
    public interface Waiting {
        void until(Instant then);
    }

    /**
     * Nothing is opened yet.
     *
     * @param opening opens the store; asked again after the database was away
     * @param jobFiles reads the job files; asked at every look, so that a changed one counts at once
     * @param work carries out a job
     * @param waiting waits between looks, and returns when the stop signal comes
     * @param clock the time
     * @param stop ends it at the next safe point
     * @param look longest time between two looks: so late are a changed clock, a dead fellow and a new job file seen
     * @param name this process, as others see it in the database
     */
    public Scheduler(
            Supplier<OpenStore> opening,
            Supplier<List<JobFile>> jobFiles,
            Work work,
            Waiting waiting,
            Clock clock,
            StopSignal stop,
            Duration look,
            String name) {
        this.opening = opening;
        this.jobFiles = jobFiles;
        this.work = work;
        this.waiting = waiting;
        this.clock = clock;
        this.stop = stop;
        this.look = look;
        this.name = name;
        this.status = new SchedulerStatus(clock.instant(), null, null, null, List.of());
    }

    /** How it is, as of its last look. Safe from any thread. */
    public SchedulerStatus status() {
        return status;
    }

    /** Runs until the stop signal comes. */
    public void run() {
        LOG.info("scheduler {} started", name);
        try {
            while (!stop.isStopped()) {
                look();
                if (!stop.isStopped()) {
                    waiting.until(wake());
                }
            }
        } finally {
            close();
            LOG.info("scheduler {} stopped", name);
        }
    }

    private void look() {
        String problem = null;
        try {
            jobs = scheduled(jobFiles.get());
        } catch (RuntimeException e) {
            problem = "the job files as they were before are used: " + e.getMessage();
        }
        try {
            for (JobFile job : jobs) {
                if (!stop.isStopped()) {
                    lookAfter(job);
                }
            }
        } catch (SQLException | RuntimeException e) {
            // Nothing but the database can fail here; a later look finds it up again, or started anew.
            problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            close();
        }
        if (problem != null && !problem.equals(status.problem())) {
            LOG.warn("{}", problem);
        }
        status = new SchedulerStatus(status.startedAt(), clock.instant(), problem, null, next());
    }

    private void lookAfter(JobFile job) throws SQLException {
        OpenStore open = open();
        Connection connection = locks(open);
        if (!StoreLocks.tryLockSchedule(connection, job.name())) {
            return;
        }
        try {
            Firings firings = new Firings(open.store());
            Optional<Firing> firing = take(firings, job);
            if (firing.isPresent()) {
                carryOut(open, firings, job, firing.get());
            }
        } finally {
            StoreLocks.unlockSchedule(connection, job.name());
        }
    }

    /** What is to be run of a job now, if anything. */
    private Optional<Firing> take(Firings firings, JobFile job) {
        Schedule schedule = schedule(job);
        Instant now = clock.instant();
        Instant after =
                firings.since(job.name(), schedule.cron(), schedule.zone().getId(), now);
        Optional<Firing> latest = firings.latest(job.name(), now);
        if (latest.isPresent() && latest.get().dueAt().isAfter(after)) {
            after = latest.get().dueAt();
        }
        Optional<CronTimes.Due> due = new CronTimes(schedule).due(after, now);
        if (due.isPresent()) {
            Instant at = due.get().latest();
            if (!firings.claim(job.name(), at, due.get().earlier(), name, now)) {
                return Optional.empty();
            }
            firings.giveUpBefore(job.name(), at, now);
            return Optional.of(new Firing(at, 1, now, null));
        }
        return firings.unfinished(job.name()).filter(left -> again(firings, job, left, now));
    }

    /** Whether to start one again that its process left, or that asked for it. */
    private boolean again(Firings firings, JobFile job, Firing left, Instant now) {
        if (left.attempts() >= MOST_ATTEMPTS) {
            LOG.warn("{} due at {} was started {} times and is given up", job.name(), left.dueAt(), left.attempts());
            Integer exitCode = left.exitCode();
            firings.ended(job.name(), left.dueAt(), 0, exitCode == null ? ExitCodes.INTERNAL_ERROR : exitCode, now);
            return false;
        }
        Integer exitCode = left.exitCode();
        boolean wait = exitCode != null
                && exitCode == ExitCodes.TRY_AGAIN
                && now.isBefore(left.claimedAt().plus(PAUSE_BEFORE_RETRY.multipliedBy(left.attempts())));
        if (!wait) {
            firings.again(job.name(), left.dueAt(), name, now);
        }
        return !wait;
    }

    private void carryOut(OpenStore open, Firings firings, JobFile job, Firing firing) {
        LOG.info("{} due at {} begins", job.name(), firing.dueAt());
        status = status.running(job.name());
        RunResult result;
        try {
            result = work.run(open, job, firing.dueAt());
        } catch (RuntimeException e) {
            LOG.debug("{} failed", job.name(), e);
            result = RunResult.failed(0, ExitCodes.INTERNAL_ERROR, String.valueOf(e.getMessage()));
        }
        boolean over = result.exitCode() != ExitCodes.TRY_AGAIN && result.exitCode() != ExitCodes.TERMINATED;
        firings.ended(job.name(), firing.dueAt(), result.run(), result.exitCode(), over ? clock.instant() : null);
        if (result.exitCode() == ExitCodes.DONE) {
            LOG.info("{} due at {}: {}", job.name(), firing.dueAt(), result.message());
        } else {
            LOG.warn(
                    "{} due at {} ended with exit code {}: {}",
                    job.name(),
                    firing.dueAt(),
                    result.exitCode(),
                    result.message());
        }
    }

    private List<SchedulerStatus.Next> next() {
        Instant now = clock.instant();
        List<SchedulerStatus.Next> next = new ArrayList<>();
        for (JobFile job : jobs) {
            Schedule schedule = schedule(job);
            new CronTimes(schedule)
                    .next(now)
                    .ifPresent(at -> next.add(new SchedulerStatus.Next(job.name(), schedule, at)));
        }
        next.sort(Comparator.comparing(SchedulerStatus.Next::at));
        return next;
    }

    private Instant wake() {
        Instant latest = clock.instant().plus(look);
        return status.next().stream()
                .map(SchedulerStatus.Next::at)
                .filter(at -> at.isBefore(latest))
                .findFirst()
                .orElse(latest);
    }

    private static List<JobFile> scheduled(List<JobFile> files) {
        return files.stream().filter(file -> file.schedule() != null).toList();
    }

    private static Schedule schedule(JobFile job) {
        Schedule schedule = job.schedule();
        if (schedule == null) {
            throw new IllegalArgumentException(job.name() + " has no schedule");
        }
        return schedule;
    }

    private OpenStore open() {
        OpenStore open = store;
        if (open == null) {
            open = opening.get();
            store = open;
        }
        return open;
    }

    private Connection locks(OpenStore open) {
        Connection connection = locks;
        if (connection == null) {
            connection = open.dedicated();
            locks = connection;
        }
        return connection;
    }

    private void close() {
        try (OpenStore closing = store;
                Connection connection = locks) {
            store = null;
            locks = null;
        } catch (SQLException e) {
            LOG.debug("the connection was broken already", e);
        }
    }
}
