package org.uphold.store;

import static org.uphold.schema.Tables.STORE_FACT;

import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What tells a store from every other, drawn once: numbers of runs begin at 1 in each of them. */
public final class StoreIdentity {

    private static final String NAME = "store_id";

    private StoreIdentity() {}

    /** A UUID; the first who asks draws it. */
    public static String of(Store store) {
        DSLContext dsl = store.dsl();
        String known = find(dsl);
        if (known != null) {
            return known;
        }
        dsl.insertInto(STORE_FACT, STORE_FACT.NAME, STORE_FACT.VALUE)
                .values(NAME, UUID.randomUUID().toString())
                .onConflictDoNothing()
                .execute();
        return Objects.requireNonNull(find(dsl));
    }

    private static @Nullable String find(DSLContext dsl) {
        return dsl.select(STORE_FACT.VALUE)
                .from(STORE_FACT)
                .where(STORE_FACT.NAME.eq(NAME))
                .fetchOne(STORE_FACT.VALUE);
    }
}
