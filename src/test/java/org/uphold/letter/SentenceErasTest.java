package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.outcomes;
import static org.uphold.letter.Invented.problems;
import static org.uphold.letter.Invented.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Determination;
import org.uphold.source.ProblemCode;

/** The two oldest layouts, whose outcomes are sentences. */
class SentenceErasTest {

    private static final String NOTICE = """
            MAXIMUS FEDERAL SERVICES, INC.
            Notice of Independent Medical Review Determination
            Dated: 9/26/2013
            IMR Case Number: IMR 13-000777

            """;
    private static final String DECISION = """

            INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

            An application for Independent Medical Review was filed on 8/6/2013 disputing the
            Utilization Review Denial dated 7/29/2013. A Notice of Assignment and Request for
            Information was provided to the above parties on 8/20/2013.

            """;
    private static final String REVIEWER = """

            Medical Qualifications of the Expert Reviewer:
            The physician reviewer is Board Certified in Family Practice and is licensed to practice in Ohio. He/she
            has been in active practice.

            Case Summary:
            "The keeper slipped on 1/2/2011."

            1) Regarding the request for a heat lamp:
            The Claims Administrator did not cite any medical evidence for its decision. The Expert Reviewer
            based his/her decision on the same guideline as the Claims Administrator.
            Rationale for the Decision:
            It is day.
            """;

    private static String statement(int number, String words) {
        return number + ") MAXIMUS Federal Services, Inc. has determined the request for " + words + "\n\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a heat lamp is not medically necessary and appropriate.           | a heat lamp | UPHELD",
                "a heat lamp is notmedically necessary and appropriate.            | a heat lamp | UPHELD",
                "a heat lamp isnot medicallynecessary and appropriate.             | a heat lamp | UPHELD",
                "a heat lampis notmedically necessary and appropriate.             | a heat lamp | UPHELD",
                "a heat lamp is not medically neces sary and appropriate.          | a heat lamp | UPHELD",
                "a heat lamp is medically necessary and appropriate.               | a heat lamp | OVERTURNED",
                "a heat lamp is medicallynecessaryand appropriate.                 | a heat lamp | OVERTURNED",
                "heat lamps are not medically necessary and appropriate.           | heat lamps  | UPHELD",
                "a heat lamp IS NOT MEDICALLY NECESSARY.                           | a heat lamp | UPHELD",
                "a heat lamp is partially medically necessary and appropriate.     | a heat lamp | PARTIALLY_OVERTURNED",
                "a heat lamp is not medically necessary, is medically necessary.   | a heat lamp | UNKNOWN",
                "a heat lamp is/is not medically necessary and appropriate.        | a heat lamp | UNKNOWN",
                "a heat lamp                                                       | a heat lamp | UNKNOWN"
            })
    void the_sentence_tells_service_and_outcome_in_either_era(String words, String service, String outcome) {
        String notice = NOTICE + statement(1, words) + DECISION + statement(1, words) + REVIEWER;
        assertThat(outcomes(notice)).containsExactly(service + "|" + outcome);
        String letter = Invented.HEADER + "IMR DECISION(S) AND RATIONALE(S)\n\n1. The request for " + words
                + "\n\nThe Claims Administrator did not cite any medical evidence for its decision.\n"
                + "The Physician Reviewer's decision rationale:\nIt is day.\n";
        assertThat(outcomes(letter)).containsExactly(service + "|" + outcome);
    }

    @Test
    void a_notice_told_twice_is_counted_once_and_read_whole() {
        String words = "a heat lamp is not medically necessary and appropriate.";
        Determination d = read(NOTICE + statement(1, words) + DECISION + statement(1, words) + REVIEWER);
        assertThat(d.items()).hasSize(1);
        assertThat(d.caseNumber()).isEqualTo("IMR 13-000777");
        assertThat(d.dates().decision()).hasToString("PartialDate[year=2013, month=9, day=26]");
        assertThat(d.dates().received()).hasToString("2013-08-06");
        assertThat(d.dates().urDecision()).hasToString("2013-07-29");
        assertThat(d.dates().assigned()).isNull();
        assertThat(d.dates().injury()).isNull();
        assertThat(d.reviewer().specialties()).containsExactly("Family Practice");
        assertThat(d.items().get(0).claimsAdministratorGuideline())
                .isEqualTo("The Claims Administrator did not cite any medical evidence for its decision.");
        assertThat(d.items().get(0).reviewerGuideline())
                .isEqualTo(
                        "The Expert Reviewer based his/her decision on the same guideline as the Claims Administrator.");
    }

    @Test
    void statements_that_differ_make_the_item_unknown() {
        String text = NOTICE
                + statement(1, "a heat lamp is not medically necessary and appropriate.")
                + DECISION
                + statement(1, "a heat lamp is medically necessary and appropriate.")
                + REVIEWER;
        assertThat(outcomes(text)).containsExactly("a heat lamp|UNKNOWN");
        assertThat(problems(text)).containsExactly(ProblemCode.CONTRADICTORY_OUTCOME);
    }

    @Test
    void statements_in_another_order_are_matched_by_service() {
        String lamp = "a heat lamp is not medically necessary and appropriate.";
        String rope = "a rope is medically necessary and appropriate.";
        assertThat(outcomes(NOTICE
                        + statement(1, lamp)
                        + statement(2, rope)
                        + DECISION
                        + statement(1, rope)
                        + statement(2, lamp)
                        + REVIEWER))
                .containsExactly("a heat lamp|UPHELD", "a rope|OVERTURNED");
    }

    @Test
    void a_numbered_list_in_a_rationale_is_no_item() {
        String letter = Invented.HEADER + """
                IMR DECISION(S) AND RATIONALE(S)

                1. The request for a heat lamp is not medically necessary and appropriate.
                The Claims Administrator did not cite any medical evidence for its decision.
                The Physician Reviewer did not cite any medical evidence for his/her decision.
                The Physician Reviewer's decision rationale:
                Two things speak against it:
                1. The request for a lamp is old and is medically necessary only by night.
                2. Lamps are warm.
                The request is not medically necessary and appropriate.
                """;
        assertThat(outcomes(letter)).containsExactly("a heat lamp|UPHELD");
        assertThat(read(letter).items().get(0).reviewerGuideline())
                .isEqualTo("The Physician Reviewer did not cite any medical evidence for his/her decision.");
    }
}
