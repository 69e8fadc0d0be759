package org.uphold.job.control;

import java.time.Duration;

/** Lets time go by; ends early when the run is to stop. */
public interface Pause {

    void pass(StopSignal stop, Duration time);
}
