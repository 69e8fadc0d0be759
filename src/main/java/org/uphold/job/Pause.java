package org.uphold.job;

import java.time.Duration;

/** Lets time go by; ends early when the run is to stop. */
interface Pause {

    void pass(StopSignal stop, Duration time);
}
