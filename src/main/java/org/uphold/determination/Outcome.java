package org.uphold.determination;

/**
 * What became of one disputed item. The first four are shown in every table; the others left the process before a
 * reviewer decided and stand in the table of dispositions only.
 */
public enum Outcome {
    /** The reviewer agrees with the denial: the treatment is not medically necessary. */
    UPHELD("Upheld"),
    /** The reviewer disagrees: the treatment is medically necessary. */
    OVERTURNED("Overturned"),
    /** The reviewer approves a part of what is still in dispute. */
    PARTIALLY_OVERTURNED("Partially overturned"),
    /** Missing, unreadable or contradictory: counted and bounded, never guessed. */
    UNKNOWN("Unknown"),
    WITHDRAWN("Withdrawn"),
    INELIGIBLE("Ineligible"),
    DISMISSED("Dismissed"),
    DUPLICATE("Duplicate"),
    /** Ended because the claims administrator authorised the treatment after all. */
    TERMINATED_AUTHORIZED("Terminated, authorized");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The word for people. */
    public String label() {
        return label;
    }

    /** Whether a reviewer decided: the denominator of every rate. */
    public boolean isDetermined() {
        return this == UPHELD || this == OVERTURNED || this == PARTIALLY_OVERTURNED;
    }

    /** Whether the tables count it as an item: determined, or of unknown outcome. */
    public boolean isItem() {
        return isDetermined() || this == UNKNOWN;
    }
}
