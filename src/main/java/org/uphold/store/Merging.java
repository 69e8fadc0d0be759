package org.uphold.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Edition;

/** Runs the statements of {@link Paths}, {@link Stated}, {@link Beside} and {@link Merge} on one connection, for one run. */
final class Merging {

    private final Connection connection;
    private final long run;
    private final @Nullable BigDecimal mostWithdrawn;
    private final SortedMap<String, Long> takenOver = new TreeMap<>();
    private SameRows same = SameRows.NONE;

    /** @param mostWithdrawn part of a table's cases that a new edition may withdraw, from 0 to 1; null for all */
    Merging(Connection connection, long run, @Nullable BigDecimal mostWithdrawn) {
        this.connection = connection;
        this.run = run;
        this.mostWithdrawn = mostWithdrawn;
    }

    /** Makes the staging tables. */
    void begin() throws SQLException {
        execute(Paths.STAGING);
        for (String sql : Merge.STAGING) {
            execute(sql);
        }
        for (String sql : Stated.STAGING) {
            execute(sql);
        }
    }

    /** Stages the files of the load, gives them and their paths their numbers, and brings the paths up to date. */
    void files(List<LoadedFile> files) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Paths.STAGE)) {
            for (int i = 0; i < files.size(); i++) {
                LoadedFile file = files.get(i);
                insert.setInt(1, i);
                insert.setString(2, file.sha256());
                insert.setString(3, file.reading());
                insert.setString(4, file.system());
                insert.setString(5, file.kind());
                insert.setLong(6, file.bytes());
                insert.setString(7, file.path());
                insert.setString(8, file.former());
                insert.setString(
                        9, file.modified() == null ? null : file.modified().toString());
                insert.setString(10, file.said().toString());
                insert.setBoolean(11, file.table());
                insert.setString(12, file.state().name());
                insert.setBoolean(13, file.edition() == Edition.WHOLE);
                insert.setObject(14, file.movedFrom(), Types.BIGINT);
                insert.setString(15, file.reader());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        update(Merge.INSERT_FILES, run);
        update(Merge.NUMBER_FILES);
        update(Merge.READ_AGAIN, run, run, run);
        try (PreparedStatement statement = connection.prepareStatement(Paths.TAKEN_OVER)) {
            statement.setLong(1, run);
            try (ResultSet jobs = statement.executeQuery()) {
                while (jobs.next()) {
                    takenOver.merge(jobs.getString(1), jobs.getLong(2), Long::sum);
                }
            }
        }
        for (String sql : Paths.REGISTER) {
            update(sql);
        }
    }

    /**
     * From staging into the store, as far as it is not said there already, and what counts of it and of what was said before.
     *
     * @param base number of the first staged determination
     * @return determinations that others took the place of
     * @throws WithdrawnRateException where an edition withdraws too much
     */
    long merge(long base) throws SQLException {
        execute("set local work_mem = '128MB'");
        for (String sql : Merge.ANALYZE) {
            execute(sql);
        }
        if (update(Merge.FIND_FRAGMENTS) > 0) {
            execute("analyze stage_fragment");
            for (String sql : Merge.JOIN_FRAGMENTS) {
                execute(sql);
            }
        }
        if (number(Stated.HAS_EDITIONS) > 0) {
            update(Stated.STATE_EDITIONS);
            update(Stated.FINISH);
            if (number(Beside.WAS_SAID) > 0) {
                update(Beside.UNSAY);
            }
            checkWithdrawn();
        } else {
            update(Stated.STATE_NEW);
        }
        if (number(Beside.IS_SAID) > 0) {
            update(Beside.STATE);
        }
        execute("analyze stage_statement");
        update(Stated.CASES);
        if (number(Stated.HAS_SHIFTED) > 0) {
            update(Stated.SHIFTED_CASES);
        }
        long superseded = decide(base);
        update(Stated.SHARE);
        for (String sql : Merge.NUMBER_SHARED) {
            execute(sql);
        }
        update(Stated.INSERT, base, run);
        update(Merge.INSERT_ITEMS, base);
        update(Merge.INSERT_PROBLEMS, base);
        contradictions();
        same = SameRows.count(connection, base);
        return superseded;
    }

    /** Writes down where paths contradict each other, once all is in its place. */
    void contradictions() throws SQLException {
        for (String sql : Stated.CONTRADICTIONS) {
            update(sql);
        }
    }

    /**
     * Decides for the cases in {@code stage_case} which statement counts, and changes what was stored before.
     *
     * @return determinations that others took the place of
     */
    long decide(long base) throws SQLException {
        execute("analyze stage_case");
        update(Stated.CANDIDATES, base);
        execute("analyze stage_candidate");
        update(Stated.DECIDE, base);
        execute("analyze stage_decision");
        update(Stated.PIN);
        update(Stated.SUPERSEDE);
        update(Stated.REPLACE);
        update(Stated.INSERT_AGAIN, run);
        for (String sql : Stated.INSERT_ITEMS_AGAIN) {
            update(sql);
        }
        return number(
                "select count(*) from stage_decision where kind <> 'KEPT' and old_id is not null and new_id is not null");
    }

    /** How many of the paths another job read last, and with other options, by that job. */
    SortedMap<String, Long> takenOver() {
        return takenOver;
    }

    private void checkWithdrawn() throws SQLException {
        if (mostWithdrawn == null) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(Stated.WITHDRAWN)) {
            while (tables.next()) {
                long gone = tables.getLong(2);
                long stated = tables.getLong(3);
                if (BigDecimal.valueOf(gone).compareTo(mostWithdrawn.multiply(BigDecimal.valueOf(stated))) > 0) {
                    throw new WithdrawnRateException(tables.getString(1), gone, stated);
                }
            }
        }
    }

    /** What became of the cases; the line of the run in the log book counts it too, in the load's own transaction. */
    CaseCounts cases(CaseCounts straight) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(Stated.COUNTS)) {
            result.next();
            CaseCounts counts = straight.plus(same.outOf(new CaseCounts(
                    result.getLong(1),
                    result.getLong(2),
                    result.getLong(3),
                    result.getLong(4),
                    result.getLong(5),
                    result.getLong(6))));
            if (!counts.equals(CaseCounts.NONE)) {
                update(
                        """
                        update uphold.run set cases_new = cases_new + ?, cases_changed = cases_changed + ?,
                            cases_returned = cases_returned + ?, statements_lost = statements_lost + ?,
                            cases_unnamed = cases_unnamed + ?, cases_withdrawn = cases_withdrawn + ?
                        where id = ?""",
                        counts.added(),
                        counts.changed(),
                        counts.returned(),
                        counts.lost(),
                        counts.unnamed(),
                        counts.withdrawn(),
                        run);
            }
            return counts;
        }
    }

    void rejections() throws SQLException {
        update(Merge.INSERT_REJECTIONS, run);
    }

    /** What became of the staged readings. */
    LoadCounts counts(long superseded) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(Merge.COUNTS)) {
            result.next();
            long accepted = result.getLong(1);
            return same.outOf(new LoadCounts(
                    accepted, result.getLong(2), result.getLong(3) - accepted, superseded, result.getLong(4)));
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long update(String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The one number that a query answers. */
    long number(String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
