package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.accepted;
import static org.uphold.letter.Invented.outcomes;
import static org.uphold.letter.Invented.problems;

import org.junit.jupiter.api.Test;
import org.uphold.determination.Determination;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

class ProfessionalReviewTest {

    private static String form(String issue, String heading, String rationale) {
        return """
                MEDICAL PROFESSIONAL REVIEW
                Case Number: CM13-0999004
                Decision Date: 11/12/2013

                ISSUE AT DISPUTE:
                %s

                CASE SUMMARY:
                The keeper slipped on 1/2/2011. The request was upheld once before.

                DOCUMENTS REVIEWED FOR DETERMINATION:
                A log book.

                MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:
                Official Disability Guidelines, Lamps Chapter, because it speaks of lamps.

                %s:
                %s

                MEDICAL REVIEWER QUALIFICATIONS:
                The reviewer is Board Certified in Occupational Medicine and is licensed to practice in California.
                """.formatted(issue, heading, rationale);
    }

    private static final String NOT =
            "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY";
    private static final String YES = "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE WAS MEDICALLY NECESSARY";

    @Test
    void the_rationales_heading_states_the_outcome() {
        Reading.Accepted accepted = accepted(form("A heat lamp", NOT, "It is day."));
        Determination d = accepted.determination();
        assertThat(accepted.form()).isEqualTo("review");
        assertThat(d.caseNumber()).isEqualTo("CM13-0999004");
        assertThat(d.reviewer().specialties()).containsExactly("Occupational Medicine");
        assertThat(d.items().get(0).reviewerGuideline())
                .startsWith("Official Disability")
                .endsWith("lamps.");
        assertThat(d.items().get(0).claimsAdministratorGuideline()).isNull();
        assertThat(outcomes(form("A heat lamp", NOT, "It is day."))).containsExactly("A heat lamp|UPHELD");
        assertThat(outcomes(form("A heat lamp", YES, "It is night."))).containsExactly("A heat lamp|OVERTURNED");
    }

    @Test
    void several_issues_are_several_items() {
        assertThat(outcomes(form("1. A heat lamp\n2. A rope, 3 feet", NOT, "It is day.")))
                .containsExactly("A heat lamp|UPHELD", "A rope, 3 feet|UPHELD");
    }

    @Test
    void a_rationale_that_ends_with_the_opposite_makes_the_outcome_unknown() {
        String text = form("A heat lamp", NOT, "It is night. The lamp is medically necessary.");
        assertThat(outcomes(text)).containsExactly("A heat lamp|UNKNOWN");
        assertThat(problems(text)).contains(ProblemCode.CONTRADICTORY_OUTCOME);
    }
}
