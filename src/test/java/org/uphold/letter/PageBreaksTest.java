package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.CREDENTIALS;
import static org.uphold.letter.Invented.HEADER;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.blocks;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;
import static org.uphold.letter.Invented.problems;

import org.junit.jupiter.api.Test;
import org.uphold.source.ProblemCode;

class PageBreaksTest {

    private static final String TORN = "Heat lamp: Upheld\n"
            + blocks("The lamp was lit on each of the nights that the keeper was at sea and the boat was not yet\n");

    @Test
    void a_sentence_that_a_page_tears_and_the_next_does_not_take_up_is_a_problem() {
        String torn = letter(TORN + "\f" + item("Ice pack: Overturned"));
        assertThat(problems(torn)).containsExactly(ProblemCode.PAGES);
    }

    @Test
    void a_sentence_that_goes_on_over_the_page_is_none() {
        String whole =
                letter(TORN + "\fback. The request is not medically necessary.\n" + item("Ice pack: Overturned"));
        assertThat(problems(whole)).isEmpty();
    }

    @Test
    void a_page_that_begins_within_a_sentence_after_one_that_ended_is_a_problem() {
        String lost = letter(item("Heat lamp: Upheld") + "\fback. The request is not medically necessary.\n");
        assertThat(problems(lost)).containsExactly(ProblemCode.PAGES);
    }

    @Test
    void a_page_break_between_two_items_tells_nothing() {
        assertThat(problems(letter(item("Heat lamp: Upheld") + "\f" + item("Ice pack: Overturned"))))
                .isEmpty();
    }

    @Test
    void sections_out_of_their_order_are_a_problem() {
        assertThat(problems(HEADER + SUMMARY + CREDENTIALS + ISSUES + item("Heat lamp: Upheld")))
                .contains(ProblemCode.PAGES);
    }

    @Test
    void a_letter_without_its_summary_is_a_problem() {
        assertThat(problems(HEADER + CREDENTIALS + ISSUES + item("Heat lamp: Upheld")))
                .containsExactly(ProblemCode.MISSING_BLOCK);
    }
}
