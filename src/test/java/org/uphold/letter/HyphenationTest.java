package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenationTest {

    /** A bar ends a line. */
    @ParameterizedTest
    @CsvSource({
        "The lumbar brace. A lum-|bar support was asked for., The lumbar brace. A lumbar support was asked for.",
        "CLINICAL CASE SUM-|MARY, CLINICAL CASE SUMMARY",
        "A post-|operative brace was asked for., A post- operative brace was asked for.",
        "Take it three-|times a day., Take it three- times a day.",
        "A zorb-|axil cream., A zorb- axil cream."
    })
    void a_word_is_made_whole_where_the_letter_or_the_form_has_it_whole(String lines, String whole) {
        LetterText letter = LetterText.of(lines.replace('|', '\n'));
        assertThat(Hyphenation.mended(letter).folded()).isEqualTo(whole);
    }
}
