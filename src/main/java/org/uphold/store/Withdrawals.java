package org.uphold.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.STORE_CLOCK;
import static org.uphold.schema.Tables.WITHDRAWAL;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.uphold.schema.tables.records.WithdrawalRecord;

/**
 * Cases that were taken out of the figures by hand. Whatever is stated of them, now and later, nothing of it counts until they are put
 * back; then what is stated by then does.
 */
public final class Withdrawals {

    private Withdrawals() {}

    /**
     * A case that was taken out.
     *
     * @param system whose case number it is
     * @param caseKey its key
     * @param reason why
     * @param withdrawnAt store time from which it is out
     * @param putBackAt store time from which it is in again; null: it is out
     */
    public record Withdrawal(
            String system,
            String caseKey,
            String reason,
            OffsetDateTime withdrawnAt,
            @Nullable OffsetDateTime putBackAt) {}

    /** All that there were, the latest last. */
    public static List<Withdrawal> all(DSLContext dsl) {
        return dsl.selectFrom(WITHDRAWAL).orderBy(WITHDRAWAL.ID).fetch(Withdrawals::withdrawal);
    }

    /** How many cases were out at a time. */
    public static int countAt(DSLContext dsl, OffsetDateTime time) {
        return dsl.fetchCount(WITHDRAWAL, WITHDRAWAL.WITHDRAWN_AT.le(time).and(isOutAt(time)));
    }

    /** The latest withdrawal of each of these cases, begun or ended after a time, by system, blank and key. */
    public static Map<String, Withdrawal> since(DSLContext dsl, Collection<String> caseKeys, OffsetDateTime time) {
        Map<String, Withdrawal> found = new HashMap<>();
        dsl.selectFrom(WITHDRAWAL)
                .where(WITHDRAWAL.CASE_KEY.eq(org.jooq.impl.DSL.any(caseKeys.toArray(String[]::new))))
                .and(WITHDRAWAL.WITHDRAWN_AT.gt(time).or(WITHDRAWAL.PUT_BACK_AT.gt(time)))
                .orderBy(WITHDRAWAL.ID)
                .fetch(Withdrawals::withdrawal)
                .forEach(w -> found.put(w.system() + " " + w.caseKey(), w));
        return found;
    }

    private static Condition isOutAt(OffsetDateTime time) {
        return WITHDRAWAL.PUT_BACK_AT.isNull().or(WITHDRAWAL.PUT_BACK_AT.gt(time));
    }

    /** Those of the keys that nothing was ever stated of. */
    public static List<String> unknown(DSLContext dsl, String system, Collection<String> caseKeys) {
        Field<String> key = field(name("asked", "key"), String.class);
        return dsl.select(key)
                .from(unnest(val(caseKeys.toArray(String[]::new))).as("asked", "key"))
                .whereNotExists(selectOne()
                        .from(DETERMINATION)
                        .where(DETERMINATION.SYSTEM.eq(system))
                        .and(DETERMINATION.CASE_KEY.eq(key)))
                .fetch(key);
    }

    /**
     * Takes cases out, in the transaction of the connection, which holds the store's lock.
     *
     * @param run whose line of the log book counts it
     * @return how many were in
     */
    public static int withdraw(
            Connection connection, long run, String system, Collection<String> caseKeys, String reason)
            throws SQLException {
        StoreClock.tick(connection);
        DSLContext dsl = Store.dsl(connection);
        TreeSet<String> keys = new TreeSet<>(caseKeys);
        int withdrawn = 0;
        for (String key : keys) {
            withdrawn += dsl.insertInto(WITHDRAWAL)
                    .columns(WITHDRAWAL.SYSTEM, WITHDRAWAL.CASE_KEY, WITHDRAWAL.REASON, WITHDRAWAL.WITHDRAWN_AT)
                    .select(org.jooq.impl.DSL.select(val(system), val(key), val(reason), STORE_CLOCK.CHANGED_AT)
                            .from(STORE_CLOCK))
                    .onConflictDoNothing()
                    .execute();
        }
        decide(connection, run, system, keys);
        return withdrawn;
    }

    /**
     * Puts cases back, in the transaction of the connection, which holds the store's lock.
     *
     * @param run whose line of the log book counts it
     * @return how many were out
     */
    public static int putBack(Connection connection, long run, String system, Collection<String> caseKeys)
            throws SQLException {
        StoreClock.tick(connection);
        DSLContext dsl = Store.dsl(connection);
        int putBack = dsl.update(WITHDRAWAL)
                .set(WITHDRAWAL.PUT_BACK_AT, org.jooq.impl.DSL.select(STORE_CLOCK.CHANGED_AT).from(STORE_CLOCK))
                .where(WITHDRAWAL.SYSTEM.eq(system))
                .and(WITHDRAWAL.CASE_KEY.eq(org.jooq.impl.DSL.any(caseKeys.toArray(String[]::new))))
                .and(WITHDRAWAL.PUT_BACK_AT.isNull())
                .execute();
        decide(connection, run, system, new TreeSet<>(caseKeys));
        return putBack;
    }

    private static void decide(Connection connection, long run, String system, Collection<String> caseKeys)
            throws SQLException {
        Merging merging = new Merging(connection, run, null);
        merging.begin();
        try (var insert = connection.prepareStatement("insert into stage_case (system, case_key) values (?, ?)")) {
            for (String key : caseKeys) {
                insert.setString(1, system);
                insert.setString(2, key);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        // Nothing is staged, so no number is needed.
        merging.decide(0);
        merging.cases(CaseCounts.NONE);
    }

    private static Withdrawal withdrawal(WithdrawalRecord row) {
        return new Withdrawal(
                row.getSystem(), row.getCaseKey(), row.getReason(), row.getWithdrawnAt(), row.getPutBackAt());
    }
}
