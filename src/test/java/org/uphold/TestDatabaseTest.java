package org.uphold;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void each_database_is_its_own() throws SQLException {
        try (TestDatabase first = TestDatabase.create();
                TestDatabase second = TestDatabase.create();
                Connection one = first.connect();
                Connection two = second.connect()) {
            one.createStatement().execute("CREATE TABLE mine (number int)");
            assertThat(ask(two, "SELECT to_regclass('mine')")).isNull();
        }
    }

    @Test
    void sessions_speak_in_a_zone_of_their_own() throws SQLException {
        try (TestDatabase database = TestDatabase.empty();
                Connection connection = database.connect()) {
            assertThat(ask(connection, "SHOW timezone"))
                    .isNotEqualTo(TimeZone.getDefault().getID())
                    .isNotEqualTo("UTC");
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
