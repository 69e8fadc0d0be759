package org.uphold.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.uphold.determination.DateRange;

/** PostgreSQL advisory locks: they work across machines, and a dead holder's are free as soon as its session ends. */
public final class StoreLocks {

    /** Class of the locks of jobs and windows; the store's own is 0 of it. */
    private static final int UPHOLD = 0x7570686F;

    /** Class of the locks of schedules. */
    private static final int SCHEDULE = 0x75707363;

    private StoreLocks() {}

    /** One merge at a time, until the end of the transaction; waits its turn. */
    public static void lockStore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + UPHOLD + ", 0)");
        }
    }

    /** One run of a job and window at a time, until the session ends. Answers at once. */
    public static boolean tryLock(Connection connection, String job, DateRange window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_try_advisory_lock(" + UPHOLD + ", case hashtext(?) when 0 then 1 else hashtext(?) end)")) {
            String scope = job + " " + window.folderName();
            statement.setString(1, scope);
            statement.setString(2, scope);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /** One scheduler at a time looks after a job, until the session ends or gives it back. Answers at once. */
    public static boolean tryLockSchedule(Connection connection, String job) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(" + SCHEDULE + ", hashtext(?))", job);
    }

    /** Gives back what {@link #tryLockSchedule} took on the same connection. */
    public static void unlockSchedule(Connection connection, String job) throws SQLException {
        ask(connection, "select pg_advisory_unlock(" + SCHEDULE + ", hashtext(?))", job);
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }
}
