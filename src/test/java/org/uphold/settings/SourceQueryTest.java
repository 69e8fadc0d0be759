package org.uphold.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceQueryTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 1|select 1",
                "select ';' as a;|select ';' as a",
                "with a as (select 1) select * from a ; -- done|with a as (select 1) select * from a",
                "(select 1) union (select 2)|(select 1) union (select 2)",
                "values (1)|values (1)"
            })
    void a_query_is_one_statement_that_reads(String written, String statement) {
        assertThat(SourceQuery.checked(written)).isEqualTo(statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delete from a|begins with",
                "select 1; delete from a|second statement",
                "commit; delete from a|begins with",
                "-- nothing|empty"
            })
    void anything_else_is_refused(String written, String said) {
        assertThatThrownBy(() -> SourceQuery.checked(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_job_file_names_a_table_or_a_query_a_zone_and_gates_on_problems() throws IOException {
        JobFile job = read("""
                sources:
                  - table: {query: "select 1;"}
                    zone: America/New_York
                gates: {max-problem-rate: 0.2, warn-problems: 3}
                """);

        SourceSpec source = job.sources().get(0);
        assertThat(source.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(source.table()).isEqualTo(new SourceSpec.TableSource(null, null, null, null, "select 1"));
        assertThat(job.gates().maxProblemRate()).isEqualByComparingTo("0.2");
        assertThat(job.gates().warnProblems()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sources: [{table: {name: a, query: select 1}}]|not both",
                "sources: [{table: {user: a}}]|name:",
                "sources: [{table: {query: drop table a}}]|table.query: a query begins with",
                "sources: [{path: a, zone: Mars}]|no time zone 'Mars'",
                "sources: []\\ndialects: {mine: {dates: x}}|dialects.mine: refused as a test"
            })
    void what_is_wrong_is_told_when_the_file_is_read(String yaml, String said) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(said);
    }

    private JobFile read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("test.yaml"), yaml);
        Vocabulary vocabulary = SomeWords.vocabulary(Set.of(), Set::of, (name, keys) -> {
            throw new IllegalArgumentException("refused as a test");
        });
        return JobFileReader.read(file, vocabulary);
    }
}
