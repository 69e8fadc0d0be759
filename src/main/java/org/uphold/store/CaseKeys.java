package org.uphold.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.uphold.determination.CaseKey;
import org.uphold.determination.ContentHash;

/**
 * Keys a store anew that an earlier version of the program keyed by case numbers as printed. Cases that were counted apart because their
 * numbers were written in two ways become one, with the history of both; {@code case_key_folded} lists them. One transaction, once.
 */
final class CaseKeys {

    private static final String JOB = "migration";

    private static final String IS_DUE =
            "select exists (select from uphold.store_fact where name = 'case_keys' and value = 'as printed')";

    /** Keys that may be no plain ones; those of what states no number are none of a case number. */
    private static final String SUSPECTS = """
            select distinct system, case_key from uphold.determination
            where case_number is not null and case_key ~ '[^!-~]|[a-z]|--'
                and case_key !~ '^(text:[0-9a-f]{64}|row:[0-9a-f]{16}:[0-9]+)$'""";

    private static final List<String> BRING_TOGETHER = List.of(
            "analyze pg_temp.folding",
            """
            insert into uphold.case_key_folded (system, printed, case_key, merged, folded_at)
            select f.system, f.printed, f.case_key,
                exists (
                    select from pg_temp.folding g
                    where g.system = f.system and g.case_key = f.case_key and g.printed <> f.printed)
                or exists (
                    select from uphold.determination d where d.case_key = f.case_key and d.system = f.system),
                n.changed_at
            from pg_temp.folding f cross join uphold.store_clock n""",
            """
            create temp table member on commit drop as
            select d.id, d.system, k.case_key, d.source_path, d.superseded_at is null as current, d.content_hash,
                row_number() over (
                    partition by k.system, k.case_key, d.superseded_at is null
                    order by d.decided_to desc nulls last, coalesce(d.said_at, p.said_at, '-infinity') desc,
                        p.path collate "C" desc nulls last, d.id desc) as place,
                row_number() over (
                    partition by k.system, k.case_key, d.source_path
                    order by d.superseded_at is null desc, d.decided_to desc nulls last, d.id desc) as place_of_path
            from (
                select system, printed, case_key from uphold.case_key_folded where merged
                union
                select system, case_key, case_key from uphold.case_key_folded where merged) k
            join uphold.determination d on d.system = k.system and d.case_key = k.printed and d.replaced_at is null
                and not d.beside
            left join uphold.source_path p on p.id = d.source_path""",
            // Of several that counted the one that the rule names does; of several that one path says the last.
            """
            with gone as (
                update uphold.determination d
                set superseded_at = coalesce(d.superseded_at, n.changed_at),
                    superseded_by = case when m.current then w.id else d.superseded_by end,
                    replaced_at = case when m.place_of_path > 1 then n.changed_at end
                from pg_temp.member m
                left join pg_temp.member w on w.system = m.system and w.case_key = m.case_key and w.current and w.place = 1
                cross join uphold.store_clock n
                where d.id = m.id and (m.current and m.place > 1 or not m.current and m.place_of_path > 1)
                returning d.id, m.current)
            insert into uphold.cell_change (determination, sign) select id, -1 from gone where current""",
            """
            update uphold.determination d set case_key = f.case_key
            from pg_temp.folding f where d.system = f.system and d.case_key = f.printed""");

    private static final String HASH_ANEW = """
            update uphold.determination d set content_hash = h.hash
            from (select unnest(?::bigint[]) as id, unnest(?::bytea[]) as hash) h where d.id = h.id""";

    private static final int AT_ONCE = 1_000;

    private CaseKeys() {}

    /** Whether the store is still keyed by numbers as printed. */
    static boolean areDue(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet due = statement.executeQuery(IS_DUE)) {
            return due.next() && due.getBoolean(1);
        }
    }

    /** Keys it anew. */
    static void fold(Store store) {
        try (Connection connection = store.begin()) {
            StoreLocks.lockStore(connection);
            if (areDue(connection)) {
                StoreClock.tick(connection);
                fold(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw StoreException.failed("Keying the cases anew", e);
        }
    }

    private static void fold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temp table folding (system text not null, printed text not null, case_key text not null)"
                            + " on commit drop");
        }
        if (collect(connection) > 0) {
            long run = begin(connection);
            for (String sql : BRING_TOGETHER) {
                execute(connection, sql);
            }
            hashAnew(connection);
            decide(connection, run);
            execute(
                    connection,
                    "update uphold.run set message = (select count(*) filter (where merged) || ' of ' || count(*) from"
                            + " uphold.case_key_folded) || ' keys of cases that were keyed anew belong to cases that were"
                            + " counted apart: uphold.case_key_folded lists them', state = 'COMPLETED', exit_code = 0,"
                            + " finished_at = now() where id = " + run);
        }
        execute(connection, "update uphold.store_fact set value = 'folded' where name = 'case_keys'");
    }

    private static int collect(Connection connection) throws SQLException {
        int found = 0;
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into pg_temp.folding values (?, ?, ?)")) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet keys = statement.executeQuery(SUSPECTS)) {
                while (keys.next()) {
                    String printed = keys.getString(2);
                    String key = CaseKey.of(printed);
                    if (!key.isEmpty() && !key.equals(printed)) {
                        insert.setString(1, keys.getString(1));
                        insert.setString(2, printed);
                        insert.setString(3, key);
                        insert.addBatch();
                        if (++found % AT_ONCE == 0) {
                            insert.executeBatch();
                        }
                    }
                }
            }
            insert.executeBatch();
        }
        return found;
    }

    private static long begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet run = statement.executeQuery(
                        "insert into uphold.run (job, code_version, taxonomy_version, settings_hash)" + " values ('"
                                + JOB + "', 'V11', '', '') returning id")) {
            run.next();
            return run.getLong(1);
        }
    }

    /** The hash of what a determination says is over its key too. */
    private static void hashAnew(Connection connection) throws SQLException {
        StoredDeterminations stored = new StoredDeterminations(Store.dsl(connection));
        List<Long> ids = stored.ofKeysFolded();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            var determinations = stored.read(some);
            try (PreparedStatement update = connection.prepareStatement(HASH_ANEW)) {
                update.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", determinations.keySet().toArray()));
                update.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea",
                                determinations.values().stream()
                                        .map(ContentHash::of)
                                        .toArray(byte[][]::new)));
                update.executeUpdate();
            }
        }
    }

    /** The rule has the last word on each case that was brought together, and on what stands beside what counts. */
    private static void decide(Connection connection, long run) throws SQLException {
        Merging merging = new Merging(connection, run, null);
        merging.begin();
        execute(connection, """
                insert into stage_case (system, case_key)
                select distinct system, case_key from uphold.case_key_folded where merged""");
        merging.decide(0);
        merging.contradictions();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
