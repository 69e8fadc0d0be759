package org.uphold.aggregate;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.BUCKET_STATE;
import static org.uphold.schema.Tables.CELL;
import static org.uphold.schema.Tables.CELL_CHANGE;
import static org.uphold.schema.Tables.DETERMINATION;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/**
 * The sums that the store keeps by month: brought up to date by what came and went, never by reading the history again. All
 * methods work within the caller's transaction.
 */
public final class Cells {

    private final DSLContext dsl;

    public Cells(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Adds the letters that came and takes out those that went since the last time.
     *
     * @return buckets whose sums changed
     */
    public SortedSet<Integer> bringUpToDate() {
        SortedSet<Integer> buckets = new TreeSet<>(dsl.selectDistinct(DETERMINATION.BUCKET)
                .from(CELL_CHANGE)
                .join(DETERMINATION)
                .on(DETERMINATION.ID.eq(CELL_CHANGE.DETERMINATION))
                .fetch(DETERMINATION.BUCKET));
        if (buckets.isEmpty()) {
            return buckets;
        }
        dsl.execute("analyze uphold.cell_change");
        apply(CELL_CHANGE, CELL_CHANGE.DETERMINATION, CELL_CHANGE.SIGN);
        dsl.deleteFrom(CELL_CHANGE).execute();
        dropEmpty(buckets);
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
        Field<Long> id = field(name("changed", "id"), Long.class);
        Table<?> changed = unnest(val(determinations.toArray(Long[]::new))).as("changed", "id");
        apply(changed, id, inline(sign));
        SortedSet<Integer> buckets = new TreeSet<>(dsl.selectDistinct(DETERMINATION.BUCKET)
                .from(DETERMINATION)
                .where(DETERMINATION.ID.eq(any(determinations.toArray(Long[]::new))))
                .fetch(DETERMINATION.BUCKET));
        if (sign > 0) {
            dropEmpty(buckets);
        }
        return buckets;
    }

    /** Adds, or with sign -1 takes out, the letters of a table with {@code id} and {@code sign}. */
    private void apply(Table<? extends Record> changes, Field<Long> id, Field<? extends Number> sign) {
        // What all the statements need of the letters and their items is put down once, narrow: the texts of the items
        // are
        // most of their bytes. The copy is called item too and stands before the table on the search path, so that the
        // statements are the very ones that read the table.
        dsl.execute("set local work_mem = '128MB'");
        dsl.execute("set local search_path = pg_temp, uphold");
        dsl.execute("drop table if exists pg_temp.changed_letter, pg_temp.item");
        dsl.createTemporaryTable("changed_letter")
                .as(LetterRows.signed(changes, id, sign))
                .onCommitDrop()
                .execute();
        dsl.execute("analyze pg_temp.changed_letter");
        dsl.execute("""
                create temporary table item on commit drop as
                select i.determination, i.outcome, i.service_id, i.claims_administrator_sources, i.reviewer_sources,
                    i.reviewer_guidelines
                from pg_temp.changed_letter l join uphold.item i on i.determination = l.id""");
        dsl.execute("analyze pg_temp.item");
        DSLContext unqualified = DSL.using(
                dsl.configuration().derive(SettingsTools.clone(dsl.settings()).withRenderSchema(false)));
        Select<? extends Record> letters = select(asterisk()).from(table(name("changed_letter")));
        for (Maintained.Part part : Maintained.parts(letters)) {
            add(unqualified, part);
        }
        addState();
        dsl.execute("drop table pg_temp.changed_letter, pg_temp.item");
        dsl.execute("set local search_path = default");
    }

    private static void add(DSLContext dsl, Maintained.Part part) {
        List<Field<?>> target = new ArrayList<>(List.of(CELL.GROUPING, CELL.BUCKET, CELL.KEY));
        List<SelectFieldOrAsterisk> source =
                new ArrayList<>(List.of(inline(part.grouping()), GroupSums.BUCKET, GroupSums.KEY));
        Map<Field<?>, Field<?>> additions = new HashMap<>();
        for (Field<Long> column : GroupSums.SUMS) {
            Field<Long> cell = cellColumn(column);
            target.add(cell);
            source.add(column);
            additions.put(cell, cell.add(excluded(cell)));
        }
        dsl.insertInto(CELL, target)
                .select(select(source).from(part.sums().asTable("sums")))
                .onConflict(CELL.GROUPING, CELL.BUCKET, CELL.KEY)
                .doUpdate()
                .set(additions)
                .execute();
    }

    /** Where letters went, groups may be left with nothing in them. */
    private void dropEmpty(SortedSet<Integer> buckets) {
        dsl.deleteFrom(CELL)
                .where(CELL.BUCKET.in(buckets))
                .and(CELL.LETTERS.eq(0L))
                .and(CELL.ITEMS.eq(0L))
                .execute();
        dsl.deleteFrom(BUCKET_STATE)
                .where(BUCKET_STATE.BUCKET.in(buckets))
                .and(BUCKET_STATE.DETERMINATIONS.eq(0L))
                .execute();
    }

    private void addState() {
        Field<Integer> sign = field(name("letter", "sign"), Integer.class);
        Field<BigDecimal> digest = digest();
        dsl.insertInto(BUCKET_STATE, BUCKET_STATE.BUCKET, BUCKET_STATE.DETERMINATIONS, BUCKET_STATE.CONTENT)
                .select(select(
                                DETERMINATION.BUCKET,
                                sum(sign).cast(SQLDataType.BIGINT),
                                sum(digest.mul(sign)).cast(SQLDataType.NUMERIC))
                        .from(table(name("pg_temp", "changed_letter")).as("letter"))
                        .join(DETERMINATION)
                        .on(DETERMINATION.ID.eq(field(name("letter", "id"), Long.class)))
                        .groupBy(DETERMINATION.BUCKET))
                .onConflict(BUCKET_STATE.BUCKET)
                .doUpdate()
                .set(
                        BUCKET_STATE.DETERMINATIONS,
                        BUCKET_STATE.DETERMINATIONS.add(excluded(BUCKET_STATE.DETERMINATIONS)))
                .set(BUCKET_STATE.CONTENT, BUCKET_STATE.CONTENT.add(excluded(BUCKET_STATE.CONTENT)))
                .execute();
    }

    /** The first eight bytes of a content hash as a number. */
    private static Field<BigDecimal> digest() {
        return field(
                "('x' || encode(substring({0} from 1 for 8), 'hex'))::bit(64)::bigint",
                SQLDataType.NUMERIC, DETERMINATION.CONTENT_HASH);
    }

    /**
     * Which state of the store a window shows: equal states hold equal determinations. Whole months come from what is kept of
     * them; of the two ragged edges the letters are read.
     */
    public String state(Basis basis, DateRange window) {
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
        for (Record row : rows) {
            int number = row.get(0, Integer.class);
            if (number % 100 != 0) {
                months.put(YearMonth.of(number / 100, number % 100), row.get(1) + ":" + row.get(2));
            }
        }
        return months;
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
