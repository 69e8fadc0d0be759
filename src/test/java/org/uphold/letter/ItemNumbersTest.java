package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.accepted;
import static org.uphold.letter.Invented.letter;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uphold.source.Problem;

/** Letters that number their items say themselves when one is not there; so does an outcome without an item. */
class ItemNumbersTest {

    private static final String NOTICE = """
            Notice of Independent Medical Review Determination

            Dated: 9/18/2013

            IMR Case Number: CM13-0001187

            """;

    private static String statement(int number, String service) {
        return number + ") MAXIMUS Federal Services, Inc. has determined the request for " + service
                + " is not medically necessary and appropriate.\n\n";
    }

    private static String request(int number, String service) {
        return number + ". The request for " + service + " is not medically necessary and appropriate.\n\n"
                + "The Physician Reviewer's decision rationale: The lamp was not lit.\n\n";
    }

    private static List<String> messages(String letter) {
        return accepted(letter).problems().stream()
                .map(Problem::message)
                .filter(m -> m.startsWith("Item") && m.contains("number") || m.startsWith("An outcome"))
                .toList();
    }

    @Test
    void a_gap_in_the_numbers_of_a_notice_is_a_problem() {
        assertThat(messages(NOTICE + statement(1, "a heat lamp") + statement(3, "an ice pack")))
                .containsExactly("Item 2 was expected by the letter's own numbers; found item 3.");
        assertThat(messages(NOTICE + statement(1, "a heat lamp") + statement(2, "an ice pack")))
                .isEmpty();
    }

    @Test
    void a_gap_in_the_numbers_of_decisions_is_a_problem() {
        String head = "Case Number: CM14-0155571\nIMR DECISION(S) AND RATIONALE(S)\n\n";
        assertThat(messages(head + request(1, "a heat lamp") + request(3, "an ice pack")))
                .containsExactly("Item 2 was expected by the letter's own numbers; found item 3.");
        assertThat(messages(head + request(1, "a heat lamp") + request(2, "an ice pack")))
                .isEmpty();
    }

    @Test
    void reasons_for_an_item_that_no_outcome_is_stated_of_are_a_problem() {
        String reasons = "2) Regarding the request for an ice pack:\n\nRationale for the Decision:\nIt melts.\n";
        assertThat(messages(NOTICE + statement(1, "a heat lamp") + reasons))
                .containsExactly("An outcome was expected for item 2, which the letter gives reasons for; found none.");
    }

    @Test
    void a_line_that_ends_in_an_outcome_and_is_no_item_is_a_problem() {
        String lost =
                letter("Ice pack: Overturned\n\nIt melts. It was not cold.\n\n" + Invented.item("Heat lamp: Upheld"));
        assertThat(accepted(lost).problems()).isNotEmpty();
    }
}
