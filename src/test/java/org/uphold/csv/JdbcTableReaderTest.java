package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.rejected;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.PartialDate;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcTableReaderTest {

    private static final Dialect DIALECT = Dialect.parse(
            "table",
            Map.of(
                    "columns",
                    Map.of(
                            "case_number", "Case No",
                            "item_number", "item",
                            "service", "what",
                            "outcome", "result",
                            "decision_date", "decided")));

    private EmbeddedPostgres server;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_table_is_read_with_a_cursor_case_by_case() throws SQLException {
        execute("create schema \"Odd.Name\"");
        execute(
                "create table \"Odd.Name\".decisions (what text, \"Case No\" integer, item smallint, result varchar(20),"
                        + " decided date, narrative text)");
        execute("insert into \"Odd.Name\".decisions select 'service ' || i, i % 3000, i / 3000 + 1,"
                + " case when i % 4 = 0 then 'Overturned' else 'Upheld' end, date '2017-02-09' + i % 3000, 'long'"
                + " from generate_series(0, 8999) i");
        execute(
                "insert into \"Odd.Name\".decisions values ('x', 17, 9, 'perhaps', null, null), (null, null, 1, 'Upheld', null, null)");

        List<Reading> readings = read("\"Odd.Name\".decisions", DIALECT);

        assertThat(accepted(readings)).hasSize(3000);
        assertThat(accepted(readings).get(0).determination().key()).isEqualTo("0");
        assertThat(accepted(readings).get(0).determination().items())
                .extracting(DisputedItem::number)
                .containsExactly(1, 2, 3);
        assertThat(accepted(readings).get(0).determination().dates().decision()).isEqualTo(new PartialDate(2017, 2, 9));
        assertThat(rejected(readings))
                .extracting(r -> r.problem().code())
                .containsExactlyInAnyOrder(ProblemCode.BAD_VALUE, ProblemCode.MISSING_VALUE);
    }

    @Test
    void a_view_reads_like_a_table_and_a_missing_column_is_told() throws SQLException {
        execute(
                "create view v as select 'A' as \"Case No\", 1 as item, 'w' as what, 'Upheld' as result, null::date as decided");
        execute("create view w as select 'A' as \"Case No\", 1 as item, 'w' as what");

        assertThat(accepted(read("v", DIALECT))).hasSize(1);
        assertThat(codes(read("public.w", DIALECT).get(0))).containsExactly(ProblemCode.MISSING_COLUMN);
    }

    @Test
    void a_name_can_be_nothing_but_a_name() {
        assertThatThrownBy(() -> read("v; drop table v", DIALECT)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> read("nowhere", DIALECT)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new JdbcTableReader(
                        Dialect.parse("r", Map.of("key", "row", "columns", Map.of("service", "a", "outcome", "b")))))
                .isInstanceOf(InvalidDialectException.class);
    }

    @Test
    void days_of_points_in_time_are_cut_in_the_zone_asked_for_and_arrays_are_lists() throws Exception {
        execute(Files.readString(Path.of("src/test/resources/arrivals/12-db-types/source.sql")));
        Dialect items = Tables.ITEMS;

        assertThat(days("\"Case Data\".\"Decisions\"", items, "America/Los_Angeles"))
                .containsExactly("A-1 2017-02-28", "A-2 2017-02-28");
        assertThat(days("\"Case Data\".\"Decisions\"", items, "UTC"))
                .containsExactly("A-1 2017-02-28", "A-2 2017-03-01");
        List<Reading> readings = read("\"Case Data\".\"Decisions\"", items);
        assertThat(accepted(readings).get(0).determination().reviewer().specialties())
                .containsExactly("Orthopedic Surgery", "Pain Management");
        assertThat(accepted(readings).get(0).determination().attributes().jurisdiction())
                .isEqualTo("CA");
        assertThat(accepted(readings).get(0).determination().attributes().age()).isEqualTo("45");
        assertThat(rejected(readings))
                .as("infinity and a year before our era are no days")
                .extracting(r -> r.problem().code())
                .containsExactly(ProblemCode.BAD_DATE, ProblemCode.BAD_DATE);
        assertThat(accepted(read("floats", items)))
                .extracting(r -> r.determination().key())
                .containsExactlyInAnyOrder("16022170", "123456789012");
        assertThat(accepted(read("nums", items)))
                .extracting(r -> r.determination().key())
                .contains("16022170");
    }

    @Test
    void a_query_reads_and_cannot_write() throws SQLException {
        execute("create table asked (\"Case No\" text, item integer, what text, result text, tags jsonb)");
        execute("insert into asked values ('Q-1', 1, 'brace', 'Upheld', '{\"a\": 1}')");
        execute("create function sly() returns text language sql as"
                + " $$ insert into asked values ('Q-9', 1, 'brace', 'Upheld', null) returning 'Q-9' $$");

        assertThat(accepted(read(
                        TableQuery.of(
                                "select *, date '2017-02-09' as decided from asked where tags ? 'a' -- or all of them"),
                        DIALECT,
                        DayRules.ANY)))
                .extracting(r -> r.determination().key())
                .containsExactly("Q-1");
        assertThatThrownBy(() -> read(
                        TableQuery.of("select sly() as \"Case No\", 1 as item, 'w' as what, 'Upheld' as result"),
                        DIALECT,
                        DayRules.ANY))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("read-only");
        assertThat(accepted(read(TableQuery.of("select * from asked"), DIALECT, DayRules.ANY)))
                .hasSize(1);
    }

    private List<String> days(String table, Dialect dialect, String zone) throws SQLException {
        DayRules rules = new DayRules(ZoneId.of(zone), DayRules.FIRST_REVIEWS, LocalDate.MAX);
        return accepted(read(new TableQuery(table, 100), dialect, rules)).stream()
                .map(r -> r.determination().key() + " "
                        + Objects.requireNonNull(r.determination().dates().decision())
                                .toLocalDate())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a|\"a\"",
                "a.b|\"a\".\"b\"",
                "\"a.b\".c|\"a.b\".\"c\"",
                "\"a\"\"b\"|\"a\"\"b\"",
                "Mixed Case|\"Mixed Case\""
            })
    void names_are_quoted(String name, String sql) {
        assertThat(new TableQuery(name).source()).isEqualTo(sql);
    }

    private List<Reading> read(String table, Dialect dialect) throws SQLException {
        return read(new TableQuery(table, 100), dialect, DayRules.ANY);
    }

    private List<Reading> read(TableQuery query, Dialect dialect, DayRules days) throws SQLException {
        List<Reading> readings = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            new JdbcTableReader(dialect, days).read(connection, query, readings::add);
            assertThat(connection.getAutoCommit()).isTrue();
        }
        return readings;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
