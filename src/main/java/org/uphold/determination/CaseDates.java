package org.uphold.determination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a case, from labelled fields and form sentences only; what is not there is null.
 *
 * @param decision when the reviewer decided, as far as it is stated
 * @param injury date of injury
 * @param urDecision when the utilization review denied or modified
 * @param received when the application for review came in
 * @param assigned when the case was assigned to the review organization
 */
public record CaseDates(
        @Nullable PartialDate decision,
        @Nullable LocalDate injury,
        @Nullable LocalDate urDecision,
        @Nullable LocalDate received,
        @Nullable LocalDate assigned) {

    public static final CaseDates NONE = new CaseDates(null, null, null, null, null);

    /** The date of a basis, as far as it is stated. */
    public @Nullable PartialDate of(Basis basis) {
        return switch (basis) {
            case DECISION -> decision;
            case RECEIVED -> day(received);
            case ASSIGNED -> day(assigned);
            case UR_DECISION -> day(urDecision);
        };
    }

    private static @Nullable PartialDate day(@Nullable LocalDate date) {
        return date == null ? null : PartialDate.of(date);
    }
}
