package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.blocks;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;
import static org.uphold.letter.Invented.outcomes;
import static org.uphold.letter.Invented.problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.source.ProblemCode;

/** Lines that end in an outcome and are no item, because none of their labels is there. */
class OutcomeLinesTest {

    private static final String LOST = "\nIt was warm and nobody asked for it. The request was looked at.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ice pack: Overturned",
                "Ice pack:Overturned",
                "Ice pack: OVERTURNED.",
                "Ice pack:\nOverturned",
                "Ice pack for the knee:\n  Upheld",
                "Ice pack: Uphold",
                "Ice pack: Partially Overturned",
                "Ice pack: Overturned in part",
                "Ice pack: Reversed",
                "Associated surgical service: Ice pack: Upheld"
            })
    void an_item_without_any_of_its_labels_is_a_problem(String heading) {
        String letter = letter(item("Heat lamp: Upheld") + heading + LOST + item("Rope: Upheld"));

        assertThat(problems(letter)).contains(ProblemCode.MISSING_BLOCK);
        assertThat(outcomes(letter)).contains("Heat lamp|UPHELD", "Rope|UPHELD");
    }

    @Test
    void also_where_it_is_the_last() {
        assertThat(problems(letter(item("Heat lamp: Upheld") + "Ice pack: Overturned" + LOST)))
                .contains(ProblemCode.MISSING_BLOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The denial of last year was upheld.",
                "Two earlier denials were upheld, then overturned.",
                "A cart was found, overturned",
                "It reads as follows: the cart was not overturned in the yard."
            })
    void sentences_that_speak_of_outcomes_are_none(String sentence) {
        assertThat(problems(letter("Heat lamp: Upheld\n"
                        + blocks("The lamp was not lit.\n" + sentence + "\nThe request is not medically necessary."))))
                .isEmpty();
    }

    @Test
    void a_heading_that_stands_twice_is_one_item() {
        String twice = letter("Heat lamp: Upheld\n\nHeat lamp: Upheld\n"
                + blocks("The lamp was not lit. The request is not medically necessary."));

        assertThat(outcomes(twice)).containsExactly("Heat lamp|UPHELD");
        assertThat(problems(twice)).isEmpty();
    }
}
