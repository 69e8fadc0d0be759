package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.blocks;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;
import static org.uphold.letter.Invented.outcomes;
import static org.uphold.letter.Invented.problems;
import static org.uphold.letter.Invented.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.DisputedItem;
import org.uphold.source.ProblemCode;

class LabelledItemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heat lamp: Upheld                          | Heat lamp                        | UPHELD",
                "Heat lamp:Upheld                           | Heat lamp                        | UPHELD",
                "Heat lamp:  Upheld.                        | Heat lamp                        | UPHELD",
                "Heat lamp: upheld                          | Heat lamp                        | UPHELD",
                "Heat lamp: UPHELD                          | Heat lamp                        | UPHELD",
                "Heat lamp: Uphold                          | Heat lamp                        | UPHELD",
                "Heat lamp: Up held                         | Heat lamp                        | UPHELD",
                "Heat lamp : Upheld                         | Heat lamp                        | UPHELD",
                "Heat lamp is Upheld                        | Heat lamp is                     | UPHELD",
                "Heat lamp - Upheld                         | Heat lamp                        | UPHELD",
                "Heat lamp \u2013 Overturned                | Heat lamp                        | OVERTURNED",
                "Heat lamp: Overturned                      | Heat lamp                        | OVERTURNED",
                "Heat lamp: OVERTURN                        | Heat lamp                        | OVERTURNED",
                "Heat lamp: Partially Overturned            | Heat lamp                        | PARTIALLY_OVERTURNED",
                "Heat lamp: Overturned in part              | Heat lamp                        | PARTIALLY_OVERTURNED",
                "Heat lamp: Overturned in Part.             | Heat lamp                        | PARTIALLY_OVERTURNED",
                "Heat lamp: PARTIAL OVERTURN                | Heat lamp                        | PARTIALLY_OVERTURNED",
                "Heat lamp: Partially Upheld                | Heat lamp                        | PARTIALLY_OVERTURNED",
                "Heat lamp: Not medically necessary         | Heat lamp                        | UPHELD",
                "Heat lamp: is medically necessary          | Heat lamp                        | OVERTURNED",
                "Heat lamp: Denial is upheld                | Heat lamp                        | UPHELD",
                "Heat lamp: Upheld/Overturned               | Heat lamp                        | UNKNOWN",
                "Heat lamp: Upheld Overturned               | Heat lamp                        | UNKNOWN",
                "Heat lamp: Upheld: Overturned              | Heat lamp                        | UNKNOWN",
                "Heat lamp: Not Upheld                      | Heat lamp                        | UNKNOWN",
                "Heat lamp: Modified                        | Heat lamp                        | UNKNOWN",
                "Heat lamp:                                 | Heat lamp                        | UNKNOWN",
                "Heat lamp                                  | Heat lamp                        | UNKNOWN",
                "Retrospective: heat lamp: Upheld           | Retrospective: heat lamp         | UPHELD",
                "Lamp, qty: 2, for: home: Overturned        | Lamp, qty: 2, for: home          | OVERTURNED",
                "Repair of overturned cart: Upheld          | Repair of overturned cart        | UPHELD",
                "Review of upheld denial - lamp: Overturned | Review of upheld denial - lamp   | OVERTURNED",
                "Urine screen, duplicate: Upheld            | Urine screen, duplicate          | UPHELD",
                "Diet: modified: Upheld                     | Diet: modified                   | UPHELD"
            })
    void the_outcome_is_what_ends_the_heading(String heading, String service, String outcome) {
        assertThat(outcomes(letter(item(heading)))).containsExactly(service + "|" + outcome);
    }

    @Test
    void an_outcome_wrapped_to_the_next_line_belongs_to_its_heading() {
        assertThat(outcomes(letter(item("Heat lamp for the\nlower back:\nUpheld") + item("Ice pack:\n\nOverturned"))))
                .containsExactly("Heat lamp for the lower back|UPHELD", "Ice pack|OVERTURNED");
    }

    @Test
    void an_outcome_word_torn_by_a_soft_hyphen_is_still_one() {
        assertThat(outcomes(letter(item("Heat lamp: Over\u00ad\nturned")))).containsExactly("Heat lamp|OVERTURNED");
    }

    @Test
    void a_line_quoted_in_a_rationale_is_no_item() {
        String quoted =
                "The letter of last year reads\nIce pack: Overturned\nand that was another case. Not medically necessary.";
        assertThat(outcomes(letter("Heat lamp: Upheld\n" + blocks(quoted) + item("Rope: Upheld"))))
                .containsExactly("Heat lamp|UPHELD", "Rope|UPHELD");
    }

    @Test
    void a_quoted_line_that_ends_a_rationale_is_no_part_of_the_next_heading() {
        String quoted = "The list of last year says this.\nIce pack: Overturned";
        assertThat(outcomes(letter("Heat lamp: Upheld\n" + blocks(quoted) + item("Rope: Upheld"))))
                .containsExactly("Heat lamp|UPHELD", "Rope|UPHELD");
    }

    @Test
    void a_prose_sentence_about_upholding_is_no_outcome() {
        String text = letter("Heat lamp:\n" + blocks("The first denial was upheld.") + item("Rope: Overturned"));
        assertThat(outcomes(text)).containsExactly("Heat lamp|UNKNOWN", "Rope|OVERTURNED");
        assertThat(problems(text)).containsExactly(ProblemCode.MISSING_OUTCOME);
    }

    @Test
    void a_heading_lost_between_two_items_leaves_an_unknown_one_without_taking_the_rationale_for_it() {
        String text =
                letter(item("Heat lamp: Overturned") + blocks("It is dark. The request is not medically necessary."));
        assertThat(outcomes(text)).containsExactly("Heat lamp|OVERTURNED", "|UNKNOWN");
        assertThat(problems(text)).containsExactly(ProblemCode.MISSING_OUTCOME, ProblemCode.MISSING_BLOCK);
    }

    @Test
    void the_same_heading_twice_is_one_item_and_unknown_if_its_outcomes_differ() {
        assertThat(outcomes(letter(item("Heat lamp: Upheld\nHeat lamp: Upheld"))))
                .containsExactly("Heat lamp|UPHELD");
        String text = letter(item("Heat lamp: Upheld\nHeat lamp: Overturned"));
        assertThat(outcomes(text)).containsExactly("Heat lamp|UNKNOWN");
        assertThat(problems(text)).containsExactly(ProblemCode.CONTRADICTORY_OUTCOME);
    }

    @Test
    void page_headers_and_footers_inside_a_heading_are_taken_out() {
        String torn =
                "Heat lamp with\nPage 3 of 6\n\fFinal Determination Letter for IMR Case Number CM16-0999001\na long cord: Upheld";
        assertThat(outcomes(letter(item("Ice pack: Upheld") + item(torn))))
                .containsExactly("Ice pack|UPHELD", "Heat lamp with a long cord|UPHELD");
        assertThat(outcomes(letter(
                        item("Ice pack: Upheld") + item("Heat lamp with\n12\n\fa long cord:\n13\n\fOverturned"))))
                .containsExactly("Ice pack|UPHELD", "Heat lamp with a long cord|OVERTURNED");
    }

    @Test
    void a_page_break_inside_a_guideline_leaves_it_whole() {
        String text = letter("""
                Heat lamp: Upheld

                Claims Administrator guideline: Decision based on MTUS Low Back

                Page 2

                \fFinal Determination Letter for IMR Case Number CM16-0999001     3

                Complaints 2004.

                MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.

                Decision rationale: It is day. The request is not medically necessary.
                """);
        DisputedItem item = read(text).items().get(0);
        assertThat(item.claimsAdministratorGuideline()).isEqualTo("Decision based on MTUS Low Back Complaints 2004.");
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void the_part_still_in_dispute_is_told_by_the_story_of_a_partial_approval() {
        String text = letter(item("Ice pack: Upheld") + item("""
                        Twelve lamps for the lower back and the
                        upper back was the original
                        request. Four lamps for the lower back was authorized by the Claims Administrator.
                        The remaining IMR eligible portion of the original request, eight lamps is:
                        Upheld""") + item("""
                        A rope was the original request. The Claims Administrator authorized a string, leaving the
                        original request IMR eligible. The original request, a rope is: Overturned"""));
        DisputedItem lamps = read(text).items().get(1);
        assertThat(lamps.service()).startsWith("Twelve lamps for").endsWith("eight lamps is");
        assertThat(lamps.disputedService()).isEqualTo("eight lamps");
        assertThat(read(text).items().get(2).disputedService()).isEqualTo("a rope");
        assertThat(read(text).items().get(2).service()).startsWith("A rope was");
    }

    @Test
    void missing_blocks_stay_null_and_are_said() {
        String text = letter("""
                Heat lamp: Upheld
                MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.
                Decision rationale: It is day. The request is not medically necessary.
                Ice pack: Overturned
                Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.
                Decision rationale: It is warm. The request is medically necessary.
                Rope: Upheld
                Decision rationale: It is short. The request is not medically necessary.
                """);
        assertThat(outcomes(text)).containsExactly("Heat lamp|UPHELD", "Ice pack|OVERTURNED", "Rope|UPHELD");
        assertThat(read(text).items().get(0).claimsAdministratorGuideline()).isNull();
        assertThat(read(text).items().get(1).reviewerGuideline()).isNull();
        assertThat(problems(text))
                .containsExactly(ProblemCode.MISSING_BLOCK, ProblemCode.MISSING_BLOCK, ProblemCode.MISSING_BLOCK);
    }

    @Test
    void a_letter_cut_inside_a_heading_does_not_list_that_item() {
        String whole = letter(item("Ice pack: Overturned") + "Heat lamp for the lower back: Upheld");
        assertThat(outcomes(whole.substring(0, whole.length() - 3))).containsExactly("Ice pack|OVERTURNED");
        assertThat(problems(whole.substring(0, whole.length() - 3))).containsExactly(ProblemCode.TRUNCATED);
        assertThat(outcomes(whole + "\nClaims Adm"))
                .containsExactly("Ice pack|OVERTURNED", "Heat lamp for the lower back|UPHELD");
    }
}
