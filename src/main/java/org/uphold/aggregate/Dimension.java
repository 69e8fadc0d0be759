package org.uphold.aggregate;

import java.util.List;

/**
 * What figures are grouped by. A dimension is one or two published columns; it is additive where every item has exactly one
 * value of it, so that its rows sum to the total. How it is read from the store stands in one table there.
 */
public enum Dimension {
    SERVICE_CATEGORY(
            "service_category",
            Counting.ITEM,
            "Category of the disputed service; Unclassified where no rule matched",
            "service_category"),
    SERVICE(
            "service",
            Counting.ITEM,
            "Category and subcategory of the disputed service; Unclassified where no rule matched",
            "service_category",
            "service_subcategory"),
    /** Any mention by the reviewer. */
    GUIDELINE_SOURCE(
            "guideline_source",
            Counting.MENTION,
            "Guideline source that the reviewer cites, among others or alone",
            "guideline_source"),
    /** Any mention by the reviewer. */
    GUIDELINE(
            "guideline",
            Counting.MENTION,
            "Guideline source and chapter that the reviewer cites, among others or alone",
            "guideline_source",
            "guideline"),
    /** Each specialty named. */
    SPECIALTY("specialty", Counting.MENTION, "Specialty of the letter's reviewer, each one named", "specialty"),
    /** The reviewer's first citation. */
    PRIMARY_GUIDELINE(
            "primary_guideline",
            Counting.ITEM,
            "Guideline source and chapter of the reviewer's first citation",
            "guideline_source",
            "guideline"),
    /** The first specialty named. */
    PRIMARY_SPECIALTY(
            "primary_specialty", Counting.LETTER, "First specialty named of the letter's reviewer", "specialty"),
    MONTH("month", Counting.LETTER, "Month of the date of the run's basis", "month"),
    YEAR("year", Counting.LETTER, "Year of the date of the run's basis", "year"),
    /** The exact set of sources, joined by {@code +}. */
    CLAIMS_ADMINISTRATOR_SOURCES(
            "claims_administrator_sources",
            Counting.ITEM,
            "Exact set of guideline sources that the claims administrator cites",
            "claims_administrator_sources"),
    /** The exact set of sources, joined by {@code +}. */
    REVIEWER_SOURCES(
            "reviewer_sources",
            Counting.ITEM,
            "Exact set of guideline sources that the reviewer cites",
            "reviewer_sources"),
    CLAIMS_ADMINISTRATOR(
            "claims_administrator", Counting.LETTER, "Claims administrator as stated", "claims_administrator"),
    PRIORITY("priority", Counting.LETTER, "Standard or expedited review", "priority"),
    JURISDICTION("jurisdiction", Counting.LETTER, "Jurisdiction as stated", "jurisdiction");

    private final String code;
    private final Counting counting;
    private final String definition;
    private final List<String> columns;

    Dimension(String code, Counting counting, String definition, String... columns) {
        this.code = code;
        this.counting = counting;
        this.definition = definition;
        this.columns = List.of(columns);
    }

    /** The word in {@code --by} and in file names. */
    public String code() {
        return code;
    }

    /** Whether its rows sum to the total. */
    public boolean additive() {
        return counting != Counting.MENTION;
    }

    /** Whether all items of a letter share its value, so that cases add up too. */
    public boolean ofLetter() {
        return counting == Counting.LETTER;
    }

    /** What its columns mean, one sentence for the data dictionary. */
    public String definition() {
        return definition;
    }

    /** The published columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /** What has one value. */
    private enum Counting {
        /** Each letter, and so all of its items: items and cases add up. */
        LETTER,
        /** Each item: items add up, cases overlap. */
        ITEM,
        /** Nothing: an item counts under every value that is mentioned. */
        MENTION
    }
}
