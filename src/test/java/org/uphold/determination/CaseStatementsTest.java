package org.uphold.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule, case by case. */
class CaseStatementsTest {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final CaseStatements<String> of = new CaseStatements<>();

    /** {@code path@time:content/day}; no day is undated. */
    private static Statement<String> statement(String text) {
        String[] parts = text.split("[@:/]", -1);
        return new Statement<>(
                parts[0],
                parts[1].equals("now") ? Statement.NOW : T0.plusSeconds(Long.parseLong(parts[1])),
                parts.length < 4 ? null : LocalDate.of(2017, 2, Integer.parseInt(parts[3])),
                parts[2]);
    }

    private void state(String... statements) {
        Arrays.stream(statements).map(CaseStatementsTest::statement).forEach(of::state);
    }

    private String counting() {
        return of.counting().map(Statement::content).orElse("nothing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a path says what it said last                            | a@1:X/9 a@2:Y/9         | Y
                    though it goes back to an older text                     | a@1:X/9 a@2:Y/9 a@3:X/9 | X
                    though its date is earlier now, or gone                  | a@1:X/9 a@2:Y/8 a@3:Z   | Z
                    though its file is an older one                          | a@2:X/9 a@1:Y/9         | Y
                    of two paths the later decision counts                   | a@1:X/9 b@2:Y/8         | X
                    the undated one loses                                    | a@2:X b@1:Y/8           | Y
                    on one date the file that was modified later             | a@2:X/9 b@1:Y/9         | X
                    also where both are undated                              | a@2:X b@1:Y             | X
                    a table of a database is later than any file             | a@now:X/9 b@9:Y/9       | X
                    on one time the greater path                             | a@1:X/9 b@1:Y/9         | Y
                    byte by byte, not as a language orders them              | ä@1:X/9 z@1:Y/9         | X
                    a date that was mistyped goes with its correction        | a@1:X/28 b@1:Y/9 a@2:Z/8 | Y
                    """)
    void of_what_is_stated(String because, String statements, String counting) {
        state(statements.strip().split(" "));
        assertThat(counting()).isEqualTo(counting);
    }

    @Test
    void what_a_part_no_longer_names_stays_with_the_time_it_had() {
        state("a@2:X/9", "b@1:Y/9");
        assertThat(of.leaveOut("a", Edition.PART)).isTrue();
        assertThat(of.leaveOut("a", Edition.PART)).as("counted once").isFalse();
        of.touch("a", T0.plusSeconds(3));
        of.touch("b", T0.plusSeconds(3));
        assertThat(counting()).isEqualTo("Y");
    }

    @Test
    void what_a_whole_no_longer_names_is_withdrawn_and_what_another_path_says_counts_again() {
        state("a@2:X/9", "b@1:Y/9");
        of.leaveOut("a", Edition.WHOLE);
        assertThat(counting()).isEqualTo("Y");
        of.leaveOut("b", Edition.WHOLE);
        assertThat(counting()).isEqualTo("nothing");
    }

    @Test
    void a_file_that_was_renamed_says_there_what_it_said() {
        state("a@1:X/9", "b@1:Y/9");
        of.move("a", "c", T0.plusSeconds(1));
        assertThat(counting()).isEqualTo("X");
        state("c@2:Z/8");
        assertThat(counting()).isEqualTo("Y");
    }

    @Test
    void of_several_in_one_edition_the_later_decision_speaks_and_of_equal_ones_the_last() {
        of.state(List.of(statement("a@2:X/9"), statement("a@2:Y/8"), statement("a@2:Z/9"), statement("a@2:Y/8")));
        state("b@1:W/9");
        assertThat(counting()).isEqualTo("Z");
        assertThat(of.lost()).extracting(Statement::content).containsExactly("W");
        assertThat(of.lostBeside()).isEqualTo(Map.of("a", Set.of("X", "Y")));
        of.move("a", "c", T0);
        state("b@1:X/9");
        assertThat(counting()).as("by its time").isEqualTo("X");
        assertThat(of.lost()).extracting(Statement::content).containsExactly("Z");
        assertThat(of.lostBeside()).as("what counts is not lost").isEqualTo(Map.of("c", Set.of("Y")));
        state("c@2:Z/9");
        assertThat(of.lostBeside()).isEmpty();
    }

    @Test
    void nothing_counts_of_a_case_that_was_withdrawn_by_hand_until_it_is_put_back() {
        state("a@1:X/9");
        of.withdraw();
        state("b@2:Y/9");
        assertThat(counting()).isEqualTo("nothing");
        assertThat(of.lost()).isEmpty();
        of.putBack();
        assertThat(counting()).isEqualTo("Y");
    }

    @Test
    void what_loses_is_what_says_something_else_and_contradicts_where_no_date_settles_it() {
        state("a@1:X/9", "b@1:Y/9", "c@1:X/9", "d@9:Z/8", "e@9:W");
        assertThat(counting()).isEqualTo("X");
        assertThat(of.lost()).extracting(Statement::path).containsExactly("b", "d", "e");
        assertThat(of.contradicting((one, other) -> true))
                .extracting(Statement::path)
                .isEqualTo(List.of("b"));
        assertThat(of.contradicting((one, other) -> false)).isEmpty();
    }
}
