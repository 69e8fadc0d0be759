package org.uphold.cells;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.NamedRows;
import org.uphold.rates.sums.BucketStates;
import org.uphold.rates.sums.KeptGroupings;
import org.uphold.rates.sums.LetterBatch;
import org.uphold.rates.sums.LetterSums;
import org.uphold.rates.sums.SummedCells;

/**
 * Sums of determinations that are on their way into a store which keeps no sums yet, from the very rows that are sent: none is read
 * back.
 */
public final class SentSums {

    private final DSLContext words;
    private final StoredKeys keys = new StoredKeys();
    private final SentUnmatched unmatched = new SentUnmatched();
    private final SentLetters letters = new SentLetters(keys, unmatched);
    private final LetterSums sums = new LetterSums(KeptGroupings.codes(), keys);
    /** Null until somebody asks for it, and again once something changed. */
    private @Nullable SummedCells ordered;

    /**
     * @param words where the words of dimensions are looked up, within a transaction
     */
    public SentSums(DSLContext words) {
        this.words = words;
    }

    /** Adds determinations with their items, in the same order. */
    public void add(NamedRows determinations, NamedRows items) {
        try {
            LetterBatch batch = letters.batch(determinations, items);
            keys.lookUp(words);
            ordered = null;
            sums.add(batch);
        } catch (SQLException e) {
            throw new IllegalStateException("Rows that were encoded cannot be read: " + e.getMessage(), e);
        }
    }

    /** Puts what was summed in the order in which it is written, while its writer waits for other things. */
    public void order() {
        ordered = sums.cells();
    }

    /** Takes some of them out again, as they stand in the store's tables. */
    public void takeOut(DSLContext dsl, String ids) {
        ordered = null;
        new ChangedLetters(dsl, keys)
                .read(
                        select(field(name("id"), Long.class), inline(-1).as("sign"))
                                .from(table("({0}) as back", org.jooq.impl.DSL.sql(ids))),
                        sums::add);
        if (!unmatched.isGivenUp()) {
            UnmatchedServices.count(dsl, ChangedLetters.NAME);
        }
    }

    /** Writes the sums into cells that the transaction truncated and that have no index yet; answers their buckets. */
    public SortedSet<Integer> write(DSLContext dsl) {
        CellWriter.fill(dsl, ordered == null ? sums.cells() : ordered);
        if (unmatched.isGivenUp()) {
            UnmatchedServices.addAll(dsl);
        } else {
            UnmatchedServices.addStaged(dsl, unmatched.stage(dsl));
        }
        BucketStates states = sums.states();
        CellWriter.addStates(dsl, states.changes());
        return new TreeSet<>(states.changes().keySet());
    }
}
