package org.uphold.cells;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.zero;
import static org.uphold.schema.Tables.SERVICE;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Dimension;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.schema.enums.Outcome;

/**
 * The statements that turn letters into the sums of a {@link org.uphold.rates.Tally}: first each letter's items within a group, then the groups
 * over letters. Each gives {@code bucket, key} and the sums in the order of {@code cell}'s columns.
 */
final class GroupSums {

    static final Field<Integer> BUCKET = field(name("bucket"), Integer.class);
    static final Field<String[]> KEY = field(name("key"), String[].class);

    /** Sums of a tally, as columns of {@code cell}. */
    static final List<Field<Long>> SUMS = List.of(
            sumColumn("letters"),
            sumColumn("cases_upheld"),
            sumColumn("cases_overturned"),
            sumColumn("cases_mixed"),
            sumColumn("cases_undetermined"),
            sumColumn("cases_with_upheld"),
            sumColumn("cases_with_not_upheld"),
            sumColumn("items"),
            sumColumn("upheld"),
            sumColumn("overturned"),
            sumColumn("partially_overturned"),
            sumColumn("unknown"),
            sumColumn("sum_mm"),
            sumColumn("sum_xm"),
            sumColumn("sum_xx"));

    private static final Field<Long> U = field(name("u"), Long.class);
    private static final Field<Long> O = field(name("o"), Long.class);
    private static final Field<Long> P = field(name("p"), Long.class);
    private static final Field<Long> K = field(name("k"), Long.class);
    private static final Field<Integer> GROUP_SIGN = field(name("sign"), Integer.class);

    private GroupSums() {}

    private static Field<Long> sumColumn(String column) {
        return field(name(column), Long.class);
    }

