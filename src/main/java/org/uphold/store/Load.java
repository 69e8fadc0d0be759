package org.uphold.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.NamedRows;
import org.uphold.source.Place;
import org.uphold.source.Reading;

/** One transaction that brings the readings of some files into the store. Used by one thread. */
public final class Load implements AutoCloseable {

    private static final List<String> REJECTION =
            List.of("file", "line", "page", "character", "code", "message", "record_sha256");

    private final Connection connection;
    private final Merging merging;
    private final List<LoadedFile> files = new ArrayList<>();
    private int staged;
    private CaseCounts cases = CaseCounts.NONE;

    /** @param mostWithdrawn part of a table's cases that a new edition may withdraw, from 0 to 1; null for all */
    Load(Connection connection, long run, @Nullable BigDecimal mostWithdrawn) {
        this.connection = connection;
        this.merging = new Merging(connection, run, mostWithdrawn);
        try {
            merging.begin();
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
        try {
            Copy.in(connection, chunk.determinations());
            Copy.in(connection, chunk.items());
            Copy.in(connection, chunk.problems());
            Copy.in(connection, rejections(chunk));
        } catch (SQLException e) {
            throw failed(e);
        }
        staged += chunk.readings();
    }

    static NamedRows rejections(StagedChunk chunk) {
        CopyBuffer rejections = new CopyBuffer(256);
        for (StagedChunk.Rejection rejection : chunk.rejected()) {
            Reading.Rejected reading = rejection.reading();
            Place where = reading.problem().where() == Place.FILE
                    ? reading.place()
                    : reading.problem().where();
            rejections
                    .row(REJECTION.size())
                    .int4(rejection.file())
                    .int8(where.line())
                    .int4(where.page())
                    .int4(where.character())
                    .text(reading.problem().code().name())
                    .text(reading.problem().message())
                    .text(reading.sha256());
        }
        return new NamedRows("stage_rejection", REJECTION, rejections);
    }

    /**
     * Merges what was staged and commits.
     *
     * @throws WithdrawnRateException where a new edition would withdraw too much; nothing of the load is in the store then
     */
    public LoadCounts commit() {
        try {
            StoreLocks.lockStore(connection);
            StoreClock.tick(connection);
            merging.files(files);
            long base = merging.number(Merge.RESERVE_IDS, staged, staged);
            long superseded = merging.merge(base);
            merging.rejections();
            merging.update(Merge.COUNT_FILES);
            LoadCounts counts = merging.counts(superseded);
            cases = merging.cases(CaseCounts.NONE);
            connection.commit();
            return counts;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What became of cases; after the commit. */
    public CaseCounts cases() {
        return cases;
    }

    /** How many of the files' paths another job read last, and with other options, by that job; after the commit. */
    public SortedMap<String, Long> takenOver() {
        return merging.takenOver();
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(SQLException e) {
        return StoreException.failed("Loading determinations", e);
    }
}
