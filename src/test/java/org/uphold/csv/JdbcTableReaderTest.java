package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.rejected;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<Reading> readings = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            new JdbcTableReader(dialect).read(connection, new TableQuery(table, 100), readings::add);
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
