package org.uphold.rates;

/**
 * What the keys of dimensions are made of: one value of each letter, or of each of its items. In words, a value is what is mentioned,
 * the first first, each in one word or more; nothing where nothing is stated.
 */
public enum Input {
    /** Category and subcategory of what is disputed. */
    SERVICE(true),
    /** Source and name of each guideline that the reviewer cites, each once, in the order cited. */
    REVIEWER_GUIDELINES(true),
    /** Each source that the reviewer cites, in the order of evidence. */
    REVIEWER_SOURCES(true),
    /** Each source that the claims administrator cites, in the order of evidence. */
    CLAIMS_ADMINISTRATOR_SOURCES(true),
    /** Each specialty of the reviewer, each once, in the order named. */
    SPECIALTIES(false),
    /** Year and month ({@code 2017}, {@code 02}) of the date that decides; the year alone where no month is stated. */
    MONTH(false),
    CLAIMS_ADMINISTRATOR(false),
    PRIORITY(false),
    JURISDICTION(false);

    private final boolean item;

    Input(boolean item) {
        this.item = item;
    }

    /** Whether each item has a value of its own; else all items of a letter share the letter's. */
    public boolean isOfItem() {
        return item;
    }
}
