package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;

/** Whether Flyway may be left out. */
class MigrationsTest {

    private final TestDatabase home = TestDatabase.empty();
    private final DataSource database = home.dataSource();

    @BeforeEach
    void migrate() {
        Store.open(database);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_migrated_store_needs_no_flyway() throws SQLException {
        assertThat(applied()).isTrue();
    }

    @Test
    void an_empty_database_needs_it() throws SQLException {
        change("drop schema uphold cascade");
        assertThat(applied()).isFalse();
    }

    @Test
    void a_script_that_is_missing_changed_failed_or_unknown_needs_it() throws SQLException {
        change("update uphold.flyway_schema_history set checksum = checksum + 1 where version = '3'");
        assertThat(applied()).isFalse();
        change("update uphold.flyway_schema_history set checksum = checksum - 1 where version = '3'");
        assertThat(applied()).isTrue();

        change("update uphold.flyway_schema_history set success = false where version = '2'");
        assertThat(applied()).isFalse();
        change("update uphold.flyway_schema_history set success = true where version = '2'");

        change("insert into uphold.flyway_schema_history select installed_rank + 100, '99', description, type,"
                + " 'V99__later.sql', checksum, installed_by, installed_on, execution_time, success"
                + " from uphold.flyway_schema_history where version = '1'");
        assertThat(applied()).isFalse();

        change("delete from uphold.flyway_schema_history where version in ('99', '1')");
        assertThat(applied()).isFalse();
    }

    private boolean applied() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Migrations.areApplied(connection);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
