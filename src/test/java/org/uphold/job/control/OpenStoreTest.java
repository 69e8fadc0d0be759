package org.uphold.job.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.settings.Database;
import org.uphold.store.Store;

class OpenStoreTest {

    /** Else a load that waited for another would see the store as it was before that one, and take it for empty. */
    @Test
    void each_statement_sees_what_was_committed_before_it_whatever_the_servers_default() throws SQLException {
        try (TestDatabase database = TestDatabase.empty()) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter database \"" + connection.getCatalog()
                        + "\" set default_transaction_isolation = 'repeatable read'");
            }
            try (OpenStore store = OpenStore.open(
                            new Database.External(database.jdbcUrl(), database.user(), database.password()));
                    Connection begun = store.store().begin()) {
                assertThat(Store.dsl(begun).fetchValue("show transaction_isolation"))
                        .isEqualTo("read committed");
            }
        }
    }
}
