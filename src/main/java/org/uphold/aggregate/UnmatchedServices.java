package org.uphold.aggregate;

import static org.uphold.schema.Tables.UNMATCHED_SERVICE;

import java.util.Collection;
import org.jooq.DSLContext;

/** Keeps the service texts that no rule matched counted by month, so that a night lists them without reading the history. */
final class UnmatchedServices {

    private static final String ADD = """
            insert into uphold.unmatched_service as u (bucket, digest, service, items)
            select d.bucket, md5(t.service)::uuid, t.service, sum(%s)
            from %s
            join uphold.item i on i.determination = d.id
            cross join lateral (select coalesce(i.disputed_service, i.service) as service) t
            where i.service_rule = 'none'%s
            group by d.bucket, t.service
            on conflict (bucket, digest) do update set items = u.items + excluded.items""";

    private UnmatchedServices() {}

    /** Adds the letters of {@link ChangedLetters}' table, or takes them out. */
    static void add(DSLContext dsl, String changed, Collection<Integer> buckets) {
        dsl.execute(
                ADD.formatted("l.sign", "pg_temp." + changed + " l join uphold.determination d on d.id = l.id", ""));
        dsl.deleteFrom(UNMATCHED_SERVICE)
                .where(UNMATCHED_SERVICE.BUCKET.in(buckets))
                .and(UNMATCHED_SERVICE.ITEMS.eq(0L))
                .execute();
    }

    /** Adds all letters whose sums are kept though none was added before. */
    static void addAll(DSLContext dsl) {
        dsl.execute(
                ADD.formatted(
                        "1",
                        "uphold.determination d",
                        " and d.superseded_at is null and not exists (select from uphold.cell_change c where c.determination = d.id)"));
    }
}
