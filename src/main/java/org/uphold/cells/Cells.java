package org.uphold.cells;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.BUCKET_STATE;
import static org.uphold.schema.Tables.CELL;
import static org.uphold.schema.Tables.CELL_CHANGE;
import static org.uphold.schema.Tables.DETERMINATION;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.rates.sums.BucketStates;
import org.uphold.rates.sums.KeptGroupings;
import org.uphold.rates.sums.LetterSums;

/**
 * The sums that the store keeps by month: brought up to date by what came and went, never by reading the history again. All
 * methods work within the caller's transaction.
 */
public final class Cells {

    /** Some hundred bytes each: what is summed at once stays far below the memory that a night may take. */
    private static final int MOST_CELLS = 500_000;

    private final DSLContext dsl;
    private final StoredKeys keys = new StoredKeys();

    public Cells(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Adds the letters that came and takes out those that went since the last time.
     *
     * @return buckets whose sums changed
     */
    public SortedSet<Integer> bringUpToDate() {
        if (areUpToDate()) {
            return new TreeSet<>();
        }
        SortedSet<Integer> buckets = apply(select(CELL_CHANGE.DETERMINATION.as("id"), CELL_CHANGE.SIGN.as("sign"))
                .from(CELL_CHANGE));
        dsl.deleteFrom(CELL_CHANGE).execute();
        return buckets;
    }

    /** Whether nothing came or went since they were last brought up to date. */
    public boolean areUpToDate() {
        return !dsl.fetchExists(CELL_CHANGE);
    }

    /** Takes letters out that are about to change; answers their buckets. */
    public SortedSet<Integer> takeOut(List<Long> determinations) {
        return apply(determinations, -1);
    }

    /** Puts letters back that have changed; answers their buckets. */
    public SortedSet<Integer> putIn(List<Long> determinations) {
        return apply(determinations, 1);
    }

    private SortedSet<Integer> apply(List<Long> determinations, int sign) {
        if (determinations.isEmpty()) {
            return new TreeSet<>();
        }
        Table<?> changed = unnest(val(determinations.toArray(Long[]::new))).as("changed", "id");
        return apply(
                select(field(name("changed", "id"), Long.class), inline(sign).as("sign"))
                        .from(changed));
    }

    /** Adds letters, or takes them out, by their sign: one pass over them gives the sums of all groupings. */
    private SortedSet<Integer> apply(Select<? extends Record> changes) {
        CellWriter writer = new CellWriter(dsl);
        LetterSums sums = new LetterSums(KeptGroupings.codes(), keys);
        new ChangedLetters(dsl, keys).read(changes, letters -> {
            sums.add(letters);
            if (sums.size() > MOST_CELLS) {
                writer.send(sums.take());
            }
        });
        writer.send(sums.take());
        BucketStates states = sums.states();
        SortedSet<Integer> buckets = new TreeSet<>(states.changes().keySet());
        writer.add(states.isTaken());
        CellWriter.addStates(dsl, states.changes());
        UnmatchedServices.add(dsl, ChangedLetters.NAME, buckets);
        return buckets;
    }

    /** The first eight bytes of a content hash as a number. */
    private static Field<BigDecimal> digest() {
        return field(
                "('x' || encode(substring({0} from 1 for 8), 'hex'))::bit(64)::bigint",
                SQLDataType.NUMERIC, DETERMINATION.CONTENT_HASH);
    }

    /**
     * Which state of the store a window shows: equal states hold equal determinations, and as many statements that lost to them. Whole
     * months come from what is kept of them; of the two ragged edges the letters are read.
     */
    public String state(Basis basis, DateRange window) {
        return determinations(basis, window) + lost(dsl.fetchCount(LetterRows.superseded(basis, window, null, null)));
    }

    /** Where none lost it is as it was before those were counted. */
    private static String lost(int statements) {
        return statements == 0 ? "" : "-" + statements;
    }

    private String determinations(Basis basis, DateRange window) {
        Record sums;
        if (basis == Basis.DECISION) {
            WindowParts parts = WindowParts.of(window, buckets());
            Record whole = dsl.select(sum(BUCKET_STATE.DETERMINATIONS), sum(BUCKET_STATE.CONTENT))
                    .from(BUCKET_STATE)
                    .where(BUCKET_STATE.BUCKET.in(parts.whole()))
                    .fetchSingle();
            StringBuilder state =
                    new StringBuilder().append(whole.get(0)).append(':').append(whole.get(1));
            for (DateRange edge : parts.edges()) {
                Record ragged = digestOf(basis, edge);
                state.append('/').append(ragged.get(0)).append(':').append(ragged.get(1));
            }
            return state.toString();
        }
        sums = digestOf(basis, window);
        return sums.get(0) + ":" + sums.get(1);
    }

    /** Whether a state is that of a window without letters. */
    public static boolean isEmpty(@Nullable String state) {
        return state == null || state.endsWith(":null");
    }

    /**
     * The state of every whole month that holds anything, as {@link #state} gives it. What has no month, because it is
     * undated or states only a year, is in none.
     */
    public SortedMap<YearMonth, String> months(Basis basis) {
        SortedMap<YearMonth, String> months = new TreeMap<>();
        Field<Integer> bucket = LetterRows.bucket(basis);
        Result<? extends Record> rows = basis == Basis.DECISION
                ? dsl.select(BUCKET_STATE.BUCKET, BUCKET_STATE.DETERMINATIONS, BUCKET_STATE.CONTENT)
                        .from(BUCKET_STATE)
                        .fetch()
                : dsl.select(bucket, count(), sum(digest()))
                        .from(DETERMINATION)
                        .where(LetterRows.isCurrent(null))
                        .groupBy(bucket)
                        .fetch();
        Map<Integer, Integer> lost = lostByBucket(basis);
        for (Record row : rows) {
            int number = row.get(0, Integer.class);
            if (number % 100 != 0) {
                months.put(
                        YearMonth.of(number / 100, number % 100),
                        row.get(1) + ":" + row.get(2) + lost(lost.getOrDefault(number, 0)));
            }
        }
        return months;
    }

    private Map<Integer, Integer> lostByBucket(Basis basis) {
        Field<Integer> bucket = field(name("lost", "bucket"), Integer.class);
        return dsl.select(bucket, count())
                .from(LetterRows.superseded(basis, DateRange.ALL, null, null).asTable("lost"))
                .groupBy(bucket)
                .fetchMap(bucket, count());
    }

    /** How many letters state no month of their date: no package of a month holds them. */
    public long withoutMonth(Basis basis) {
        Result<? extends Record> rows = basis == Basis.DECISION
                ? dsl.select(sum(BUCKET_STATE.DETERMINATIONS))
                        .from(BUCKET_STATE)
                        .where(BUCKET_STATE.BUCKET.mod(100).eq(0))
                        .fetch()
                : dsl.select(count())
                        .from(DETERMINATION)
                        .where(LetterRows.isCurrent(null))
                        .and(LetterRows.date(basis).isNull())
                        .fetch();
        Long letters = rows.get(0).get(0, Long.class);
        return letters == null ? 0 : letters;
    }

    private Record digestOf(Basis basis, DateRange range) {
        return dsl.select(count(), sum(digest()))
                .from(DETERMINATION)
                .where(LetterRows.isCurrent(null))
                .and(LetterRows.within(basis, range))
                .fetchSingle();
    }

    /** Buckets that hold anything. */
    List<Integer> buckets() {
        return dsl.select(BUCKET_STATE.BUCKET)
                .from(BUCKET_STATE)
                .orderBy(BUCKET_STATE.BUCKET)
                .fetch(BUCKET_STATE.BUCKET);
    }

    /** Buckets that held anything at a time. */
    List<Integer> bucketsAt(OffsetDateTime time) {
        return dsl.selectDistinct(DETERMINATION.BUCKET)
                .from(DETERMINATION)
                .where(LetterRows.isCurrent(time))
                .orderBy(DETERMINATION.BUCKET)
                .fetch(DETERMINATION.BUCKET);
    }

    @SuppressWarnings("unchecked")
    static Field<Long> cellColumn(Field<Long> sum) {
        Field<?> field = CELL.field(sum.getName());
        if (field == null) {
            throw new IllegalStateException("The table cell lacks the sum " + sum.getName());
        }
        return (Field<Long>) field;
    }
}
