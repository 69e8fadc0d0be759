package org.uphold.determination;

/** Words in the keys of published rows that the program knows by meaning, each in one place. */
public final class PublishedWords {

    /** What stands in a key whose value is missing. */
    public static final String NOT_STATED = "Not stated";

    /** The category, and the subcategory, of a service that no rule matched. */
    public static final String UNCLASSIFIED = "Unclassified";

    /** Id in place of a rule, of what no rule matched. */
    public static final String NO_RULE = "none";

    /** Behind the id of a rule that is not sure. */
    public static final String WEAK = "~weak";

    /** The category of drugs, whose reviews have a shorter time limit. */
    public static final String PHARMACEUTICALS = "Pharmaceuticals";

    /** What the names of tables of rates begin with. */
    public static final String RATES_BY = "uphold_by_";

    private PublishedWords() {}
}
