package org.uphold.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DisputedItem;
import org.uphold.source.Problem;

/**
 * What a row says.
 *
 * @param row the row
 * @param key of its case, or null where it states none
 * @param caseNumber as printed, or null
 * @param fields of the case, or null where the row is bad
 * @param item its item, or null where the row is bad
 * @param problems what could not be taken; of a bad row why it is bad comes first
 */
record Line(
        Row row,
        @Nullable String key,
        @Nullable String caseNumber,
        @Nullable CaseFields fields,
        @Nullable DisputedItem item,
        List<Problem> problems) {}
