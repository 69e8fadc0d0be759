package org.uphold.store;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.uphold.schema.Tables.CLAIMS_ADMINISTRATOR;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Priority;
import org.uphold.determination.Reviewer;
import org.uphold.determination.StatedCategory;
import org.uphold.schema.tables.records.ItemRecord;

/** Determinations as they were read, out of the store again. */
final class StoredDeterminations {

    private static final Field<Long> ROOT =
            coalesce(DETERMINATION.SAME_AS, DETERMINATION.ID).as("root");

    private final DSLContext dsl;

    StoredDeterminations(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Numbers of those whose keys were folded in this transaction. */
    List<Long> ofKeysFolded() {
        Field<String> key = field(name("folding", "case_key"), String.class);
        Field<String> system = field(name("folding", "system"), String.class);
        return dsl.selectDistinct(DETERMINATION.ID)
                .from(DETERMINATION)
                .join(name("folding"))
                .on(DETERMINATION.CASE_KEY.eq(key))
                .and(DETERMINATION.SYSTEM.eq(system))
                .orderBy(DETERMINATION.ID)
                .fetch(DETERMINATION.ID);
    }

    /** Those with these numbers, by number. */
    Map<Long, Determination> read(Collection<Long> ids) {
        List<? extends Record> rows = dsl.select(DETERMINATION.fields())
                .select(ROOT, CLAIMS_ADMINISTRATOR.NAME)
                .from(DETERMINATION)
                .leftJoin(CLAIMS_ADMINISTRATOR)
                .on(CLAIMS_ADMINISTRATOR.ID.eq(DETERMINATION.CLAIMS_ADMINISTRATOR))
                .where(DETERMINATION.ID.eq(any(ids.toArray(Long[]::new))))
                .orderBy(DETERMINATION.ID)
                .fetch();
        Long[] roots = rows.stream().map(row -> row.get(ROOT)).toArray(Long[]::new);
        Map<Long, Result<ItemRecord>> items = dsl.selectFrom(ITEM)
                .where(ITEM.DETERMINATION.eq(any(roots)))
                .orderBy(ITEM.DETERMINATION, ITEM.NUMBER)
                .fetchGroups(ITEM.DETERMINATION);
        PrintedTexts texts = PrintedTexts.of(dsl, texts(rows, items.values()));
        Map<Long, Determination> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(row.get(DETERMINATION.ID), determination(row, items.get(row.get(ROOT)), texts)));
        return all;
    }

    private static Set<Integer> texts(List<? extends Record> rows, Collection<Result<ItemRecord>> items) {
        Set<Integer> numbers = new HashSet<>();
        for (Record row : rows) {
            numbers.add(row.get(DETERMINATION.SPECIALTIES_AS_PRINTED));
            numbers.add(row.get(DETERMINATION.LICENSURE_AS_PRINTED));
        }
        items.forEach(list -> list.forEach(item -> {
            numbers.add(item.getClaimsAdministratorGuideline());
            numbers.add(item.getReviewerGuideline());
        }));
        numbers.remove(null);
        return numbers;
    }

    private static Determination determination(Record row, @Nullable List<ItemRecord> items, PrintedTexts texts) {
        String priority = row.get(DETERMINATION.PRIORITY);
        List<DisputedItem> read = new ArrayList<>();
        if (items != null) {
            items.forEach(item -> read.add(item(item, texts)));
        }
        return new Determination(
                row.get(DETERMINATION.CASE_KEY),
                row.get(DETERMINATION.CASE_NUMBER),
                new CaseDates(
                        partial(row.get(DETERMINATION.DECIDED_FROM), row.get(DETERMINATION.DECIDED_TO)),
                        row.get(DETERMINATION.INJURY_DATE),
                        row.get(DETERMINATION.UR_DECISION_DATE),
                        row.get(DETERMINATION.RECEIVED_DATE),
                        row.get(DETERMINATION.ASSIGNED_DATE)),
                priority == null ? null : Priority.valueOf(priority),
                row.get(DETERMINATION.CASE_OUTCOME_AS_PRINTED),
                new Reviewer(
                        texts.list(row.get(DETERMINATION.SPECIALTIES_AS_PRINTED)),
                        texts.list(row.get(DETERMINATION.LICENSURE_AS_PRINTED))),
                new CaseAttributes(
                        row.get(CLAIMS_ADMINISTRATOR.NAME),
                        row.get(DETERMINATION.JURISDICTION),
                        row.get(DETERMINATION.AGE),
                        row.get(DETERMINATION.SEX),
                        row.get(DETERMINATION.UR_ACTION)),
                read);
    }

    private static DisputedItem item(ItemRecord item, PrintedTexts texts) {
        String disputed = item.getDisputedService();
        String vocabulary = item.getStatedVocabulary();
        String category = item.getStatedCategory();
        return new DisputedItem(
                item.getNumber(),
                item.getService(),
                disputed == null ? item.getService() : disputed,
                Outcome.valueOf(item.getOutcome().getLiteral()),
                text(item.getClaimsAdministratorGuideline(), texts),
                text(item.getReviewerGuideline(), texts),
                vocabulary == null || category == null
                        ? null
                        : new StatedCategory(vocabulary, category, item.getStatedSubcategory()));
    }

    private static @Nullable String text(@Nullable Integer number, PrintedTexts texts) {
        return number == null ? null : texts.text(number);
    }

    private static @Nullable PartialDate partial(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            return PartialDate.of(from);
        }
        return YearMonth.from(from).equals(YearMonth.from(to))
                ? PartialDate.of(YearMonth.from(from))
                : PartialDate.ofYear(from.getYear());
    }
}
