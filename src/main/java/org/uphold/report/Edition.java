package org.uphold.report;

import java.util.List;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/**
 * What a package says about itself in every output: everything here follows from the store, the settings and the version,
 * never from the run.
 *
 * @param job name of the job, {@code ad-hoc} for a report on demand
 * @param window days covered
 * @param basis the date that decides whether a case is in the window
 * @param disclosure name of the disclosure profile
 * @param taxonomyVersion version of the classification tables
 * @param codeVersion version of the program
 * @param systems source systems whose determinations are counted, in order
 */
public record Edition(
        String job,
        DateRange window,
        Basis basis,
        String disclosure,
        String taxonomyVersion,
        String codeVersion,
        List<String> systems) {

    public Edition {
        systems = List.copyOf(systems);
    }

    /** Whether a disclosure profile is in force: what counts readings or letters then stands beside the package. */
    public boolean isProtected() {
        return !disclosure.equals("none");
    }

    /** Completes "by the date of …". */
    public String basisInWords() {
        return switch (basis) {
            case DECISION -> "the final determination";
            case RECEIVED -> "receipt of the application";
            case ASSIGNED -> "assignment to the reviewer";
            case UR_DECISION -> "the utilization review decision";
        };
    }

    /** {@code 2017-01-01 to 2017-03-31}, both days inside. */
    public String windowInWords() {
        if (window.isUnbounded()) {
            return "all dates";
        }
        if (window.from() == null) {
            return "up to " + lastDay();
        }
        return window.to() == null ? "from " + window.from() : window.from() + " to " + lastDay();
    }

    private String lastDay() {
        return window.to() == null ? "" : window.to().minusDays(1).toString();
    }
}
