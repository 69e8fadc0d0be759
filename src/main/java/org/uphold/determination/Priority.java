package org.uphold.determination;

/** How fast the review had to be. */
public enum Priority {
    STANDARD,
    EXPEDITED
}
