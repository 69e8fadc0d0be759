package org.uphold.cells;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyRows;
import org.uphold.rates.sums.LetterBatch;

/** How a statement gives letters with their items, and how a batch is read from it. */
final class StoredLetters {

    // What the stream starts with; the inputs of the dimensions follow.
    private static final int AT_ID = 0;
    private static final int AT_SIGN = 1;
    private static final int AT_BUCKET = 2;
    private static final int AT_DECIDED_FROM = 3;
    private static final int AT_DECIDED_TO = 4;
    private static final int AT_RECEIVED = 5;
    private static final int AT_ASSIGNED = 6;
    private static final int AT_DIGEST = 7;
    private static final int AT_OUTCOME = 8;
    private static final int AT_INPUTS = 9;

    private StoredLetters() {}

    /**
     * What a statement over {@code letter} and {@code item} selects, ordered by the letter's number.
     *
     * @param keys whose inputs are read
     * @param sign 1 or -1
     * @param digest first eight bytes of the content hash, or a number that stands for it
     */
    static List<SelectFieldOrAsterisk> columns(StoredKeys keys, Field<Integer> sign, Field<?> digest) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(
                LetterRows.ID,
                sign,
                LetterRows.BUCKET,
                LetterRows.DECIDED_FROM,
                LetterRows.DECIDED_TO,
                LetterRows.RECEIVED,
                LetterRows.ASSIGNED,
                digest,
                LetterRows.ITEM.OUTCOME));
        columns.addAll(keys.columns());
        return columns;
    }

    /** Everything that the statement gives. */
    static LetterBatch read(Connection connection, String query, StoredKeys keys) throws SQLException {
        List<RawValues> values = keys.values();
        LetterBatch batch = new LetterBatch(values.size());
        OutcomeNumbers outcomes = new OutcomeNumbers();
        try (CopyRows rows = Copy.out(connection, query)) {
            while (rows.next()) {
                long id = rows.int8(AT_ID);
                if (!batch.isLast(id)) {
                    batch.letter(
                            id,
                            rows.int4(AT_SIGN),
                            rows.int4(AT_BUCKET),
                            day(rows, AT_DECIDED_FROM),
                            day(rows, AT_DECIDED_TO),
                            day(rows, AT_RECEIVED),
                            day(rows, AT_ASSIGNED),
                            rows.int8(AT_DIGEST));
                }
                batch.item(outcomes.of(rows, AT_OUTCOME));
                for (int i = 0; i < values.size(); i++) {
                    batch.put(i, values.get(i).number(rows, AT_INPUTS + i));
                }
            }
        }
        return batch;
    }

    static int day(CopyRows rows, int field) {
        return rows.isNull(field) ? LetterBatch.NO_DAY : rows.int4(field);
    }
}
