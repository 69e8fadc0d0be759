package org.uphold.classification;

import org.jspecify.annotations.Nullable;
import org.uphold.determination.PublishedWords;

/**
 * What a disputed service is.
 *
 * @param category one of the tables' categories, or {@link PublishedWords#UNCLASSIFIED}
 * @param subcategory one of that category's subcategories; {@code Not stated} where a publisher names only the category
 * @param rule id of the row that decided, or {@code none}; with {@code ~spelling} behind it when a misspelt word had to be
 *     corrected first, and {@link #WEAK} at the end when it is not sure
 * @param adjunct whether it belongs to a surgery, "Associated surgical service" and its like
 * @param bodyPart parts of the body it names, canonical, joined by {@code ;} in the order of the text, or null
 * @param quantity how much of it, in one spelling ({@code 6 visits}, {@code 2 a week for 6 weeks}, {@code #120, 3 refills},
 *     {@code 80 hours}), or null
 */
public record ServiceClass(
        String category,
        String subcategory,
        String rule,
        boolean adjunct,
        @Nullable String bodyPart,
        @Nullable String quantity) {

    /** The rule of what no row matched. */
    public static final String NO_RULE = PublishedWords.NO_RULE;

    /**
     * At the end of a rule that decided for want of a better: its words are too general to decide alone, or stand only behind
     * what is asked for.
     */
    public static final String WEAK = PublishedWords.WEAK;

    /** Whether some row matched. */
    public boolean isClassified() {
        return !rule.equals(NO_RULE);
    }

    /** Whether the row that matched is not to be relied upon. */
    public boolean isWeak() {
        return rule.endsWith(WEAK);
    }
}
