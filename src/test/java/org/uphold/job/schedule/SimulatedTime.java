package org.uphold.job.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/**
 * A clock that stands still while anybody works, and jumps to the earliest time that somebody waits for when all wait: a
 * month passes in seconds, and threads that wake at the same instant race each other for real.
 */
final class SimulatedTime extends Clock {

    private Instant now;
    private int awake;
    private final PriorityQueue<Instant> waited = new PriorityQueue<>();

    SimulatedTime(Instant start) {
        this.now = start;
    }

    /** One more takes part, and is awake. */
    synchronized void enter() {
        awake++;
    }

    synchronized void leave() {
        awake--;
        advance();
    }

    synchronized void until(Instant then) {
        if (!then.isAfter(now)) {
            return;
        }
        waited.add(then);
        awake--;
        advance();
        boolean interrupted = false;
        while (now.isBefore(then)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void advance() {
        Instant earliest = waited.peek();
        if (awake > 0 || earliest == null) {
            return;
        }
        now = earliest;
        while (!waited.isEmpty() && !waited.element().isAfter(now)) {
            waited.remove();
            awake++;
        }
        notifyAll();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
