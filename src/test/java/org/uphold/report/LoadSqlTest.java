package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadSqlTest {

    @TempDir
    Path out;

    @Test
    void views_in_postgresql_compute_the_published_rates_from_the_counts() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            load(statement, SmallPackage.content());
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            load(statement, InventedWindow.content(300, 8, 30, 12));
        }
    }

    @Test
    void views_in_sqlite_compute_the_published_rates_from_the_counts() throws Exception {
        for (PackageContent content : List.of(SmallPackage.content(), InventedWindow.content(300, 8, 30, 12))) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                load(statement, content);
            }
        }
    }

    @Test
    void sqlite_keeps_every_rate_as_a_real_number_whole_ones_too() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            load(statement, InventedWindow.content(300, 8, 30, 12));
            try (ResultSet kinds = statement.executeQuery("SELECT DISTINCT typeof(uphold_rate), typeof(ci95_upper)"
                    + " FROM uphold_by_service_category WHERE uphold_rate IS NOT NULL")) {
                assertThat(kinds.next()).isTrue();
                assertThat(kinds.getString(1)).isEqualTo("real");
                assertThat(kinds.getString(2)).isEqualTo("real");
                assertThat(kinds.next()).isFalse();
            }
        }
    }

    private void load(Statement statement, PackageContent content) throws IOException, SQLException {
        new LoadSql().write(content, new OutputFolder(out));
        statement.executeUpdate(Files.readString(out.resolve("load.sql")));
        Files.delete(out.resolve("load.sql"));
        compare(statement);
    }

    private static void compare(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT t.uphold_rate, v.uphold_rate FROM uphold_by_service_category t"
                        + " JOIN uphold_by_service_category_rates v USING (service_category)"
                        + " WHERE t.uphold_rate IS NOT NULL")) {
            int compared = 0;
            while (rows.next()) {
                compared++;
                assertThat(ReadBack.six(rows.getDouble(2))).isEqualTo(ReadBack.six(rows.getDouble(1)));
            }
            assertThat(compared).isGreaterThanOrEqualTo(4);
        }
    }
}
