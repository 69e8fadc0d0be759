package org.uphold.job.publishing;

import java.util.ArrayList;
import java.util.List;
import org.uphold.determination.FieldShape;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;
import org.uphold.store.RunState;

/**
 * Looks over a package before it is written: where rows are named by what reads as a sentence, a story stands in a field,
 * and nothing is published. What it says names table, column and count, never the text.
 */
final class LastGuard {

    private LastGuard() {}

    /**
     * Lets a package go on only when its texts are names.
     *
     * @param figures the program's tables, whose rows are named by their key
     * @param own tables of the user's statements, whose texts are all looked at
     */
    static void demand(List<PublishedTable> figures, List<PublishedTable> own) {
        List<String> found = new ArrayList<>();
        for (PublishedTable table : figures) {
            look(table, true, found);
        }
        for (PublishedTable table : own) {
            look(table, false, found);
        }
        if (!found.isEmpty()) {
            throw new RunException(
                    ExitCodes.GATE_FAILED,
                    RunState.REFUSED,
                    "nothing was published: names were expected, found what reads as a sentence: "
                            + String.join("; ", found)
                            + ". Look for a column that is mapped to the wrong field, or for letters whose headings were"
                            + " lost, and withdraw those cases.");
        }
    }

    private static void look(PublishedTable table, boolean keys, List<String> found) {
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (column.type() != ColumnType.TEXT || (keys && !column.key())) {
                continue;
            }
            int at = i;
            long sentences = table.rows().stream()
                    .map(row -> row.get(at))
                    .filter(value -> value instanceof String text && !FieldShape.isLabel(text))
                    .count();
            if (sentences > 0) {
                found.add(table.name() + ", column " + column.name() + " (" + sentences + " of "
                        + table.rows().size() + " rows)");
            }
        }
    }
}
