package org.uphold.determination;

import org.jspecify.annotations.Nullable;

/**
 * What some publishers state of a case beside the review itself; as printed, null where not stated.
 *
 * @param claimsAdministrator insurer or administrator that denied
 * @param jurisdiction state or programme
 * @param age age or age range
 * @param sex as printed
 * @param urAction what the utilization review did, {@code denied} or {@code modified}
 */
public record CaseAttributes(
        @Nullable String claimsAdministrator,
        @Nullable String jurisdiction,
        @Nullable String age,
        @Nullable String sex,
        @Nullable String urAction) {

    public static final CaseAttributes NONE = new CaseAttributes(null, null, null, null, null);
}
