package org.uphold.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseKeyTest {

    private static final List<String> DASHES = List.of(
            "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uFE58", "\uFE63", "\uFF0D",
            "\u2E3A", "\u301C", "\u0096", "\u0097", "\u2043", "\u058A", "--");
    private static final List<String> UNSEEN = List.of(
            " ", "\t", "\n", "\r\n", "\f", "\u00A0", "\u2007", "\u202F", "\u3000", "\u2028", "\u200B", "\u200D",
            "\u2060", "\uFEFF", "\u00AD", "\u200E", "\u0085", "\u180E");

    static Stream<String> waysToWriteOneNumber() {
        return Stream.concat(
                Stream.of("cm16-0900706", "Cm16-0900706", "ＣＭ１６－０９００７０６", "ｃｍ１６-0900706", "CM16 - 0900706"),
                Stream.concat(
                        DASHES.stream().map(dash -> "CM16" + dash + "0900706"),
                        UNSEEN.stream()
                                .flatMap(blank -> Stream.of(
                                        "CM16-" + blank + "0900706",
                                        "CM16" + blank + "-" + blank + "0900706",
                                        blank + "CM16-0900706" + blank,
                                        "C" + blank + "M16" + blank + "-0900706"))));
    }

    @ParameterizedTest
    @MethodSource("waysToWriteOneNumber")
    void dashes_blanks_line_breaks_letter_case_and_width_make_no_other_case(String written) {
        assertThat(CaseKey.of(written)).isEqualTo("CM16-0900706");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CM16\u00AD0900706",
                "CM16\u00AD\u00AD0900706",
                "CM16 \u00AD 0900706",
                "\u00ADCM16\u00AD0900706\u00AD",
                "CM16-0900\u00AD706",
                "CM16\u2013\u00AD0900706"
            })
    void a_soft_hyphen_is_the_dash_of_a_number_without_any_other_and_else_nothing(String written) {
        assertThat(CaseKey.of(written)).isEqualTo("CM16-0900706");
    }

    @Test
    void a_soft_hyphen_between_digits_of_a_text_is_a_dash_where_the_word_has_no_other() {
        String text = "case CM16\u00AD0900706 of 2016\u00AD02\u00AD03, in\u00ADvented CM16-0900\u00AD706";
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\u00AD') {
                folded.append(text.charAt(i));
            } else if (CaseKey.isSoftDash(text, i)) {
                folded.append('-');
            }
        }
        assertThat(folded.toString()).isEqualTo("case CM16-0900706 of 2016-02-03, invented CM16-0900706");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "СM16-0900706", // Cyrillic Es
                "CМ16-0900706", // Cyrillic Em
                "ϹM16-0900706", // Greek lunate sigma
                "СМ16-0900706",
                "CM160900706",
                "CM1-60900706",
                "CM16-О900706", // Cyrillic O for a zero
                "CM16-O900706",
                "CM16-٠٩٠٠٧٠٦", // Arabic-Indic digits
                "CM16_0900706",
                "CM16/0900706",
                "CM16.0900706",
                "CM16ー0900706", // a Japanese letter that looks like a dash
                "ᏟM16-0900706", // Cherokee
                "CM16-090070б"
            })
    void letters_of_another_alphabet_and_other_signs_do(String written) {
        assertThat(CaseKey.of(written)).isNotEqualTo("CM16-0900706");
    }

    @Test
    void letters_of_other_alphabets_have_one_case_too_and_never_turn_latin() {
        assertThat(CaseKey.of("см16-1")).isEqualTo("СМ16-1");
        assertThat(CaseKey.of("é1")).isEqualTo(CaseKey.of("E\u03011"));
        assertThat(CaseKey.of("\u0131-1")).isNotEqualTo("I-1");
        assertThat(CaseKey.of("\u017F-1")).isNotEqualTo("S-1");
        assertThat(CaseKey.of("\u0130-1")).isNotEqualTo("I-1");
        assertThat(CaseKey.of("i-1")).isEqualTo("I-1");
    }

    @Test
    void a_number_in_plain_form_is_its_own_key() {
        String plain = "CM16-0900706";
        assertThat(CaseKey.of(plain)).isSameAs(plain);
    }

    @Test
    void where_nothing_is_to_be_seen_there_is_no_key() {
        assertThat(CaseKey.of(" \u200B\u202A")).isEmpty();
    }

    @Test
    void a_key_is_its_own_key_whatever_it_was_made_of() {
        SplittableRandom random = new SplittableRandom(22);
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                int c = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT);
                text.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '-' : c);
            }
            String key = CaseKey.of(text.toString());
            assertThat(CaseKey.of(key)).isEqualTo(key);
        }
    }
}
