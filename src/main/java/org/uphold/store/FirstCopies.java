package org.uphold.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyInto;
import org.uphold.copy.NamedRows;

/**
 * Sends the rows of a first load in few and long {@code COPY}s. The server makes a table longer by many pages at once, and what
 * one {@code COPY} leaves of them the next one does not find: with one for each chunk a third of the table was empty. Items go
 * at once, other rows wait until they are many.
 */
final class FirstCopies implements AutoCloseable {

    private static final int MOST_WAITING = 24 << 20;

    private final Connection connection;
    private final NewTexts texts;
    private final List<StagedChunk> waiting = new ArrayList<>();
    private @Nullable CopyInto items;
    private long waitingBytes;

    FirstCopies(Connection connection, NewTexts texts) {
        this.connection = connection;
        this.texts = texts;
    }

    void add(StagedChunk chunk) throws SQLException {
        if (items == null) {
            items = frozen(chunk.items());
        }
        items.write(chunk.items().rows());
        waiting.add(chunk.withoutItems());
        waitingBytes += chunk.bytes()
                - chunk.items().rows().length()
                + chunk.hashes().rows().length();
        if (waitingBytes + texts.bytes() >= MOST_WAITING) {
            end();
        }
    }

    /** Sends what waits. More may follow. */
    void end() throws SQLException {
        if (items != null) {
            items.end();
            items = null;
        }
        frozen(waiting.stream().map(StagedChunk::determinations).toList());
        frozen(waiting.stream().map(StagedChunk::problems).toList());
        frozen(List.of(texts.take()));
        for (StagedChunk chunk : waiting) {
            Copy.in(connection, chunk.hashes());
            Copy.in(connection, "stage_rejection", Load.rejections(chunk));
        }
        waiting.clear();
        waitingBytes = 0;
    }

    private void frozen(List<NamedRows> chunks) throws SQLException {
        CopyInto copy = null;
        for (NamedRows rows : chunks) {
            if (rows.rows().length() > 0) {
                copy = copy == null ? frozen(rows) : copy;
                copy.write(rows.rows());
            }
        }
        if (copy != null) {
            copy.end();
        }
    }

    private CopyInto frozen(NamedRows rows) throws SQLException {
        return Copy.frozen(connection, rows.table(), rows.columns());
    }

    /** Gives up what was not sent, so that the connection can take back the rest. */
    @Override
    public void close() throws SQLException {
        if (items != null) {
            items.close();
        }
    }
}
