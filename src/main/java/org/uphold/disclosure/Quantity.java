package org.uphold.disclosure;

import org.uphold.rates.Tally;

/** The counts of a row that the audit reasons about; all others are functions of rows that are shown. */
enum Quantity {
    UPHELD,
    OVERTURNED,
    PARTIALLY_OVERTURNED,
    UNKNOWN,
    CASES,
    CASES_WITH_UPHELD,
    CASES_WITH_NOT_UPHELD;

    static final int COUNT = values().length;

    /** Its place among the counts of a row. */
    @SuppressWarnings("EnumOrdinal") // the order is only ever used within one run
    int index() {
        return ordinal();
    }

    /** Whether it counts people. */
    boolean ofPeople() {
        return index() >= CASES.index();
    }

    long of(Tally tally) {
        return switch (this) {
            case UPHELD -> tally.upheld();
            case OVERTURNED -> tally.overturned();
            case PARTIALLY_OVERTURNED -> tally.partiallyOverturned();
            case UNKNOWN -> tally.unknown();
            case CASES -> tally.letters();
            case CASES_WITH_UPHELD -> tally.casesWithUpheld();
            case CASES_WITH_NOT_UPHELD -> tally.casesWithNotUpheld();
        };
    }

    /** The published column. */
    String column() {
        return switch (this) {
            case UPHELD -> "upheld";
            case OVERTURNED -> "overturned";
            case PARTIALLY_OVERTURNED -> "partially_overturned";
            case UNKNOWN -> "unknown";
            case CASES -> "cases";
            case CASES_WITH_UPHELD -> "cases_with_upheld";
            case CASES_WITH_NOT_UPHELD -> "cases_with_not_upheld";
        };
    }
}
