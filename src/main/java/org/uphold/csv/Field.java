package org.uphold.csv;

import java.util.Locale;

/** What a column of a table can say; the names are those of {@code items-csv}. */
enum Field {
    CASE_NUMBER,
    ITEM_NUMBER,
    DECISION_DATE,
    SERVICE,
    OUTCOME,
    CLAIMS_ADMINISTRATOR_GUIDELINE,
    REVIEWER_GUIDELINE,
    REVIEWER_SPECIALTY,
    LICENSE_STATE,
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

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in dialects and in messages. */
    String label() {
        return label;
    }
}
