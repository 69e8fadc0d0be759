package org.uphold.store;

import static org.uphold.schema.Tables.STORE_CLOCK;
import static org.uphold.schema.Tables.STORE_TAXONOMY;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The store's own time. Every change is made under the store's lock and stamped with a time of its own, later than any before,
 * even where the machine's clock was set back. So what a reader's transaction sees is what was stamped at or before the time
 * it reads here, and what it does not see, a load that was under way, is stamped later.
 */
public final class StoreClock {

    private static final String TICK = """
            update uphold.store_clock
            set changed_at = greatest(clock_timestamp(), changed_at + interval '1 microsecond')""";

    private StoreClock() {}

    /** Moves on; the statements that follow in the transaction stamp with it. The caller holds the store's lock. */
    static void tick(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(TICK);
        }
    }

    /** The time of the last change that the transaction sees. */
    public static OffsetDateTime shown(DSLContext dsl) {
        return dsl.select(STORE_CLOCK.CHANGED_AT).from(STORE_CLOCK).fetchSingle(STORE_CLOCK.CHANGED_AT);
    }

    /**
     * Version of the tables that everything was classified by at a time; empty where nothing was yet, or where changed tables
     * were just being applied.
     */
    public static Optional<String> taxonomyAt(DSLContext dsl, OffsetDateTime time) {
        return dsl.select(STORE_TAXONOMY.VERSION)
                .from(STORE_TAXONOMY)
                .where(STORE_TAXONOMY.SINCE.le(time))
                .orderBy(STORE_TAXONOMY.SINCE.desc())
                .limit(1)
                .fetchOptional(STORE_TAXONOMY.VERSION);
    }
}