    /** Sums by the dimensions; by none of them, overall. */
    static Select<? extends Record> of(List<Dimension> dimensions, Select<? extends Record> letters) {
        Table<? extends Record> rows = items(letters);
        List<Field<String>> keys = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            rows = DimensionSql.join(rows, dimension);
            keys.addAll(DimensionSql.keys(dimension));
        }
        Field<String[]> key = array(keys).cast(SQLDataType.VARCHAR.array());
        Table<? extends Record> perLetter = select(
                        LetterRows.SIGN.as("sign"),
                        LetterRows.BUCKET.as("bucket"),
                        key.as("key"),
                        items(Outcome.UPHELD).as("u"),
                        items(Outcome.OVERTURNED).as("o"),
                        items(Outcome.PARTIALLY_OVERTURNED).as("p"),
                        items(Outcome.UNKNOWN).as("k"))
                .from(rows)
                .where(LetterRows.ITEM.OUTCOME.in(
                        inline(Outcome.UPHELD),
                        inline(Outcome.OVERTURNED),
                        inline(Outcome.PARTIALLY_OVERTURNED),
                        inline(Outcome.UNKNOWN)))
                .groupBy(LetterRows.ID, LetterRows.SIGN, LetterRows.BUCKET, key)
                .asTable("per_letter");
        return select(columns()).from(perLetter).groupBy(BUCKET, KEY);
    }

    /** Items and letters by outcome, those that the tables leave out too. */
    static Select<? extends Record> dispositions(Select<? extends Record> letters) {
        Field<String[]> key = array(LetterRows.ITEM.OUTCOME.cast(SQLDataType.VARCHAR));
        Table<? extends Record> perLetter = select(
                        LetterRows.SIGN.as("sign"), LetterRows.BUCKET.as("bucket"), key.as("key"), count().as("n"))
                .from(items(letters))
                .groupBy(LetterRows.ID, LetterRows.SIGN, LetterRows.BUCKET, LetterRows.ITEM.OUTCOME)
                .asTable("per_letter");
        Field<Integer> n = field(name("n"), Integer.class);
        return counted(perLetter, n);
    }

    /** Letters by the days between two of their dates; the key is the measure and the number of days. */
    static Select<? extends Record> days(TimelinessMeasure measure, Select<? extends Record> letters) {
        Field<?> start = measure.isFromReceipt() ? LetterRows.RECEIVED : LetterRows.ASSIGNED;
        Field<Integer> days = field("{0} - {1}", SQLDataType.INTEGER, LetterRows.DECIDED_FROM, start);
        Field<String[]> key = array(inline(measure.name()), days.cast(SQLDataType.VARCHAR));
        Condition stated = LetterRows.DECIDED_FROM.eq(LetterRows.DECIDED_TO).and(start.isNotNull());
        Table<? extends Record> perLetter = select(
                        LetterRows.SIGN.as("sign"),
                        LetterRows.BUCKET.as("bucket"),
                        key.cast(SQLDataType.VARCHAR.array()).as("key"),
                        count().as("n"))
                .from(items(letters).join(SERVICE).on(SERVICE.ID.eq(LetterRows.ITEM.SERVICE_ID)))
                .where(stated)
                .groupBy(LetterRows.ID, LetterRows.SIGN, LetterRows.BUCKET, LetterRows.DECIDED_FROM, start)
                .having(
                        measure.isOfDrugs()
                                ? boolAnd(SERVICE.CATEGORY.eq(inline(PublishedWords.PHARMACEUTICALS)))
                                : org.jooq.impl.DSL.noCondition())
                .asTable("per_letter");
        return counted(perLetter, field(name("n"), Integer.class));
    }

    /** Letters with their items. */
    static Table<? extends Record> items(Select<? extends Record> letters) {
        return letters.asTable("letter").join(LetterRows.ITEM).on(LetterRows.ITEM.DETERMINATION.eq(LetterRows.ID));
    }

    private static Field<Integer> items(Outcome outcome) {
        return count().filterWhere(LetterRows.ITEM.OUTCOME.eq(inline(outcome)));
    }

    private static Select<? extends Record> counted(Table<? extends Record> perLetter, Field<Integer> n) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(BUCKET, KEY));
        for (Field<Long> column : SUMS) {
            columns.add(
                    switch (column.getName()) {
                        case "letters" -> sumOf(GROUP_SIGN.cast(SQLDataType.BIGINT), "letters");
                        case "items" -> sumOf(GROUP_SIGN.mul(n).cast(SQLDataType.BIGINT), "items");
                        default -> inline(0L).as(column.getName());
                    });
        }
        return select(columns).from(perLetter).groupBy(BUCKET, KEY);
    }

    private static List<SelectFieldOrAsterisk> columns() {
        Field<Long> m = U.add(O).add(P);
        Field<Long> sign = GROUP_SIGN.cast(SQLDataType.BIGINT);
        return List.of(
                BUCKET,
                KEY,
                sumOf(sign, "letters"),
                sumOf(signIf(m.gt(0L).and(U.eq(m))), "cases_upheld"),
                sumOf(signIf(m.gt(0L).and(O.eq(m))), "cases_overturned"),
                sumOf(signIf(m.gt(0L).and(U.ne(m)).and(O.ne(m))), "cases_mixed"),
                sumOf(signIf(m.eq(0L)), "cases_undetermined"),
                sumOf(signIf(U.gt(0L)), "cases_with_upheld"),
                sumOf(signIf(O.add(P).gt(0L)), "cases_with_not_upheld"),
                sumOf(sign.mul(m.add(K)), "items"),
                sumOf(sign.mul(U), "upheld"),
                sumOf(sign.mul(O), "overturned"),
                sumOf(sign.mul(P), "partially_overturned"),
                sumOf(sign.mul(K), "unknown"),
                sumOf(sign.mul(m).mul(m), "sum_mm"),
                sumOf(sign.mul(U).mul(m), "sum_xm"),
                sumOf(sign.mul(U).mul(U), "sum_xx"));
    }

    private static Field<Integer> signIf(Condition condition) {
        return case_().when(condition, GROUP_SIGN).else_(zero());
    }

    private static Field<Long> sumOf(Field<? extends Number> field, String column) {
        return sum(field).cast(SQLDataType.BIGINT).as(column);
    }
}
