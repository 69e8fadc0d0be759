package org.uphold.cells;

import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;

import java.sql.SQLException;
import java.util.List;
import org.jooq.Field;
import org.jooq.TableField;
import org.uphold.copy.CopyRows;
import org.uphold.copy.NamedRows;
import org.uphold.rates.sums.LetterBatch;

/** Letters from rows that are sent to the store's own tables. */
final class SentLetters {

    private final StoredKeys keys;
    private final SentUnmatched unmatched;
    private final OutcomeNumbers outcomes = new OutcomeNumbers();

    SentLetters(StoredKeys keys, SentUnmatched unmatched) {
        this.keys = keys;
        this.unmatched = unmatched;
    }

    /** All of them, each with the items that follow each other under its number. */
    LetterBatch batch(NamedRows determinations, NamedRows items) throws SQLException {
        List<Field<?>> columns = keys.columns();
        List<RawValues> values = keys.values();
        boolean[] ofItem = new boolean[columns.size()];
        int[] at = new int[columns.size()];
        for (int i = 0; i < at.length; i++) {
            ofItem[i] = columns.get(i) instanceof TableField<?, ?> column && ITEM.equals(column.getTable());
            at[i] = (ofItem[i] ? items : determinations).index(columns.get(i).getName());
        }
        int id = index(determinations, DETERMINATION.ID);
        int bucket = index(determinations, DETERMINATION.BUCKET);
        int from = index(determinations, DETERMINATION.DECIDED_FROM);
        int to = index(determinations, DETERMINATION.DECIDED_TO);
        int received = index(determinations, DETERMINATION.RECEIVED_DATE);
        int assigned = index(determinations, DETERMINATION.ASSIGNED_DATE);
        int digest = index(determinations, DETERMINATION.CONTENT_HASH);
        int owner = index(items, ITEM.DETERMINATION);
        int outcome = index(items, ITEM.OUTCOME);
        LetterBatch batch = new LetterBatch(columns.size());
        int[] ofLetter = new int[columns.size()];
        try (CopyRows letters = new CopyRows(determinations.rows());
                CopyRows rows = new CopyRows(items.rows())) {
            SentUnmatched.Reader services = unmatched.new Reader(items, rows);
            boolean more = rows.next();
            while (letters.next()) {
                long number = letters.int8(id);
                batch.letter(
                        number,
                        1,
                        letters.int4(bucket),
                        StoredLetters.day(letters, from),
                        StoredLetters.day(letters, to),
                        StoredLetters.day(letters, received),
                        StoredLetters.day(letters, assigned),
                        letters.int8(digest));
                for (int i = 0; i < at.length; i++) {
                    ofLetter[i] = ofItem[i] ? -1 : values.get(i).number(letters, at[i]);
                }
                for (; more && rows.int8(owner) == number; more = rows.next()) {
                    batch.item(outcomes.of(rows, outcome));
                    services.item(letters.int4(bucket));
                    for (int i = 0; i < at.length; i++) {
                        batch.put(i, ofItem[i] ? values.get(i).number(rows, at[i]) : ofLetter[i]);
                    }
                }
            }
            if (more) {
                throw new IllegalStateException("Items without their determination were sent");
            }
        }
        return batch;
    }

    private static int index(NamedRows rows, Field<?> column) {
        return rows.index(column.getName());
    }
}
