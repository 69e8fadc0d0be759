package org.uphold.job.control;

import java.time.Duration;

/** Hears how far a run is; on a terminal it draws a bar. Called from one thread. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /** The run has its lock, and its line in the log book. */
    default void begun(long run) {}

    /** A part of the run begins. */
    default void step(String name) {}

    /** It waits so long until it is clear that nobody writes these files any longer. */
    default void waits(Duration time, int files) {}

    /** So many inputs are done, with so many readings. */
    default void read(long inputs, long readings) {}
}
