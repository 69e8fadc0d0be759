package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFoldingTest {

    @Test
    void a_soft_hyphen_between_digits_is_a_dash_where_the_word_has_no_other() {
        assertThat(TextFolding.fold("CM16\u00ad0900706, neces\u00adsary on 2016\u00ad02\u00ad03, CM16-0900\u00ad706"))
                .isEqualTo("CM16-0900706, necessary on 2016-02-03, CM16-0900706");
    }

    @Test
    void any_run_of_white_space_is_one_blank() {
        assertThat(TextFolding.fold("  a\u00a0\u00a0b\t\r\n\fc\u2003d\u202fe \u3000"))
                .isEqualTo("a b c d e");
    }

    @Test
    void soft_hyphens_go_and_ligatures_are_expanded() {
        assertThat(TextFolding.fold("neces\u00adsary o\ufb03ce \ufb01rst \ufb02oor o\ufb00 ba\ufb04e \ufb06"))
                .isEqualTo("necessary office first floor off baffle st");
    }

    @Test
    void controls_of_windows_become_its_characters() {
        assertThat(TextFolding.fold("\u0093it\u0092s\u0094 \u0096 5\u0080"))
                .isEqualTo("\u201cit\u2019s\u201d \u2013 5\u20ac");
    }

    @Test
    void the_shadow_has_the_same_length_and_knows_turkish_capitals() {
        String text = "CL\u0130N\u0130CAL \u0131ssue \u2019 \u201c \u2013 \uff1a \u212a \u00c4";
        String shadow = TextFolding.shadow(text);
        assertThat(shadow)
                .hasSameSizeAs(text)
                .startsWith("clinical issue ' \" - :")
                .endsWith("\u00e4");
    }

    @Test
    void a_paragraph_ends_at_an_empty_line_or_at_two_where_every_line_has_one() {
        assertThat(LetterText.of("one\ntwo\n\nthree").lines())
                .extracting(TextLine::gap)
                .containsExactly(Gap.NONE, Gap.NONE, Gap.BLANK);
        assertThat(LetterText.of("One is\n\ntwo and\n\nthree.\n\n\n\nFour is\n\nfive.")
                        .lines())
                .extracting(TextLine::gap)
                .containsExactly(Gap.NONE, Gap.NONE, Gap.NONE, Gap.BLANK, Gap.NONE);
        assertThat(LetterText.of("A paragraph.\n\nAnother.\n\nA third.").lines())
                .extracting(TextLine::gap)
                .containsExactly(Gap.NONE, Gap.BLANK, Gap.BLANK);
        assertThat(LetterText.of("one\n\n\ftwo").lines())
                .extracting(TextLine::gap)
                .containsExactly(Gap.NONE, Gap.PAGE);
    }
}
