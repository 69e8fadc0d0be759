package org.uphold.determination;

/** What the newest edition of a path says of cases that it no longer names. */
public enum Edition {
    /** Nothing: it is a part of what there is, and what was said before stays. */
    PART,
    /** They are withdrawn: it is the full list. */
    WHOLE
}
