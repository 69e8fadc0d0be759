package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.CREDENTIALS;
import static org.uphold.letter.Invented.HEADER;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.blocks;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;
import static org.uphold.letter.Invented.outcomes;
import static org.uphold.letter.Invented.problems;
import static org.uphold.letter.Invented.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uphold.determination.Determination;

/** Headings and labels that stand within a line, because the line ends around them were lost. */
class BuriedHeadingsTest {

    private static List<Heading> headings(String text) {
        return new Outline(new Body(LetterText.of(text)))
                .marks().stream().map(Mark::heading).toList();
    }

    private static String joined(String text) {
        return text.replace("\n", " ");
    }

    @Test
    void sections_in_capitals_are_found_within_a_line() {
        assertThat(headings(joined(CREDENTIALS) + joined(SUMMARY) + joined(ISSUES) + "\n" + item("Heat lamp: Upheld")))
                .contains(Heading.HOW_MADE, Heading.SUMMARY, Heading.ISSUES);
    }

    @Test
    void the_same_words_in_a_sentence_are_no_section() {
        String told = "The clinical case summary was sent. The imr issues, decisions and rationales came later.\n";

        assertThat(headings(HEADER + told + item("Heat lamp: Upheld"))).doesNotContain(Heading.SUMMARY, Heading.ISSUES);
    }

    @Test
    void labels_behind_the_end_of_a_sentence_are_found_where_others_of_their_item_stand() {
        String blocks = blocks("The lamp was not lit. The request is not medically necessary.");
        String lost = letter(
                "Heat lamp: Upheld\n" + blocks.replace("\nMAXIMUS", " MAXIMUS").replace("\nDecision", " Decision")
                        + item("Ice pack: Overturned"));
        String whole = letter("Heat lamp: Upheld\n" + blocks + item("Ice pack: Overturned"));

        assertThat(problems(lost)).isEmpty();
        assertThat(read(lost).items()).isEqualTo(read(whole).items());
    }

    @Test
    void a_label_that_is_told_of_in_a_sentence_is_none() {
        String told = letter(
                "Heat lamp: Upheld\n"
                        + blocks(
                                "The lamp was not lit; the decision rationale: see above. The request is not medically necessary."));

        assertThat(outcomes(told)).containsExactly("Heat lamp|UPHELD");
        assertThat(problems(told)).isEmpty();
    }

    @Test
    void credentials_beside_one_another_are_told_apart() {
        Determination read = read(HEADER
                + CREDENTIALS.replace("California\nCert", "California Cert")
                + SUMMARY
                + ISSUES
                + item("Heat lamp: Upheld"));

        assertThat(read.reviewer().licensure()).containsExactly("California");
        assertThat(read.reviewer().specialties()).containsExactly("Preventive Medicine", "Occupational Medicine");
    }

    @Test
    void a_letter_that_has_its_headings_where_they_belong_is_not_searched_for_more() {
        String quoting = letter(
                "Heat lamp: Upheld\n"
                        + blocks(
                                "He sent a CLINICAL CASE SUMMARY of his own. Decision rationale: none. Not medically necessary."));

        assertThat(headings(quoting)).filteredOn(Heading.SUMMARY::equals).hasSize(1);
        assertThat(headings(quoting)).filteredOn(Heading.RATIONALE::equals).hasSize(1);
    }
}
