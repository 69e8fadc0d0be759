package org.uphold.report;

import org.uphold.determination.Basis;

/** The basis in a sentence: "by the date of …". */
final class BasisWords {

    private BasisWords() {}

    static String of(Basis basis) {
        return switch (basis) {
            case DECISION -> "the final determination";
            case RECEIVED -> "receipt of the application";
            case ASSIGNED -> "assignment to the reviewer";
            case UR_DECISION -> "the utilization review decision";
        };
    }
}
