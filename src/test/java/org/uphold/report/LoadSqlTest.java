package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.aggregate.Column;
import org.uphold.aggregate.Figures;
import org.uphold.aggregate.PublishedTable;

class LoadSqlTest {

    @TempDir
    Path out;

    @Test
    void postgresql_holds_the_published_figures_after_loading() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            load(statement, SmallPackage.content());
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            load(statement, InventedWindow.content(300, 8, 30, 12));
        }
    }

    @Test
    void sqlite_holds_the_published_figures_after_loading() throws Exception {
        for (PackageContent content : List.of(SmallPackage.content(), InventedWindow.content(300, 8, 30, 12))) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                load(statement, content);
            }
        }
    }

    private void load(Statement statement, PackageContent content) throws IOException, SQLException {
        new LoadSql().write(content, new OutputFolder(out));
        statement.executeUpdate(Files.readString(out.resolve("load.sql")));
        Files.delete(out.resolve("load.sql"));
        compare(statement, content);
    }

    private static void compare(Statement statement, PackageContent content) throws SQLException {
        for (PublishedTable table : content.tables()) {
            String columns = String.join(
                    ", ",
                    table.columns().stream().map(c -> '"' + c.name() + '"').toList());
            List<List<String>> loaded = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM \"" + table.name() + '"')) {
                while (rows.next()) {
                    loaded.add(texts(table.columns(), rows));
                }
            }
            List<List<String>> published = table.rows().stream()
                    .map(row -> published(table.columns(), row))
                    .toList();
            assertThat(loaded).as(table.name()).containsExactlyInAnyOrderElementsOf(published);
        }
        try (ResultSet rows =
                statement.executeQuery("SELECT t.uphold_rate, v.uphold_rate FROM uphold_by_service_category t"
                        + " JOIN uphold_by_service_category_rates v USING (service_category)"
                        + " WHERE t.uphold_rate IS NOT NULL")) {
            int compared = 0;
            while (rows.next()) {
                compared++;
                assertThat(six(rows, 2)).isEqualTo(six(rows, 1));
            }
            assertThat(compared).isGreaterThanOrEqualTo(4);
        }
    }

    private static List<String> published(List<Column> columns, List<@Nullable Object> row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(Figures.format(columns.get(i), row.get(i)));
        }
        return texts;
    }

    private static List<String> texts(List<Column> columns, ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
            if (row.getObject(i) == null) {
                texts.add("");
                continue;
            }
            texts.add(
                    switch (columns.get(i - 1).type()) {
                        case TEXT -> String.valueOf(row.getString(i));
                        case INTEGER -> Long.toString(row.getLong(i));
                        case BOOLEAN -> Boolean.toString(row.getBoolean(i));
                        case DECIMAL -> six(row, i);
                    });
        }
        return texts;
    }

    /** SQLite keeps fractions as doubles. */
    private static String six(ResultSet row, int column) throws SQLException {
        return BigDecimal.valueOf(row.getDouble(column))
                .setScale(6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
