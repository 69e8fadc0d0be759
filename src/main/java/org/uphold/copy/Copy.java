package org.uphold.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Starts {@code COPY} on a connection, within its transaction. */
public final class Copy {

    private Copy() {}

    /** Sends rows, in one statement, to the table and columns that they are of. */
    public static void in(Connection connection, NamedRows rows) throws SQLException {
        if (rows.rows().length() > 0) {
            try (CopyInto copy = into(connection, rows.table(), rows.columns())) {
                copy.write(rows.rows());
                copy.end();
            }
        }
    }

    /**
     * Begins to send rows.
     *
     * @param table trusted text
     * @param columns in the order of the fields of the rows that follow
     */
    public static CopyInto into(Connection connection, String table, List<String> columns) throws SQLException {
        return CopyInto.begin(connection, NamedRows.target(table, columns), "");
    }

    /**
     * The same, to a table that this transaction made or truncated: rows are written as vacuum would leave them, so that the
     * table need not be written a second time after the commit. Until then nobody else may look into the table.
     */
    public static CopyInto frozen(Connection connection, String table, List<String> columns) throws SQLException {
        return CopyInto.begin(connection, NamedRows.target(table, columns), ", freeze");
    }

    /**
     * Reads the rows of a query as the server sends them. The connection takes no other statement until they are closed.
     *
     * @param query without parameters; trusted text
     */
    public static CopyRows out(Connection connection, String query) throws SQLException {
        return new CopyRows(manager(connection).copyOut("copy (" + query + ") to stdout (format binary)"));
    }

    static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
