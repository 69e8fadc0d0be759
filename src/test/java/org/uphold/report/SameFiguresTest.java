package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.TestDatabase;
import org.uphold.rates.PublishedTable;

/** One package, read by what its readers use: the same figures in every file, to the last digit. */
class SameFiguresTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private Path out;

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    static Stream<PackageContent> packages() {
        return Stream.of(SmallPackage.content(), InventedWindow.content(300, 8, 30, 12));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void csv_postgresql_sqlite_excel_and_parquet_hold_the_same_figures(PackageContent content) throws Exception {
        Path folder = new PackageWriter()
                .write(out, "nightly", "all", EnumSet.allOf(Format.class), content)
                .folder();
        Map<String, List<List<String>>> csv = new PackageReader()
                .tables(folder).stream().collect(Collectors.toMap(PublishedTable::name, ReadBack::published));
        Map<String, List<List<String>>> workbook = ReadBack.workbook(folder.resolve("report.xlsx"), content.tables());
        try (Connection postgresql = DATABASE.connect();
                Statement inPostgresql = loaded(postgresql, folder);
                Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement inSqlite = loaded(sqlite, folder)) {
            for (PublishedTable table : content.tables()) {
                List<List<String>> published = ReadBack.published(table);
                assertThat(csv.get(table.name())).as("%s.csv", table.name()).isEqualTo(published);
                assertThat(workbook.get(table.name()))
                        .as("%s in report.xlsx", table.name())
                        .isEqualTo(published);
                assertThat(ReadBack.parquet(folder.resolve(table.name() + ".parquet"), table))
                        .as("%s.parquet", table.name())
                        .isEqualTo(published);
                assertThat(ReadBack.database(inPostgresql, table))
                        .as("%s in PostgreSQL", table.name())
                        .containsExactlyInAnyOrderElementsOf(published);
                assertThat(ReadBack.database(inSqlite, table))
                        .as("%s in SQLite", table.name())
                        .containsExactlyInAnyOrderElementsOf(published);
            }
        }
    }

    private static Statement loaded(Connection connection, Path folder) throws SQLException, IOException {
        Statement statement = connection.createStatement();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
        statement.executeUpdate(Files.readString(folder.resolve("load.sql")));
        return statement;
    }
}
