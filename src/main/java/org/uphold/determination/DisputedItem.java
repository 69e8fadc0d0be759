package org.uphold.determination;

import org.jspecify.annotations.Nullable;

/**
 * One disputed treatment with its own outcome: the unit of the headline rate. Texts are folded (any run of white space
 * to one blank, soft hyphens removed, ligatures expanded) and otherwise as printed.
 *
 * @param number 1-based position in the letter
 * @param service the whole heading before its outcome word
 * @param disputedService the part still in dispute where the claims administrator had approved the rest; else the service
 * @param outcome what the reviewer decided
 * @param claimsAdministratorGuideline what the denial was based on, or null where no block is printed
 * @param reviewerGuideline what the reviewer's decision was based on, or null where no block is printed
 * @param stated the publisher's own category, or null
 */
public record DisputedItem(
        int number,
        String service,
        String disputedService,
        Outcome outcome,
        @Nullable String claimsAdministratorGuideline,
        @Nullable String reviewerGuideline,
        @Nullable StatedCategory stated) {

    public DisputedItem {
        if (number < 1) {
            throw new IllegalArgumentException("Item numbers start at 1, not " + number);
        }
    }
}
