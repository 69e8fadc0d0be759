package org.uphold.job.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.settings.SourceSpec.TableSource;
import org.uphold.store.RunState;
import org.uphold.store.Store;
import org.uphold.store.StoreException;

/** Connections to the databases that source tables are in. */
public final class TableConnections {

    /** SQLSTATE of syntax errors, of names that are not there, and of what the user may not see. */
    private static final String WRONG_STATEMENT = "42";

    /** SQLSTATE of values that cannot be what the query makes of them. */
    private static final String BAD_VALUE = "22";

    private static final String READ_ONLY = "25006";

    private TableConnections() {}

    /** Opens it; the store's own database where the source names none. */
    public static Connection open(Store store, TableSource table) throws SQLException {
        String url = table.url();
        if (url == null) {
            return store.dataSource().getConnection();
        }
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "uphold source");
        if (table.user() != null) {
            properties.setProperty("user", table.user());
        }
        if (table.passwordFile() != null) {
            properties.setProperty("password", password(Path.of(table.passwordFile())));
        }
        return DriverManager.getConnection(url, properties);
    }

    /** What a failure means: a name or query that is wrong stays so, what the server or the network did may pass. */
    public static RuntimeException failure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith(BAD_VALUE)) {
            // The server quotes the value, which may be anybody's.
            return new RunException(
                    ExitCodes.USAGE,
                    RunState.FAILED,
                    "check query: in the job's sources; it fails on a value of its rows (SQLSTATE " + state + ")");
        }
        return state.startsWith(WRONG_STATEMENT) || state.equals(READ_ONLY)
                ? new RunException(
                        ExitCodes.USAGE,
                        RunState.FAILED,
                        "check table: in the job's sources; it cannot be read: " + e.getMessage())
                : new StoreException("The source table cannot be read: " + e.getMessage(), e);
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RunException(
                    ExitCodes.USAGE,
                    RunState.FAILED,
                    "the password file " + file + " cannot be read: create it, readable by you only");
        }
    }
}
