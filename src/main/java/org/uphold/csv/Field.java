package org.uphold.csv;

import java.util.Locale;

/** What a column of a table can say; the names are those of {@code items-csv}. */
enum Field {
    CASE_NUMBER,
    ITEM_NUMBER,
    DECISION_DATE,
    SERVICE(4_000),
    OUTCOME,
    CLAIMS_ADMINISTRATOR_GUIDELINE(Integer.MAX_VALUE),
    REVIEWER_GUIDELINE(Integer.MAX_VALUE),
    REVIEWER_SPECIALTY(2_000),
    LICENSE_STATE(2_000),
    DATE_OF_INJURY,
    UR_DECISION_DATE,
    APPLICATION_RECEIVED_DATE,
    ASSIGNED_DATE,
    PRIORITY,
    UR_ACTION,
    CLAIMS_ADMINISTRATOR,
    JURISDICTION,
    AGE,
    SEX,
    CASE_OUTCOME,
    STATED_CATEGORY,
    STATED_SUBCATEGORY;

    /** No name, word or number is longer; a text that is was written into the wrong column, or runs over its end. */
    static final int LONGEST_NAME = 200;

    private final String label = name().toLowerCase(Locale.ROOT);
    private final int longest;

    Field() {
        this(LONGEST_NAME);
    }

    Field(int longest) {
        this.longest = longest;
    }

    /** The most characters that a value may have; of lists, all their names together. */
    int longest() {
        return longest;
    }

    /** The name in dialects and in messages. */
    String label() {
        return label;
    }
}
