package org.uphold.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyBuffer;
import org.uphold.source.Place;
import org.uphold.source.Reading;

/** One transaction that brings the readings of some files into the store. Used by one thread. */
public final class Load implements AutoCloseable {

    private final Connection connection;
    private final long run;
    private final List<LoadedFile> files = new ArrayList<>();
    private int staged;

    Load(Connection connection, long run) {
        this.connection = connection;
        this.run = run;
        try (Statement statement = connection.createStatement()) {
            for (String sql : Merge.STAGING) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Announces a file; its number goes with its readings. */
    public int file(LoadedFile file) {
        files.add(file);
        return files.size() - 1;
    }

    /** Says what a file is after all, where that was known only at its end. */
    public void replace(int number, LoadedFile file) {
        files.set(number, file);
    }

    /** Sends encoded readings to the server. */
    public void add(StagedChunk chunk) {
        copy("stage_determination", chunk.determinations());
        copy("stage_item", chunk.items());
        copy("stage_problem", chunk.problems());
        CopyBuffer rejections = new CopyBuffer(256);
        for (StagedChunk.Rejection rejection : chunk.rejected()) {
            Reading.Rejected reading = rejection.reading();
            Place where = reading.problem().where() == Place.FILE
                    ? reading.place()
                    : reading.problem().where();
            rejections
                    .row(7)
                    .int4(rejection.file())
                    .int8(where.line())
                    .int4(where.page())
                    .int4(where.character())
                    .text(reading.problem().code().name())
                    .text(reading.problem().message())
                    .text(reading.sha256());
        }
        copy("stage_rejection", rejections);
        staged += chunk.readings();
    }

    /** Merges what was staged and commits. */
    public LoadCounts commit() {
        try {
            stageFiles();
            try (Statement statement = connection.createStatement()) {
                StoreLocks.lockStore(connection);
                statement.execute("set local work_mem = '128MB'");
                StoreClock.tick(connection);
                execute(statement, Merge.ANALYZE);
                if (statement.executeUpdate(Merge.FIND_FRAGMENTS) > 0) {
                    execute(statement, Merge.JOIN_FRAGMENTS);
                }
                statement.execute(Merge.KEEP_NEW);
                statement.execute("analyze stage_kept");
            }
            update(Merge.INSERT_FILES, run);
            update(Merge.NUMBER_FILES);
            long base = reserve();
            long superseded = update(Merge.SUPERSEDE, run, base);
            update(Merge.INSERT_DETERMINATIONS, base, run);
            update(Merge.INSERT_ITEMS, base);
            update(Merge.INSERT_PROBLEMS, base);
            update(Merge.INSERT_REJECTIONS, run);
            for (String sql : Merge.COUNT_FILES) {
                update(sql);
            }
            LoadCounts counts = counts(superseded);
            connection.commit();
            return counts;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void stageFiles() throws SQLException {
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
    }

    private long reserve() throws SQLException {
        try (PreparedStatement reserve = connection.prepareStatement(Merge.RESERVE_IDS)) {
            reserve.setLong(1, staged);
            reserve.setLong(2, staged);
            try (ResultSet result = reserve.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private LoadCounts counts(long superseded) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(Merge.COUNTS)) {
            result.next();
            long accepted = result.getLong(1);
            return new LoadCounts(
                    accepted, result.getLong(2), result.getLong(3) - accepted, superseded, result.getLong(4));
        }
    }

    private void copy(String table, CopyBuffer rows) {
        try {
            Copy.in(connection, table, rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private long update(String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void execute(Statement statement, List<String> sqls) throws SQLException {
        for (String sql : sqls) {
            statement.execute(sql);
        }
    }

    private static StoreException failed(SQLException e) {
        return StoreException.failed("Loading determinations", e);
    }
}
