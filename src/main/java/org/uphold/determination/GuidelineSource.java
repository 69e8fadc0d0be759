package org.uphold.determination;

/** Who wrote the guideline that a decision cites, in the order of evidence. */
public enum GuidelineSource {
    /** California's Medical Treatment Utilization Schedule. */
    MTUS("MTUS"),
    /** Official Disability Guidelines. */
    ODG("ODG"),
    /** American College of Occupational and Environmental Medicine, cited by that name outside the MTUS. */
    ACOEM("ACOEM"),
    OTHER("Other"),
    /** The text says that no medical evidence was cited: a value, not a gap. */
    NONE("None cited");

    private final String label;

    GuidelineSource(String label) {
        this.label = label;
    }

    /** The name in published tables; {@link #name()} is the code in {@code extract}. */
    public String label() {
        return label;
    }
}
