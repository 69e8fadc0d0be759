package org.uphold.store;

/** How a run ended. */
public enum RunState {
    /** It runs, or its process died. */
    STARTED,
    COMPLETED,
    /** Nothing was new, nothing was written. */
    UP_TO_DATE,
    /** A gate or the disclosure audit said no; nothing was published. */
    REFUSED,
    FAILED,
    /** By a signal. */
    STOPPED,
    /** Its process died and another run has taken its place. */
    ABANDONED
}
