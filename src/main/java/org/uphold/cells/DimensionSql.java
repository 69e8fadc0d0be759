package org.uphold.cells;

import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.when;
import static org.uphold.schema.Tables.CLAIMS_ADMINISTRATOR;
import static org.uphold.schema.Tables.GUIDELINE;
import static org.uphold.schema.Tables.SERVICE;
import static org.uphold.schema.Tables.SOURCE_IN_SET;
import static org.uphold.schema.Tables.SOURCE_SET;
import static org.uphold.schema.Tables.SPECIALTY;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Dimension;
import org.uphold.schema.tables.Guideline;
import org.uphold.schema.tables.Item;
import org.uphold.schema.tables.SourceSet;
import org.uphold.schema.tables.Specialty;

/**
 * How each dimension is read from the store: what is joined to a letter's items, and the key that comes of it. The one table to touch for
 * a new dimension, beside the enum itself: the statements of {@link GroupSums} and the sums that are kept ({@link StoredKeys}) both take
 * it from here.
 */
final class DimensionSql {

    private static final Item ITEM = LetterRows.ITEM;
    private static final Guideline PRIMARY = GUIDELINE.as("primary_guideline");
    private static final Guideline CITED = GUIDELINE.as("cited");
    private static final Specialty FIRST = SPECIALTY.as("first_specialty");
    private static final Specialty NAMED = SPECIALTY.as("named");
    private static final SourceSet THEIRS = SOURCE_SET.as("theirs");
    private static final SourceSet OURS = SOURCE_SET.as("ours");

    /**
     * One dimension.
     *
     * @param keys values of its columns, never null
     * @param join joins what they are read from to letters with their items
     */
    private record Read(List<Field<String>> keys, UnaryOperator<Table<? extends Record>> join) {}

    private DimensionSql() {}

    private static Read read(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_CATEGORY -> new Read(List.of(SERVICE.CATEGORY), DimensionSql::service);
            case SERVICE -> new Read(List.of(SERVICE.CATEGORY, SERVICE.SUBCATEGORY), DimensionSql::service);
            case GUIDELINE_SOURCE ->
                new Read(
                        List.of(stated(SOURCE_IN_SET.SOURCE)),
                        rows -> rows.leftJoin(SOURCE_IN_SET).on(SOURCE_IN_SET.BITS.eq(ITEM.REVIEWER_SOURCES)));
            case GUIDELINE ->
                new Read(
                        List.of(stated(CITED.SOURCE), stated(CITED.NAME)),
                        rows -> rows.leftJoin(lateral(unnest(ITEM.REVIEWER_GUIDELINES))
                                        .as("citation", "id"))
                                .on(trueCondition())
                                .leftJoin(CITED)
                                .on(CITED.ID.eq(field(name("citation", "id"), Integer.class))));
            case PRIMARY_GUIDELINE ->
                new Read(
                        List.of(stated(PRIMARY.SOURCE), stated(PRIMARY.NAME)),
                        rows -> rows.leftJoin(PRIMARY)
                                .on(PRIMARY.ID.eq(arrayGet(ITEM.REVIEWER_GUIDELINES, inline(1)))));
            case SPECIALTY ->
                new Read(
                        List.of(stated(NAMED.NAME)),
                        rows -> rows.leftJoin(
                                        lateral(unnest(LetterRows.SPECIALTIES)).as("naming", "id"))
                                .on(trueCondition())
                                .leftJoin(NAMED)
                                .on(NAMED.ID.eq(field(name("naming", "id"), Integer.class))));
            case PRIMARY_SPECIALTY ->
                new Read(
                        List.of(stated(FIRST.NAME)),
                        rows -> rows.leftJoin(FIRST).on(FIRST.ID.eq(arrayGet(LetterRows.SPECIALTIES, inline(1)))));
            case MONTH -> new Read(List.of(month()), rows -> rows);
            case YEAR -> new Read(List.of(year()), rows -> rows);
            case CLAIMS_ADMINISTRATOR_SOURCES ->
                new Read(
                        List.of(stated(THEIRS.CODE)),
                        rows -> rows.leftJoin(THEIRS).on(THEIRS.BITS.eq(ITEM.CLAIMS_ADMINISTRATOR_SOURCES)));
            case REVIEWER_SOURCES ->
                new Read(
                        List.of(stated(OURS.CODE)),
                        rows -> rows.leftJoin(OURS).on(OURS.BITS.eq(ITEM.REVIEWER_SOURCES)));
            case CLAIMS_ADMINISTRATOR ->
                new Read(
                        List.of(stated(CLAIMS_ADMINISTRATOR.NAME)),
                        rows -> rows.leftJoin(CLAIMS_ADMINISTRATOR)
                                .on(CLAIMS_ADMINISTRATOR.ID.eq(LetterRows.ADMINISTRATOR)));
            case PRIORITY -> new Read(List.of(stated(LetterRows.PRIORITY)), rows -> rows);
            case JURISDICTION -> new Read(List.of(stated(LetterRows.JURISDICTION)), rows -> rows);
        };
    }

    /** Values of the dimension's columns, never null. */
    static List<Field<String>> keys(Dimension dimension) {
        return read(dimension).keys();
    }

    /** Joins what the dimension's keys are read from. */
    static Table<? extends Record> join(Table<? extends Record> rows, Dimension dimension) {
        return read(dimension).join().apply(rows);
    }

    private static Table<? extends Record> service(Table<? extends Record> rows) {
        return rows.join(SERVICE).on(SERVICE.ID.eq(ITEM.SERVICE_ID));
    }

    private static Field<String> stated(Field<String> value) {
        return coalesce(value, inline(PublishedWords.NOT_STATED));
    }

    /** Plain arithmetic, so that the statement reads the same in every tool. */
    private static Field<String> month() {
        return when(LetterRows.BUCKET.mod(inline(100)).eq(inline(0)), inline(PublishedWords.NOT_STATED))
                .otherwise(field("to_char({0}, 'FM0000\"-\"00')", SQLDataType.VARCHAR, LetterRows.BUCKET));
    }

    private static Field<String> year() {
        return when(LetterRows.BUCKET.eq(inline(0)), inline(PublishedWords.NOT_STATED))
                .otherwise(LetterRows.BUCKET.div(inline(100)).cast(SQLDataType.VARCHAR));
    }
}
