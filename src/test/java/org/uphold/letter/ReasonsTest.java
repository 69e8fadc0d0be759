package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.blocks;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;
import static org.uphold.letter.Invented.outcomes;
import static org.uphold.letter.Invented.problems;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Outcome;
import org.uphold.source.ProblemCode;

class ReasonsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "The lamp is old. The request is not medically necessary. | UPHELD",
                "The lamp is old. The requested lamp is not medically necessary and appropriate. | UPHELD",
                "The lamp is old. Not medically necessary. | UPHELD",
                "The lamp is old. Therefore, the request for a lamp is not medicallynecessary. | UPHELD",
                "It was lit. The request is medically necessary. | OVERTURNED",
                "It was lit. As such, the lamp and the oil are medically necessary. | OVERTURNED",
                // Nothing plain is said by conditions, parts, and what others say.
                "It was lit. It is not clear that the request is medically necessary. | -",
                "If it had been lit it would be said that the request is medically necessary. | -",
                "Ten nights are medically necessary; the other ten are not. | -",
                "The doctor states the lamp is medically necessary. | -",
                "No lamp is medically necessary. | -",
                "The request is not medically necessary. He was told on the phone. | -",
                "The lamp is old. | -"
            })
    void reasons_conclude_what_their_last_sentence_plainly_says(String reasons, @Nullable Outcome outcome) {
        String shadow = TextFolding.shadow(TextFolding.fold(reasons));

        assertThat(Conclusion.of(shadow, 0, shadow.length())).isEqualTo(outcome);
    }

    @Test
    void reasons_that_end_with_another_outcome_than_their_heading_are_a_problem_and_the_heading_counts() {
        String letter = letter("Heat lamp: Upheld\n" + blocks("It was lit. The request is medically necessary.")
                + "Ice pack: Overturned\n" + blocks("It was warm. The request is not medically necessary."));

        assertThat(problems(letter)).containsExactly(ProblemCode.REASONS_DIFFER, ProblemCode.REASONS_DIFFER);
        assertThat(outcomes(letter)).containsExactly("Heat lamp|UPHELD", "Ice pack|OVERTURNED");
    }

    @Test
    void reasons_that_come_to_nothing_where_the_letter_ends_are_a_problem() {
        assertThat(problems(letter(
                        "Heat lamp: Upheld\n" + blocks("It hangs in the tower. The keeper walks there at dusk."))))
                .containsExactly(ProblemCode.TRUNCATED);
    }

    @Test
    void reasons_that_come_to_nothing_where_a_page_ends_are_a_problem() {
        String lost = letter("Heat lamp: Upheld\n" + blocks("It hangs in the tower. The keeper walks there at dusk.")
                + "\f" + item("Ice pack: Upheld"));

        assertThat(problems(lost)).containsExactly(ProblemCode.PAGES);
    }

    @Test
    void reasons_that_come_to_nothing_within_a_page_are_as_the_reviewer_left_them() {
        assertThat(problems(letter("Heat lamp: Upheld\n"
                        + blocks("It hangs in the tower. The keeper walks there at dusk.")
                        + item("Ice pack: Upheld"))))
                .isEmpty();
    }

    @Test
    void a_label_that_comes_again_within_an_item_is_of_another() {
        String lost = letter("""
                Heat lamp: Upheld
                Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.
                MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.
                MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.
                Decision rationale: It was warm. The request is not medically necessary.
                """);

        assertThat(problems(lost)).containsExactly(ProblemCode.MISSING_BLOCK);
    }
}
