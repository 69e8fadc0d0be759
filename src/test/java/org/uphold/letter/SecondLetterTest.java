package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.CREDENTIALS;
import static org.uphold.letter.Invented.HEADER;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

class SecondLetterTest {

    private static final String ONE = letter(item("Heat lamp: Upheld"));

    private static @Nullable Long secondAt(String text) {
        Reading reading = LetterParser.parse(LetterText.of(text));
        if (!(reading instanceof Reading.Rejected rejected)) {
            return null;
        }
        Problem problem = rejected.problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.SEVERAL_LETTERS);
        return problem.where().line();
    }

    private static long lines(String text) {
        return text.lines().count();
    }

    @Test
    void a_second_letter_begins_at_its_header() {
        String other = ONE.replace("0999001", "0999002");
        assertThat(secondAt(ONE + other)).isEqualTo(lines(ONE) + 1);
    }

    @Test
    void its_letterhead_and_title_are_its_first_lines() {
        String other =
                "MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\n" + ONE.replace("0999001", "0999002");
        assertThat(secondAt(ONE + other)).isEqualTo(lines(ONE) + 1);
    }

    @Test
    void the_same_letter_again_is_said_too() {
        assertThat(secondAt(ONE + ONE)).isEqualTo(lines(ONE) + 1);
    }

    @Test
    void a_letter_without_header_begins_at_its_first_section() {
        String other = CREDENTIALS + SUMMARY + ISSUES + item("Ice pack: Overturned");
        assertThat(secondAt(ONE + other)).isEqualTo(lines(ONE) + 1);
    }

    @Test
    void a_header_alone_that_names_another_case_is_enough() {
        assertThat(secondAt(ONE + HEADER.replace("0999001", "0999002"))).isEqualTo(lines(ONE) + 1);
    }

    @Test
    void letters_of_two_eras_are_told_apart() {
        String notice = """
                Notice of Independent Medical Review Determination
                Dated: 9/18/2013
                1) MAXIMUS Federal Services, Inc. has determined the request for a heat lamp is not medically
                necessary and appropriate.
                """;
        assertThat(secondAt(ONE + notice)).isEqualTo(lines(ONE) + 1);
    }

    @Test
    void another_case_that_the_story_tells_of_is_no_letter() {
        assertThat(secondAt(letter(item("Heat lamp: Upheld"))
                        .replace(
                                "who slipped",
                                "whose earlier review, IMR case number: CM14-0000007, was lost, who slipped")))
                .isNull();
    }

    @Test
    void one_letter_is_one() {
        assertThat(secondAt(ONE)).isNull();
        assertThat(secondAt(letter(item("Heat lamp: Upheld") + item("Ice pack: Overturned"))))
                .isNull();
    }
}
