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
 * one {@code COPY} leaves of them the next one does not find: with one for each chunk a quarter of the table was empty. Items go
 * at once, other rows wait until they are many.
 */
final class FirstCopies implements AutoCloseable {

    static final int MOST_WAITING = 24 << 20;

    private final Connection connection;
    private final NewTexts texts;
    private final int mostWaiting;
    private final List<NamedRows> determinations = new ArrayList<>();
    private final List<NamedRows> problems = new ArrayList<>();
    private final KeptHashes hashes;
    private final List<NamedRows> rejections = new ArrayList<>();
    private @Nullable CopyInto items;
    private long waiting;

    /** @param mostWaiting bytes */
    FirstCopies(Connection connection, NewTexts texts, KeptHashes hashes, int mostWaiting) {
        this.connection = connection;
        this.texts = texts;
        this.hashes = hashes;
        this.mostWaiting = mostWaiting;
    }

    void add(StagedChunk chunk) throws SQLException {
        if (items == null) {
            items = frozen(chunk.items());
        }
        items.write(chunk.items().rows());
        later(determinations, chunk.determinations());
        later(problems, chunk.problems());
        waiting += hashes.add(chunk.hashes());
        later(rejections, Load.rejections(chunk));
        if (waiting + texts.bytes() >= mostWaiting) {
            end();
        }
    }

    private void later(List<NamedRows> those, NamedRows rows) {
        if (rows.rows().length() > 0) {
            those.add(rows);
            waiting += rows.rows().length();
        }
    }

    /** Sends what waits. More may follow. */
    void end() throws SQLException {
        if (items != null) {
            items.end();
            items = null;
        }
        send(determinations, true);
        send(problems, true);
        List<NamedRows> shared = new ArrayList<>();
        later(shared, texts.take());
        send(shared, true);
        hashes.send();
        send(rejections, false);
        waiting = 0;
    }

    private void send(List<NamedRows> pieces, boolean toItsPlace) throws SQLException {
        if (!pieces.isEmpty()) {
            NamedRows first = pieces.get(0);
            try (CopyInto copy = toItsPlace ? frozen(first) : Copy.into(connection, first.table(), first.columns())) {
                for (NamedRows rows : pieces) {
                    copy.write(rows.rows());
                }
                copy.end();
            }
            pieces.clear();
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
