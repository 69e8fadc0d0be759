package org.uphold.aggregate;

import java.util.List;

/**
 * What figures are grouped by. A dimension is one or two published columns; it is additive where every item has exactly one
 * value of it, so that its rows sum to the total. How it is read from the store stands in one table there.
 */
public enum Dimension {
    SERVICE_CATEGORY("service_category", true, "service_category"),
    SERVICE("service", true, "service_category", "service_subcategory"),
    /** Any mention by the reviewer. */
    GUIDELINE_SOURCE("guideline_source", false, "guideline_source"),
    /** Any mention by the reviewer. */
    GUIDELINE("guideline", false, "guideline_source", "guideline"),
    /** Each specialty named. */
    SPECIALTY("specialty", false, "specialty"),
    /** The reviewer's first citation. */
    PRIMARY_GUIDELINE("primary_guideline", true, "guideline_source", "guideline"),
    /** The first specialty named. */
    PRIMARY_SPECIALTY("primary_specialty", true, "specialty"),
    MONTH("month", true, "month"),
    YEAR("year", true, "year"),
    /** The exact set of sources, joined by {@code +}. */
    CLAIMS_ADMINISTRATOR_SOURCES("claims_administrator_sources", true, "claims_administrator_sources"),
    /** The exact set of sources, joined by {@code +}. */
    REVIEWER_SOURCES("reviewer_sources", true, "reviewer_sources"),
    CLAIMS_ADMINISTRATOR("claims_administrator", true, "claims_administrator"),
    PRIORITY("priority", true, "priority"),
    JURISDICTION("jurisdiction", true, "jurisdiction");

    private final String code;
    private final boolean additive;
    private final List<String> columns;

    Dimension(String code, boolean additive, String... columns) {
        this.code = code;
        this.additive = additive;
        this.columns = List.of(columns);
    }

    /** The word in {@code --by} and in file names. */
    public String code() {
        return code;
    }

    /** Whether its rows sum to the total. */
    public boolean additive() {
        return additive;
    }

    /** The published columns, in order. */
    public List<String> columns() {
        return columns;
    }
}
