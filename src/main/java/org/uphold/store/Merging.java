package org.uphold.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the statements of {@link Merge} on one connection, for one run. */
final class Merging {

    private final Connection connection;
    private final long run;

    Merging(Connection connection, long run) {
        this.connection = connection;
        this.run = run;
    }

    /** Makes the staging tables. */
    void begin() throws SQLException {
        for (String sql : Merge.STAGING) {
            execute(sql);
        }
    }

    /** Stages the files of the load and gives them their numbers. */
    void files(List<LoadedFile> files) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into stage_file values (?, null, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?)")) {
            for (int i = 0; i < files.size(); i++) {
                LoadedFile file = files.get(i);
                insert.setInt(1, i);
                insert.setString(2, file.sha256());
                insert.setString(3, file.reading());
                insert.setString(4, file.system());
                insert.setString(5, file.kind());
                insert.setLong(6, file.bytes());
                insert.setString(7, file.name());
                insert.setString(
                        8, file.modified() == null ? null : file.modified().toString());
                insert.setBoolean(9, file.table());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        update(Merge.INSERT_FILES, run);
        update(Merge.NUMBER_FILES);
    }

    /**
     * From staging into the store, as far as it is new there.
     *
     * @param base number of the first staged determination
     * @return determinations of the store that were superseded
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
        execute(Merge.KEEP_NEW);
        execute("analyze stage_kept");
        for (String sql : Merge.NUMBER_SHARED) {
            execute(sql);
        }
        long superseded = update(Merge.SUPERSEDE, run, base);
        update(Merge.INSERT_DETERMINATIONS, base, run);
        update(Merge.INSERT_ITEMS, base);
        update(Merge.INSERT_PROBLEMS, base);
        return superseded;
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
            return new LoadCounts(
                    accepted, result.getLong(2), result.getLong(3) - accepted, superseded, result.getLong(4));
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
