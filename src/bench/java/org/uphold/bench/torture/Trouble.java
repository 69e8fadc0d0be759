package org.uphold.bench.torture;

import java.util.Locale;

/** What can happen to a run. */
enum Trouble {
    /** kill -9 of the Java process. */
    JAVA(true),
    /** kill -9 of a backend of the run: the server throws everybody out and recovers. */
    BACKEND(true),
    /** kill -9 of the postmaster: the server is gone. */
    POSTMASTER(true),
    /** All connections of the run are cut, the lock's too. */
    CUT(true),
    /** SIGTERM. */
    STOP(true),
    /** Two runs at once. */
    CROWD(false),
    /** The clock is off by up to 400 days and the run is killed, then off by others; the store's own is ahead. */
    CLOCK(false),
    /** The folder of reports is read-only. */
    READ_ONLY(false),
    /** The disk of the reports is full. */
    FULL_REPORTS(false),
    /** The disk of the database is full. */
    FULL_DATABASE(false);

    private final boolean strikesAtMoment;

    Trouble(boolean strikesAtMoment) {
        this.strikesAtMoment = strikesAtMoment;
    }

    /** Whether it strikes at a moment of a run, rather than being there from its start. */
    boolean strikesAtMoment() {
        return strikesAtMoment;
    }

    boolean isKill() {
        return this == JAVA || this == BACKEND || this == POSTMASTER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
