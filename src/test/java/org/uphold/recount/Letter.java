package org.uphold.recount;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a case as the test invents it: what stands in the rows of a table.
 *
 * @param number of the case
 * @param decision a day, a month ({@code 2016-05}) or a year ({@code 2016}); empty where not stated
 * @param received empty where not stated, as the next two
 * @param specialties as printed, the first named first
 * @param administrator empty where not stated
 * @param priority Standard, Expedited or empty
 * @param jurisdiction empty where not stated
 */
record Letter(
        String number,
        String decision,
        @Nullable LocalDate received,
        @Nullable LocalDate assigned,
        @Nullable LocalDate reviewed,
        List<String> specialties,
        String administrator,
        String priority,
        String jurisdiction,
        List<Item> items) {

    /**
     * A disputed treatment.
     *
     * @param service a text of {@link Vocabulary#SERVICES}
     * @param outcome the disposition's code
     * @param denial a text of {@link Vocabulary#CITATIONS}: what the claims administrator cites
     * @param review the same: what the reviewer cites
     */
    record Item(String service, String outcome, String denial, String review) {

        /** Whether tables of rates count it. */
        boolean counts() {
            return determined() || outcome.equals("UNKNOWN");
        }

        boolean determined() {
            return outcome.equals("UPHELD") || outcome.equals("OVERTURNED") || outcome.equals("PARTIALLY_OVERTURNED");
        }
    }
}
