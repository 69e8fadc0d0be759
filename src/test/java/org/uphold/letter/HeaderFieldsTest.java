package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.CREDENTIALS;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.accepted;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;
import static org.uphold.letter.Invented.problems;
import static org.uphold.letter.Invented.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.Priority;
import org.uphold.source.Place;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

class HeaderFieldsTest {

    private static final String REST = CREDENTIALS + SUMMARY + ISSUES + item("Heat lamp: Upheld");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CM16\u20110999001",
                "CM16\u20130999001",
                "CM16-\n0999001",
                "CM16\u2212 0999001",
                "cm16-0999001",
                "CM16\uFF0D0999001",
                "ＣＭ１６-０９９９００１",
                "CM16-\u200B0999001"
            })
    void a_case_number_is_kept_as_printed_and_keyed_in_one_way(String printed) {
        Determination d = read("Case Number: " + printed + "\nDecision Date: 03/18/2016\n" + REST);
        assertThat(d.key()).isEqualTo("CM16-0999001");
        // The end of a line behind a hyphen is the page's, not the number's.
        assertThat(d.caseNumber()).isEqualTo(TextFolding.fold(printed.replace("\n", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                Case Number: CM16-0999001
                Date Assigned: 02/06/2016 Date of Injury: 08/05/2015
                Decision Date: 03/18/2016 UR Denial Date: 01/21/2016
                Priority: Standard Application
                Received:
                01/30/2016
                """, """
                Case Number:      CM16-0999001
                Date Assigned:    02/06/2016      Date of Injury:   08/05/2015
                Decision Date:    03/18/2016      UR Denial Date:   01/21/2016
                Priority:         Standard        Application       01/30/2016
                                                  Received:
                """, """
                Case Number:
                Date Assigned:
                Decision Date:
                Priority:

                CM16-0999001
                02/06/2016
                03/18/2016
                Standard

                Date of Injury:
                UR Denial Date:
                Application
                Received:

                08/05/2015
                01/21/2016
                01/30/2016
                """, """
                IMR CASE NUMBER: CM16-0999001
                CLAIM NUMBER:
                DATE ASSIGNED: 2/6/2016
                DATE OF INJURY: 8/5/2015
                DATE OF FINAL DETERMINATION: March 18, 2016
                DATE OF UR DECISION(S): 2016-01-21
                PRIORITY: STANDARD
                IMR APPLICATION RECEIVED: 1/30/16
                """})
    void the_fields_are_read_in_any_layout(String header) {
        Determination d = read(header + REST);
        CaseDates dates = d.dates();
        assertThat(d.caseNumber()).isEqualTo("CM16-0999001");
        assertThat(d.key()).isEqualTo("CM16-0999001");
        assertThat(string(dates.decision() == null ? null : dates.decision().toLocalDate()))
                .isEqualTo("2016-03-18");
        assertThat(string(dates.injury())).isEqualTo("2015-08-05");
        assertThat(string(dates.urDecision())).isEqualTo("2016-01-21");
        assertThat(string(dates.received())).isEqualTo("2016-01-30");
        assertThat(string(dates.assigned())).isEqualTo("2016-02-06");
        assertThat(d.priority()).isEqualTo(Priority.STANDARD);
    }

    @Test
    void what_is_not_there_is_null_and_the_narrative_gives_nothing() {
        String text = CREDENTIALS
                + SUMMARY
                + "Case Number: CM11-0118820\nDate of Injury: 10/05/2011\nDecision Date: 10/06/2012\nPriority: Expedited\n"
                + ISSUES
                + item("Heat lamp: Upheld");
        Determination d = read(text);
        assertThat(d.caseNumber()).isNull();
        assertThat(d.dates()).isEqualTo(CaseDates.NONE);
        assertThat(d.priority()).isNull();
        assertThat(d.key()).matches("text:[0-9a-f]{64}");
        assertThat(problems(text)).containsExactly(ProblemCode.UNDATED);
    }

    @Test
    void an_empty_field_does_not_take_the_next_one_for_its_value() {
        Determination d = read("Case Number:\nDate of Injury: Decision Date: 03/18/2016\nPriority:\n" + REST);
        assertThat(d.caseNumber()).isNull();
        assertThat(d.dates().injury()).isNull();
        assertThat(d.dates().decision()).isNotNull();
    }

    @Test
    void a_day_that_no_calendar_has_is_a_problem_and_no_date() {
        String text = "Case Number: CM16-0999001\nDecision Date: 13/45/2016\n" + REST;
        assertThat(read(text).dates().decision()).isNull();
        assertThat(problems(text)).contains(ProblemCode.BAD_DATE, ProblemCode.UNDATED);
    }

    @Test
    void a_page_header_names_the_case_where_the_letter_does_not() {
        String text = "Decision Date: 03/18/2016\n" + CREDENTIALS
                + "Page 1 of 2\n\fFinal Determination Letter for IMR Case Number CM16-0999001\n" + SUMMARY + ISSUES
                + item("Heat lamp: Upheld");
        assertThat(read(text).caseNumber()).isEqualTo("CM16-0999001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPHOLD                | Upheld     | Upheld     | ",
                "OVERTURN              | Overturned | Overturned | ",
                "PARTIAL OVERTURN      | Upheld     | Overturned | ",
                "Partially Overturned  | Partially Overturned | Upheld | ",
                "UPHOLD                | Upheld     | Overturned | CASE_OUTCOME_DIFFERS",
                "OVERTURN              | Upheld     | Upheld     | CASE_OUTCOME_DIFFERS",
                "PARTIAL OVERTURN      | Upheld     | Upheld     | CASE_OUTCOME_DIFFERS"
            })
    void the_cover_page_outcome_is_kept_beside_the_items(
            String printed, String first, String second, @Nullable ProblemCode problem) {
        String text = "Independent Medical Review Final Determination Letter\nIMR Case Number: CM18-0999001\n"
                + "Date of Final Determination: 03/18/2018\n\nDear Injured Worker:\n\nFinal Determination: " + printed
                + ". This means we decided something about the disputed items/services.\n\n" + CREDENTIALS + SUMMARY
                + ISSUES + item("Heat lamp: " + first) + item("Rope: " + second);
        Reading.Accepted accepted = accepted(text);
        assertThat(accepted.form()).isEqualTo("e18");
        assertThat(accepted.determination().caseOutcomeAsPrinted()).isEqualTo(printed);
        assertThat(problems(text)).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void every_field_has_its_place() {
        Reading.Accepted accepted = accepted(letter(item("Heat lamp: Upheld")));
        assertThat(accepted.evidence())
                .containsKeys(
                        "form",
                        "case_number",
                        "decision_date",
                        "date_of_injury",
                        "ur_decision_date",
                        "application_received_date",
                        "assigned_date",
                        "priority",
                        "reviewer.specialties",
                        "reviewer.licensure",
                        "items[1].service",
                        "items[1].outcome",
                        "items[1].claims_administrator_guideline",
                        "items[1].reviewer_guideline");
        String folded = LetterText.of(letter(item("Heat lamp: Upheld"))).folded();
        Integer at =
                accepted.evidence().getOrDefault("items[1].outcome", Place.FILE).character();
        assertThat(folded.substring(at == null ? 0 : at - 1)).startsWith("Upheld");
        assertThat(accepted.evidence().getOrDefault("decision_date", Place.FILE).line())
                .isEqualTo(3);
    }

    private static String string(@Nullable Object value) {
        return String.valueOf(value);
    }

    @Test
    void dates_out_of_their_order_are_kept_and_said() {
        String header = """
                Case Number: CM16-0999001
                Date of Injury: 08/05/2016
                Decision Date: 03/18/2016
                """;
        assertThat(read(header + REST).dates().decision()).isNotNull();
        assertThat(problems(header + REST)).containsExactly(ProblemCode.BAD_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/18/0215", "00/00/0000", "13/45/2016"})
    void a_decision_date_that_cannot_be_leaves_the_letter_undated(String date) {
        String header = "Case Number: CM16-0999001\nDecision Date: " + date + "\n";
        assertThat(read(header + REST).dates().decision()).isNull();
        assertThat(problems(header + REST)).containsExactly(ProblemCode.BAD_DATE, ProblemCode.UNDATED);
    }
}
