package org.uphold.store;

import static org.uphold.schema.Tables.WITHDRAWAL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return store.dsl()
                .selectFrom(WITHDRAWAL)
                .orderBy(WITHDRAWAL.ID)
                .fetch(r -> new Withdrawal(
                        r.getSystem(), r.getCaseKey(), r.getReason(), r.getWithdrawnAt(), r.getPutBackAt()));
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
