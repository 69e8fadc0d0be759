package org.uphold.letter;

import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.source.Reading;

/** Of two readings of one document, the one that found more; the first where both found as much. */
final class Better {

    private Better() {}

    static Reading of(Reading first, Reading second) {
        return score(second) > score(first) ? second : first;
    }

    private static int score(Reading reading) {
        if (!(reading instanceof Reading.Accepted accepted)) {
            return -1;
        }
        Determination d = accepted.determination();
        CaseDates dates = d.dates();
        int score = 0;
        for (Object field : new Object[] {
            d.caseNumber(), dates.decision(), dates.injury(), dates.urDecision(), dates.received(), dates.assigned()
        }) {
            score += field == null ? 0 : 2;
        }
        score += d.reviewer().specialties().isEmpty() ? 0 : 2;
        score += d.reviewer().licensure().isEmpty() ? 0 : 2;
        for (DisputedItem item : d.items()) {
            score += item.outcome() == Outcome.UNKNOWN ? 0 : 4;
            score += item.claimsAdministratorGuideline() == null ? 0 : 1;
            score += item.reviewerGuideline() == null ? 0 : 1;
        }
        return score;
    }
}
