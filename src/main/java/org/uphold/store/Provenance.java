package org.uphold.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;
import static org.uphold.schema.Tables.SERVICE;
import static org.uphold.schema.Tables.SOURCE_FILE;
import static org.uphold.schema.Tables.SOURCE_PATH;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.uphold.schema.tables.Determination;
import org.uphold.source.Place;

/** Where letters and items came from: file, place, run. Internal: file names are case numbers. */
public final class Provenance {

    private static final int FETCH = 1_000;
    private static final Field<String[]> SPECIALTIES = field("""
            array(select s.name from unnest({0}) with ordinality as u (id, n)
            join uphold.specialty s on s.id = u.id order by u.n)""", String[].class, DETERMINATION.SPECIALTIES);
    private static final Field<String[]> GUIDELINES = field("""
            array(select g.source || ': ' || g.name from unnest({0}) with ordinality as u (id, n)
            join uphold.guideline g on g.id = u.id order by u.n)""", String[].class, ITEM.REVIEWER_GUIDELINES);

    private static final Field<String> SOURCE =
            coalesce(SOURCE_PATH.PATH, SOURCE_FILE.NAME).as("source");
    private static final Field<Boolean> CHANGED_SINCE = coalesce(
                    field(SOURCE_PATH.SOURCE_FILE.ne(DETERMINATION.SOURCE_FILE)), inline(false))
            .as("changed_since");

    private final DSLContext dsl;

    /**
     * @param dsl within a transaction, so that long lists are read a piece at a time
     */
    public Provenance(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A letter and where it came from.
     *
     * @param system source system
     * @param caseKey case number, or a hash where none is printed
     * @param source path that states it
     * @param changedSince whether a later edition stands at that path, which says the same of this case; place, hash and run are those of
     *     the edition that said it first
     * @param sha256 of the file
     * @param place in the file
     * @param run that loaded it
     * @param loadedAt store time of that
     * @param replaces whether it took the place of another determination of its case
     */
    public record Letter(
            String system,
            String caseKey,
            String source,
            boolean changedSince,
            String sha256,
            Place place,
            long run,
            OffsetDateTime loadedAt,
            boolean replaces) {}

    /**
     * An item and where it came from.
     *
     * @param letter its letter; the place says where the item itself starts, where that is known
     * @param number in the letter
     * @param outcome what the reviewer decided
     * @param service as read
     * @param disputedService the part still in dispute, or null for all of it
     * @param category what it was classified as
     * @param subcategory what it was classified as
     * @param rule classification rule that decided
     * @param guidelines that the reviewer cites, in order
     * @param specialties of the reviewer, in order
     */
    public record ReadItem(
            Letter letter,
            int number,
            String outcome,
            String service,
            @Nullable String disputedService,
            String category,
            String subcategory,
            String rule,
            List<String> guidelines,
            List<String> specialties) {}

    /** Reads items by a statement that gives {@code determination, number}; case by case. */
    public void items(Select<? extends Record> wanted, Consumer<ReadItem> each) {
        Table<? extends Record> ids = wanted.asTable("wanted");
        dsl.select(DETERMINATION.fields())
                .select(ITEM.fields())
                .select(SOURCE, CHANGED_SINCE, SOURCE_FILE.SHA256, SERVICE.CATEGORY, SERVICE.SUBCATEGORY)
                .select(SPECIALTIES.as("named"), GUIDELINES.as("cited"))
                .from(ids)
                .join(DETERMINATION)
                .on(DETERMINATION.ID.eq(field(name("wanted", "determination"), Long.class)))
                .join(ITEM)
                .on(ITEM.DETERMINATION.eq(DETERMINATION.ID))
                .and(ITEM.NUMBER.eq(field(name("wanted", "number"), Integer.class)))
                .join(SERVICE)
                .on(SERVICE.ID.eq(ITEM.SERVICE_ID))
                .join(SOURCE_FILE)
                .on(SOURCE_FILE.ID.eq(DETERMINATION.SOURCE_FILE))
                .leftJoin(SOURCE_PATH)
                .on(SOURCE_PATH.ID.eq(DETERMINATION.SOURCE_PATH))
                .orderBy(DETERMINATION.SYSTEM, DETERMINATION.CASE_KEY, DETERMINATION.ID, ITEM.NUMBER)
                .fetchSize(FETCH)
                .fetchLazy()
                .forEach(r -> each.accept(item(r)));
    }

    /** Reads letters by a statement that gives their numbers; case by case. */
    public void letters(Select<? extends Record> wanted, Consumer<Letter> each) {
        Determination old = DETERMINATION.as("old");
        Field<Boolean> replaces = field(exists(selectOne()
                        .from(old)
                        .where(old.SYSTEM.eq(DETERMINATION.SYSTEM))
                        .and(old.CASE_KEY.eq(DETERMINATION.CASE_KEY))
                        .and(old.SUPERSEDED_BY.eq(DETERMINATION.ID))))
                .as("replaces");
        Table<? extends Record> ids = wanted.asTable("wanted", "id");
        dsl.select(DETERMINATION.fields())
                .select(SOURCE, CHANGED_SINCE, SOURCE_FILE.SHA256, replaces)
                .from(ids)
                .join(DETERMINATION)
                .on(DETERMINATION.ID.eq(field(name("wanted", "id"), Long.class)))
                .join(SOURCE_FILE)
                .on(SOURCE_FILE.ID.eq(DETERMINATION.SOURCE_FILE))
                .leftJoin(SOURCE_PATH)
                .on(SOURCE_PATH.ID.eq(DETERMINATION.SOURCE_PATH))
                .orderBy(DETERMINATION.SYSTEM, DETERMINATION.CASE_KEY, DETERMINATION.ID)
                .fetchSize(FETCH)
                .fetchLazy()
                .forEach(r -> each.accept(letter(r, null, r.get(replaces))));
    }

    private static ReadItem item(Record r) {
        return new ReadItem(
                letter(r, r.get(ITEM.CHARACTER), false),
                r.get(ITEM.NUMBER),
                r.get(ITEM.OUTCOME).getLiteral(),
                r.get(ITEM.SERVICE),
                r.get(ITEM.DISPUTED_SERVICE),
                r.get(SERVICE.CATEGORY),
                r.get(SERVICE.SUBCATEGORY),
                r.get(ITEM.SERVICE_RULE),
                List.of(r.get("cited", String[].class)),
                List.of(r.get("named", String[].class)));
    }

    private static Letter letter(Record r, @Nullable Integer character, boolean replaces) {
        return new Letter(
                r.get(DETERMINATION.SYSTEM),
                r.get(DETERMINATION.CASE_KEY),
                r.get(SOURCE),
                r.get(CHANGED_SINCE),
                r.get(SOURCE_FILE.SHA256),
                new Place(r.get(DETERMINATION.LINE), r.get(DETERMINATION.PAGE), character),
                r.get(DETERMINATION.RUN),
                r.get(DETERMINATION.LOADED_AT),
                replaces);
    }
}
