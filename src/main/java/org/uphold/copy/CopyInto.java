package org.uphold.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * One {@code COPY} that takes rows in pieces. Its connection takes no other statement until it is ended; closing without an
 * end gives up what was sent.
 */
public final class CopyInto implements AutoCloseable {

    private final CopyIn copy;

    private CopyInto(CopyIn copy) {
        this.copy = copy;
    }

    static CopyInto begin(Connection connection, String target, String options) throws SQLException {
        CopyIn copy = Copy.manager(connection).copyIn("copy " + target + " from stdin (format binary" + options + ")");
        copy.writeToCopy(CopyBuffer.HEADER, 0, CopyBuffer.HEADER.length);
        return new CopyInto(copy);
    }

    public void write(CopyBuffer rows) throws SQLException {
        copy.writeToCopy(rows.array(), 0, rows.length());
    }

    /** Rows as {@link CopyBuffer} writes them. */
    public void write(byte[] rows) throws SQLException {
        copy.writeToCopy(rows, 0, rows.length);
    }

    /** The server has taken all of them. */
    public void end() throws SQLException {
        copy.writeToCopy(CopyBuffer.TRAILER, 0, CopyBuffer.TRAILER.length);
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
