package org.uphold.cells;

import static org.uphold.schema.Tables.UNMATCHED_SERVICE;

import java.util.Collection;
import org.jooq.DSLContext;

/**
 * Keeps the service texts that no rule matched, and those that one matched but is not sure of, counted by month, so that a night
 * lists them without reading the history. The digest of a text says which: of the latter it is taken with the mark of such rules.
 */
final class UnmatchedServices {

    private static final String ADD = """
            insert into uphold.unmatched_service as u (bucket, digest, service, items)
            select bucket, md5(case when weak then service || '~weak' else service end)::uuid, service, sum(items)
            from (%s) t
            group by bucket, service, weak
            on conflict (bucket, digest) do update set items = u.items + excluded.items""";

    // Letter by letter: whatever the server expects, it must not read every unmatched item there is for the letters of
    // a night.
    // The offset keeps the inner statement as it stands.
    private static final String OF_CHANGED = """
            select d.bucket, i.service, i.weak, l.sign as items
            from pg_temp.%s l
            join uphold.determination d on d.id = l.id
            cross join lateral (
                select coalesce(disputed_service, service) as service, service_rule <> 'none' as weak from uphold.item
                where determination = l.id and (service_rule = 'none' or service_rule like '%%~weak') offset 0) i""";

    private static final String OF_ALL = """
            select d.bucket, coalesce(i.disputed_service, i.service) as service, i.service_rule <> 'none' as weak, 1 as items
            from uphold.determination d
            join uphold.item i on i.determination = d.id
            where (i.service_rule = 'none' or i.service_rule like '%~weak') and d.superseded_at is null
            and not exists (select from uphold.cell_change c where c.determination = d.id)""";

    private UnmatchedServices() {}

    /** Adds the letters of {@link ChangedLetters}' table, or takes them out. */
    static void add(DSLContext dsl, String changed, Collection<Integer> buckets) {
        count(dsl, changed);
        dsl.deleteFrom(UNMATCHED_SERVICE)
                .where(UNMATCHED_SERVICE.BUCKET.in(buckets))
                .and(UNMATCHED_SERVICE.ITEMS.eq(0L))
                .execute();
    }

    /** The same, but for what comes to nothing: it stays, for what else is added. */
    static void count(DSLContext dsl, String changed) {
        dsl.execute(ADD.formatted(OF_CHANGED.formatted(changed)));
    }

    /** Adds what was counted elsewhere: rows of bucket, service, whether a rule matched that is not sure, and items. */
    static void addStaged(DSLContext dsl, String table) {
        dsl.execute(ADD.formatted("select bucket, service, weak, items from " + table));
        dsl.deleteFrom(UNMATCHED_SERVICE).where(UNMATCHED_SERVICE.ITEMS.eq(0L)).execute();
    }

    /** Adds all letters whose sums are kept though none was added before. */
    static void addAll(DSLContext dsl) {
        dsl.execute(ADD.formatted(OF_ALL));
    }
}
