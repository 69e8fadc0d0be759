package org.uphold.job.publishing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.uphold.cells.Cells;
import org.uphold.store.Store;
import org.uphold.store.StoreLocks;

/** A transaction that sees one state of the store, in which every letter that is there is in the sums too. */
public final class SettledStore {

    private SettledStore() {}

    /** Opens it; where another run has just loaded, its letters are taken into the sums before. */
    public static Connection open(Store store) throws SQLException {
        Connection connection = snapshot(store);
        if (isSettled(connection)) {
            return connection;
        }
        connection.close();
        try (Connection lock = store.begin()) {
            StoreLocks.lockStore(lock);
            try (Connection sums = store.begin()) {
                new Cells(Store.dsl(sums)).bringUpToDate();
                sums.commit();
            }
            Connection settled = snapshot(store);
            // The first statement takes the snapshot, and while the lock is held nothing can come between.
            isSettled(settled);
            return settled;
        }
    }

    /** Names the state that a transaction sees, for {@link #join}; good while it is open. */
    static String export(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery("select pg_export_snapshot()")) {
            result.next();
            return result.getString(1);
        }
    }

    /** Another transaction that sees an exported state. */
    public static Connection join(Store store, String exported) throws SQLException {
        Connection connection = snapshot(store);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set transaction snapshot '" + exported + "'");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static Connection snapshot(Store store) throws SQLException {
        Connection connection = store.begin();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static boolean isSettled(Connection connection) {
        return new Cells(Store.dsl(connection)).areUpToDate();
    }
}
