package org.uphold.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
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
        if (rows.length() == 0) {
            return;
        }
        try (CopyInto copy = CopyInto.begin(connection, target, "")) {
            copy.write(rows);
            copy.end();
        }
    }

    /** Sends rows to the table and columns that they are of. */
    public static void in(Connection connection, NamedRows rows) throws SQLException {
        in(connection, NamedRows.target(rows.table(), rows.columns()), rows.rows());
    }

    /**
     * Sends rows to a table that this transaction made or truncated. They are written as vacuum would leave them, so that the
     * table need not be written a second time after the commit. Until then nobody else may look into the table.
     *
     * @param table trusted text
     * @param columns in the order of the fields of the rows that follow
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
