package org.uphold.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportStatementsTest {

    private static final Map<String, String> WINDOW = Map.of("from", "date '2017-01-01'", "to", "date '2017-02-01'");

    @TempDir
    private Path folder;

    private List<ReportStatement> read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return ReportStatements.read(folder);
    }

    @Test
    void a_folder_that_is_not_there_holds_no_statements() {
        assertThat(ReportStatements.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void those_that_ship_can_be_read() {
        assertThat(ReportStatements.read(Path.of("sql", "reports", "examples")))
                .extracting(ReportStatement::name)
                .containsExactly("reviews_by_items_in_letter", "reviews_by_reviewer_state");
    }

    @Test
    void the_head_says_what_the_table_is() throws IOException {
        ReportStatement statement = read("by_state.sql", """
                -- Title: Reviews by state
                -- A remark: that is no entry, and is left alone.
                -- Key: state, month
                -- Column letters: Letters, each once
                -- Seconds: 300

                select 1;
                """).get(0);
        assertThat(statement.name()).isEqualTo("by_state");
        assertThat(statement.title()).isEqualTo("Reviews by state");
        assertThat(statement.key()).containsExactly("state", "month");
        assertThat(statement.columns()).containsExactly(Map.entry("letters", "Letters, each once"));
        assertThat(statement.seconds()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select :from, x::text, ':to'      | select date '2017-01-01', x::text, ':to'
            select ":from", :TO;              | select ":from", date '2017-02-01'
            select e'\\':from' , :to          | select e'\\':from' , date '2017-02-01'
            select 'it''s :from', a[1:2]      | select 'it''s :from', a[1:2]
            select $a$ :from; $$ $a$, :to     | select $a$ :from; $$ $a$, date '2017-02-01'
            select /* ; :from */ :from -- :to | select /* ; :from */ date '2017-01-01' -- :to
            """)
    void only_parameters_are_replaced(String sql, String run) throws IOException {
        ReportStatement statement = read("odd.sql", "-- Title: x\n" + sql).get(0);
        assertThat(statement.with(WINDOW)).isEqualTo("-- Title: x\n" + run);
    }

    @Test
    void long_texts_are_no_harm() throws IOException {
        String text = "select '" + "it''s ".repeat(50_000) + "' /*" + " * ".repeat(50_000) + "*/";
        assertThat(read("odd.sql", "-- Title: x\n" + text).get(0).with(WINDOW)).endsWith(text);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            odd       | -- Titel: Odd     | select 1             | sql/reports/odd.sql:1: 'Titel' is none of those known; did you mean title?
            odd       | -- just a remark  | select 1             | sql/reports/odd.sql:1: no title
            odd       | -- Title: x       | -- only a comment    | sql/reports/odd.sql:1: no statement is in it
            odd       | -- Title: x       | /* no end select 1   | sql/reports/odd.sql:1: no statement is in it
            odd       | -- Seconds: 0     | select 1             | sql/reports/odd.sql:1: '0' is no number of seconds from 1 to 3600
            odd       | -- Title: x       | select 1; select 2   | sql/reports/odd.sql:2: a second statement begins here
            odd       | -- Title: x       | select :until        | sql/reports/odd.sql:2: no parameter :until; there are :from and :to
            odd       | -- Title: x       | delete from letters  | sql/reports/odd.sql:2: a statement begins with select, values, with, not 'delete'
            odd       | -- Title: x       | select 1 from uphold.item | sql/reports/odd.sql:2: 'uphold' may not be named here
            odd       | -- Title: x       | select 1 from "uphold" .item | sql/reports/odd.sql:2: '"uphold"' may not be named here
            Odd       | -- Title: x       | select 1             | sql/reports/Odd.sql: the file's name becomes the table's
            uphold_by_me | -- Title: x    | select 1             | sql/reports/uphold_by_me.sql: the file's name becomes the table's
            """)
    void what_is_wrong_is_said_with_its_place(String name, String head, String sql, String message) {
        assertThatThrownBy(() -> read(name + ".sql", head + "\n" + sql))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }
}
