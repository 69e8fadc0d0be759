package org.uphold.cells;

import org.uphold.copy.CopyRows;
import org.uphold.determination.Outcome;

/** Outcomes as they come in rows, to their numbers in {@link Outcome}. */
final class OutcomeNumbers {

    private final RawValues labels = new RawValues();
    private final int[] ordinals = new int[Outcome.values().length];

    int of(CopyRows rows, int field) {
        int known = labels.count();
        int label = labels.number(rows, field);
        if (label == known) {
            ordinals[label] = Outcome.valueOf(rows.text(field)).ordinal();
        }
        return ordinals[label];
    }
}
