package org.uphold.source;

import java.util.List;
import java.util.Map;
import org.uphold.determination.Determination;

/** What came of reading one letter, or the rows of one case: accepted or rejected, nothing is lost between. */
public sealed interface Reading {

    /** Where the record starts in its file. */
    Place place();

    /**
     * A determination was read.
     *
     * @param determination what it says
     * @param form which era or dialect it was recognised as
     * @param place where it starts
     * @param evidence where each field was found, by its name ({@code decision_date}, {@code items[1].outcome}, …)
     * @param problems what could not be taken as it stands; empty for a clean reading
     */
    record Accepted(
            Determination determination, String form, Place place, Map<String, Place> evidence, List<Problem> problems)
            implements Reading {

        public Accepted {
            evidence = Map.copyOf(evidence);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing could be read.
     *
     * @param problem why not
     * @param place where the record starts
     * @param sha256 lower-case hex of the record's bytes, to find it again without showing it
     */
    record Rejected(Problem problem, Place place, String sha256) implements Reading {}
}
