package org.uphold.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Starts {@code COPY} on a connection, within its transaction. */
public final class Copy {

    private Copy() {}

    /**
     * Sends rows in one statement.
     *
     * @param target table, with or without a list of columns in parentheses; trusted text
     */
    public static void in(Connection connection, String target, CopyBuffer rows) throws SQLException {
        in(connection, target, "", rows);
    }

    private static void in(Connection connection, String target, String options, CopyBuffer rows) throws SQLException {
        if (rows.length() == 0) {
            return;
        }
        CopyIn copy = manager(connection).copyIn("copy " + target + " from stdin (format binary" + options + ")");
        copy.writeToCopy(CopyBuffer.HEADER, 0, CopyBuffer.HEADER.length);
        copy.writeToCopy(rows.array(), 0, rows.length());
        copy.writeToCopy(CopyBuffer.TRAILER, 0, CopyBuffer.TRAILER.length);
        copy.endCopy();
    }

    /** Sends rows to the table and columns that they are of. */
    public static void in(Connection connection, NamedRows rows) throws SQLException {
        in(connection, rows.target(), rows.rows());
    }

    /**
     * Sends rows to a table that this transaction made or truncated. They are written as vacuum would leave them, so that the
     * table need not be written a second time after the commit. Until then nobody else may look into the table.
     */
    public static void frozen(Connection connection, NamedRows rows) throws SQLException {
        in(connection, rows.target(), ", freeze", rows.rows());
    }

    /**
     * Reads the rows of a query as the server sends them. The connection takes no other statement until they are closed.
     *
     * @param query without parameters; trusted text
     */
    public static CopyRows out(Connection connection, String query) throws SQLException {
        return new CopyRows(manager(connection).copyOut("copy (" + query + ") to stdout (format binary)"));
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
