package org.uphold.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a letter from beside it.
 *
 * @param caseNumber case number, or null
 * @param decisionDate decision date, or null
 */
record Supplement(@Nullable String caseNumber, @Nullable LocalDate decisionDate) {

    static final Supplement NONE = new Supplement(null, null);
}
