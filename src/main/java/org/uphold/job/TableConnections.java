package org.uphold.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.uphold.settings.SourceSpec.TableSource;
import org.uphold.store.RunState;
import org.uphold.store.Store;

/** Connections to the databases that source tables are in. */
final class TableConnections {

    private TableConnections() {}

    /** Opens it; the store's own database where the source names none. */
    static Connection open(Store store, TableSource table) throws SQLException {
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
