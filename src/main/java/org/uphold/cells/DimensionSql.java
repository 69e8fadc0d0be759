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
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Dimension;
import org.uphold.rates.Input;
import org.uphold.schema.tables.Guideline;
import org.uphold.schema.tables.Item;
import org.uphold.schema.tables.SourceSet;
import org.uphold.schema.tables.Specialty;

/**
 * How each dimension is read from the store: the column it depends on, what is joined to a letter's items, and the key that
 * comes of it. The one place to touch for a new dimension, beside the enum itself: the statements of {@link GroupSums} and the
 * sums that are kept ({@link StoredKeys}) both take it from here.
 */
final class DimensionSql {

    private static final Item ITEM = LetterRows.ITEM;
    private static final Guideline PRIMARY = GUIDELINE.as("primary_guideline");
    private static final Guideline CITED = GUIDELINE.as("cited");
    private static final Specialty FIRST = SPECIALTY.as("first_specialty");
    private static final Specialty NAMED = SPECIALTY.as("named");
    private static final SourceSet THEIRS = SOURCE_SET.as("theirs");
    private static final SourceSet OURS = SOURCE_SET.as("ours");

    private DimensionSql() {}

    /** Values of the dimension's columns, never null. */
    static List<Field<String>> keys(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_CATEGORY -> List.of(SERVICE.CATEGORY);
            case SERVICE -> List.of(SERVICE.CATEGORY, SERVICE.SUBCATEGORY);
            case GUIDELINE_SOURCE -> List.of(stated(SOURCE_IN_SET.SOURCE));
            case GUIDELINE -> List.of(stated(CITED.SOURCE), stated(CITED.NAME));
            case PRIMARY_GUIDELINE -> List.of(stated(PRIMARY.SOURCE), stated(PRIMARY.NAME));
            case SPECIALTY -> List.of(stated(NAMED.NAME));
            case PRIMARY_SPECIALTY -> List.of(stated(FIRST.NAME));
            case MONTH -> List.of(month());
            case YEAR -> List.of(year());
            case CLAIMS_ADMINISTRATOR_SOURCES -> List.of(stated(THEIRS.CODE));
            case REVIEWER_SOURCES -> List.of(stated(OURS.CODE));
            case CLAIMS_ADMINISTRATOR -> List.of(stated(CLAIMS_ADMINISTRATOR.NAME));
            case PRIORITY -> List.of(stated(LetterRows.PRIORITY));
            case JURISDICTION -> List.of(stated(LetterRows.JURISDICTION));
        };
    }

    /** The column, of a letter or of an item, that holds an input. */
    static Field<?> column(Input input) {
        return switch (input) {
            case SERVICE -> ITEM.SERVICE_ID;
            case REVIEWER_GUIDELINES -> ITEM.REVIEWER_GUIDELINES;
            case REVIEWER_SOURCES -> ITEM.REVIEWER_SOURCES;
            case CLAIMS_ADMINISTRATOR_SOURCES -> ITEM.CLAIMS_ADMINISTRATOR_SOURCES;
            case SPECIALTIES -> LetterRows.SPECIALTIES;
            case MONTH -> LetterRows.BUCKET;
            case CLAIMS_ADMINISTRATOR -> LetterRows.ADMINISTRATOR;
            case PRIORITY -> LetterRows.PRIORITY;
            case JURISDICTION -> LetterRows.JURISDICTION;
        };
    }

    /** Joins what the dimension's keys are read from. */
    static Table<? extends Record> join(Table<? extends Record> rows, Dimension dimension) {
        return switch (dimension) {
            case SERVICE_CATEGORY, SERVICE -> rows.join(SERVICE).on(SERVICE.ID.eq(ITEM.SERVICE_ID));
            case GUIDELINE_SOURCE -> rows.leftJoin(SOURCE_IN_SET).on(SOURCE_IN_SET.BITS.eq(ITEM.REVIEWER_SOURCES));
            case GUIDELINE ->
                rows.leftJoin(lateral(unnest(ITEM.REVIEWER_GUIDELINES)).as("citation", "id"))
                        .on(trueCondition())
                        .leftJoin(CITED)
                        .on(CITED.ID.eq(field(name("citation", "id"), Integer.class)));
            case PRIMARY_GUIDELINE ->
                rows.leftJoin(PRIMARY).on(PRIMARY.ID.eq(arrayGet(ITEM.REVIEWER_GUIDELINES, inline(1))));
            case SPECIALTY ->
                rows.leftJoin(lateral(unnest(LetterRows.SPECIALTIES)).as("naming", "id"))
                        .on(trueCondition())
                        .leftJoin(NAMED)
                        .on(NAMED.ID.eq(field(name("naming", "id"), Integer.class)));
            case PRIMARY_SPECIALTY -> rows.leftJoin(FIRST).on(FIRST.ID.eq(arrayGet(LetterRows.SPECIALTIES, inline(1))));
            case CLAIMS_ADMINISTRATOR_SOURCES ->
                rows.leftJoin(THEIRS).on(THEIRS.BITS.eq(ITEM.CLAIMS_ADMINISTRATOR_SOURCES));
            case REVIEWER_SOURCES -> rows.leftJoin(OURS).on(OURS.BITS.eq(ITEM.REVIEWER_SOURCES));
            case CLAIMS_ADMINISTRATOR ->
                rows.leftJoin(CLAIMS_ADMINISTRATOR).on(CLAIMS_ADMINISTRATOR.ID.eq(LetterRows.ADMINISTRATOR));
            case MONTH, YEAR, PRIORITY, JURISDICTION -> rows;
        };
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
