package org.uphold.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.uphold.schema.Tables.BUCKET_STATE;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;
import static org.uphold.schema.Tables.UNMATCHED_SERVICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.uphold.classification.ServiceClass;
import org.uphold.determination.Basis;
import org.uphold.determination.Buckets;
import org.uphold.determination.DateRange;

/** Texts that no rule matched, or none that is sure: of whole months as they are kept, else from the items. */
final class UnmatchedTexts {

    private static final int MOST = 10_000;
    private static final Field<Boolean> WEAK = field(ITEM.SERVICE_RULE.ne(inline(ServiceClass.NO_RULE)));
    private static final Condition UNMATCHED = ITEM.SERVICE_RULE
            .eq(inline(ServiceClass.NO_RULE))
            .or(ITEM.SERVICE_RULE.like(inline("%" + ServiceClass.WEAK)));

    private final DSLContext dsl;

    UnmatchedTexts(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Texts of a window, the most frequent first. */
    List<Evidence.Unmatched> of(Basis basis, DateRange window) {
        Field<String> text = field(name("text"), String.class);
        Field<Long> items = field(name("items"), Long.class);
        Field<Boolean> weak = field(name("weak"), Boolean.class);
        List<Evidence.Unmatched> unmatched = new ArrayList<>(dsl.select(text, weak, sum(items))
                .from(unmatchedServices(basis, window).asTable("unmatched"))
                .groupBy(text, weak)
                .orderBy(sum(items).desc(), text, weak)
                .limit(MOST)
                .fetch(r -> new Evidence.Unmatched(
                        r.value2() ? "unsure service" : "service",
                        r.value1(),
                        r.value3().longValue())));
        unmatched.addAll(dsl.fetch("""
                        select s.name, sum(c.items)::bigint as items
                        from uphold.cell c join uphold.specialty s on s.name = c.key[1]
                        where c.grouping = 'specialty' and not s.known
                        group by s.name
                        order by items desc, s.name""")
                .map(r -> new Evidence.Unmatched("specialty", r.get(0, String.class), r.get(1, Long.class))));
        return unmatched;
    }

    /** Texts and items: of whole months as they are kept, of ragged edges and by other dates from the items. */
    private Select<Record3<String, Boolean, Long>> unmatchedServices(Basis basis, DateRange window) {
        if (basis != Basis.DECISION) {
            return unmatchedItems(Evidence.within(basis, window));
        }
        // Written out: an array as a parameter would be read again for every row.
        List<Field<Integer>> whole = dsl.fetchValues(BUCKET_STATE.BUCKET).stream()
                .filter(bucket -> Buckets.isWithin(bucket, window))
                .<Field<Integer>>map(DSL::inline)
                .toList();
        Select<Record3<String, Boolean, Long>> kept = select(
                        UNMATCHED_SERVICE.SERVICE.as("text"),
                        // Of a text that a rule matched which is not sure, the digest is taken with that rule's mark.
                        field(
                                        "{0} <> md5({1})::uuid",
                                        Boolean.class, UNMATCHED_SERVICE.DIGEST, UNMATCHED_SERVICE.SERVICE)
                                .as("weak"),
                        UNMATCHED_SERVICE.ITEMS.as("items"))
                .from(UNMATCHED_SERVICE)
                .where(UNMATCHED_SERVICE.BUCKET.in(whole));
        Condition edges = falseCondition();
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from != null && from.getDayOfMonth() > 1) {
            LocalDate next = from.withDayOfMonth(1).plusMonths(1);
            edges = edges.or(DETERMINATION.DECIDED_FROM.ge(from).and(DETERMINATION.DECIDED_FROM.lt(next)));
        }
        if (to != null && to.getDayOfMonth() > 1) {
            edges = edges.or(
                    DETERMINATION.DECIDED_FROM.ge(to.withDayOfMonth(1)).and(DETERMINATION.DECIDED_FROM.lt(to)));
        }
        return edges.equals(falseCondition())
                ? kept
                : kept.unionAll(unmatchedOfFew(
                        edges.and(Evidence.within(basis, window)).and(DETERMINATION.BUCKET.notIn(whole))));
    }

    /**
     * Letter by letter: whatever the server expects, it must not read every unmatched item there is for the letters of a few days.
     * An offset keeps the inner statement as it stands.
     */
    private static Select<Record3<String, Boolean, Long>> unmatchedOfFew(Condition letters) {
        Field<String> text = coalesce(ITEM.DISPUTED_SERVICE, ITEM.SERVICE);
        Table<?> items = lateral(select(text.as("text"), WEAK.as("weak"))
                        .from(ITEM)
                        .where(ITEM.DETERMINATION.eq(DETERMINATION.ID))
                        .and(UNMATCHED)
                        .offset(inline(0)))
                .as("unmatched_item");
        return select(
                        field(name("unmatched_item", "text"), String.class).as("text"),
                        field(name("unmatched_item", "weak"), Boolean.class).as("weak"),
                        inline(1L).as("items"))
                .from(DETERMINATION)
                .crossJoin(items)
                .where(DETERMINATION.SUPERSEDED_AT.isNull())
                .and(letters);
    }

    private static Select<Record3<String, Boolean, Long>> unmatchedItems(Condition letters) {
        return select(
                        coalesce(ITEM.DISPUTED_SERVICE, ITEM.SERVICE).as("text"),
                        WEAK.as("weak"),
                        inline(1L).as("items"))
                .from(ITEM)
                .join(DETERMINATION)
                .on(DETERMINATION.ID.eq(ITEM.DETERMINATION))
                .where(UNMATCHED)
                .and(DETERMINATION.SUPERSEDED_AT.isNull())
                .and(letters);
    }
}
