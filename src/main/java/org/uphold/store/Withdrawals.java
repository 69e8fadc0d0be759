package org.uphold.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.WITHDRAWAL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.uphold.schema.tables.records.WithdrawalRecord;

/**
 * Cases that are taken out of the figures by hand. Nothing counts of them, whatever their paths say, until they are put back; then what
 * counts is decided anew. History is kept. Each change is a transaction of its own, under the store's lock.
 */
public final class Withdrawals {

    private static final String WITHDRAW = """
            insert into uphold.withdrawal (system, case_key, reason, withdrawn_at)
            select ?, k.case_key, ?, n.changed_at
            from (select distinct unnest(?::text[]) as case_key) k cross join uphold.store_clock n
            on conflict do nothing""";

    private static final String PUT_BACK = """
            update uphold.withdrawal w set put_back_at = n.changed_at
            from uphold.store_clock n
            where w.system = ? and w.case_key = any (?::text[]) and w.put_back_at is null""";

    private static final String CASES = """
            insert into stage_case (system, case_key) select ?, k.case_key
            from (select distinct unnest(?::text[]) as case_key) k""";

    private final Store store;

    public Withdrawals(Store store) {
        this.store = store;
    }

    /**
     * A case that was taken out.
     *
     * @param system source system of the case number
     * @param caseKey as determinations have it
     * @param reason why
     * @param withdrawnAt store time
     * @param putBackAt store time, or null while it is out
     */
    public record Withdrawal(
            String system,
            String caseKey,
            String reason,
            OffsetDateTime withdrawnAt,
            @Nullable OffsetDateTime putBackAt) {}

    /** All there were, the oldest first. */
    public List<Withdrawal> all() {
        return store.dsl().selectFrom(WITHDRAWAL).orderBy(WITHDRAWAL.ID).fetch(Withdrawals::withdrawal);
    }

    /** How many cases were out at a time. */
    public int countAt(OffsetDateTime time) {
        return store.dsl()
                .fetchCount(
                        WITHDRAWAL,
                        WITHDRAWAL
                                .WITHDRAWN_AT
                                .le(time)
                                .and(WITHDRAWAL.PUT_BACK_AT.isNull().or(WITHDRAWAL.PUT_BACK_AT.gt(time))));
    }

    /** How many of the cases are out. */
    public int out(String system, Collection<String> caseKeys) {
        return store.dsl()
                .fetchCount(
                        WITHDRAWAL,
                        WITHDRAWAL
                                .SYSTEM
                                .eq(system)
                                .and(WITHDRAWAL.CASE_KEY.eq(DSL.any(caseKeys.toArray(String[]::new))))
                                .and(WITHDRAWAL.PUT_BACK_AT.isNull()));
    }

    /** The latest withdrawal of each of the cases that was begun or ended after a time, by system, blank and key. */
    public static Map<String, Withdrawal> since(DSLContext dsl, Collection<String> caseKeys, OffsetDateTime time) {
        Map<String, Withdrawal> found = new HashMap<>();
        dsl.selectFrom(WITHDRAWAL)
                .where(WITHDRAWAL.CASE_KEY.eq(DSL.any(caseKeys.toArray(String[]::new))))
                .and(WITHDRAWAL.WITHDRAWN_AT.gt(time).or(WITHDRAWAL.PUT_BACK_AT.gt(time)))
                .orderBy(WITHDRAWAL.ID)
                .fetch(Withdrawals::withdrawal)
                .forEach(w -> found.put(w.system() + " " + w.caseKey(), w));
        return found;
    }

    /** Those of the cases that nothing was ever stated of. */
    public List<String> unknown(String system, Collection<String> caseKeys) {
        Field<String> key = field(name("asked", "key"), String.class);
        return store.dsl()
                .select(key)
                .from(unnest(val(caseKeys.toArray(String[]::new))).as("asked", "key"))
                .whereNotExists(selectOne()
                        .from(DETERMINATION)
                        .where(DETERMINATION.SYSTEM.eq(system))
                        .and(DETERMINATION.CASE_KEY.eq(key)))
                .fetch(key);
    }

    private static Withdrawal withdrawal(WithdrawalRecord r) {
        return new Withdrawal(r.getSystem(), r.getCaseKey(), r.getReason(), r.getWithdrawnAt(), r.getPutBackAt());
    }

    /**
     * Takes cases out; those that are out already stay so. A case need not have been stated yet.
     *
     * @param run number of the run in the log book
     * @return what became of the cases
     */
    public CaseCounts withdraw(long run, String system, List<String> caseKeys, String reason) {
        return change(run, system, caseKeys, (connection, keys) -> {
            try (PreparedStatement statement = connection.prepareStatement(WITHDRAW)) {
                statement.setString(1, system);
                statement.setString(2, reason);
                statement.setArray(3, keys);
                statement.executeUpdate();
            }
        });
    }

    /** Puts cases back: what their paths say counts again. */
    public CaseCounts putBack(long run, String system, List<String> caseKeys) {
        return change(run, system, caseKeys, (connection, keys) -> {
            try (PreparedStatement statement = connection.prepareStatement(PUT_BACK)) {
                statement.setString(1, system);
                statement.setArray(2, keys);
                statement.executeUpdate();
            }
        });
    }

    private interface Change {
        void make(Connection connection, java.sql.Array keys) throws SQLException;
    }

    private CaseCounts change(long run, String system, List<String> caseKeys, Change change) {
        try (Connection connection = store.begin()) {
            Merging merging = new Merging(connection, run, null);
            merging.begin();
            StoreLocks.lockStore(connection);
            StoreClock.tick(connection);
            java.sql.Array keys = connection.createArrayOf("text", caseKeys.toArray());
            change.make(connection, keys);
            try (PreparedStatement statement = connection.prepareStatement(CASES)) {
                statement.setString(1, system);
                statement.setArray(2, keys);
                statement.executeUpdate();
            }
            merging.decide(0);
            merging.contradictions();
            CaseCounts counts = merging.cases(CaseCounts.NONE);
            connection.commit();
            return counts;
        } catch (SQLException e) {
            throw StoreException.failed("Withdrawing cases", e);
        }
    }
}
