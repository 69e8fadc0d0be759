package org.uphold.determination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One final determination: what a letter, or the rows of one case in a table, says.
 *
 * @param key what identifies the case within its source system: the {@link CaseKey} of its number, or where none is printed a
 *     hash that the reader chose ({@code text:…} for a letter's folded text, {@code row:…} for a row of a file)
 * @param caseNumber as printed, or null
 * @param dates labelled dates
 * @param priority standard or expedited, or null where not printed
 * @param caseOutcomeAsPrinted the outcome that a cover page states for the whole case, or null
 * @param reviewer credentials
 * @param attributes what some publishers state beside
 * @param items disputed items in the order of their numbers, at least one
 */
public record Determination(
        String key,
        @Nullable String caseNumber,
        CaseDates dates,
        @Nullable Priority priority,
        @Nullable String caseOutcomeAsPrinted,
        Reviewer reviewer,
        CaseAttributes attributes,
        List<DisputedItem> items) {

    public Determination {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A determination needs a key");
        }
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A determination holds at least one item");
        }
    }
}
