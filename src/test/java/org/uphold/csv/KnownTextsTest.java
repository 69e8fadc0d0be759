package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTextsTest {

    private static final String[] PIECES = {
        "a",
        "Upheld",
        " ",
        "  ",
        "\t",
        "é",
        "“",
        "日本",
        "x\u00a0y",
        "\uFB01",
        "\u00AD",
        "\0",
        "2017-02-09",
        "MTUS Chronic Pain"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_field_is_what_decoding_and_folding_make_of_it_whatever_was_asked_before(long seed) {
        Random random = new Random(seed);
        KnownTexts texts = new KnownTexts();
        Charset[] charsets = {StandardCharsets.UTF_8, Charset.forName("windows-1252")};
        for (int i = 0; i < 60_000; i++) {
            // Few texts in some columns, and nearly as many as rows in others, which are given up on the way.
            int column = random.nextInt(70);
            Random field = new Random(random.nextInt(column % 2 == 0 ? 50 : 1 << 30));
            StringBuilder text = new StringBuilder();
            for (int pieces = field.nextInt(i % 1000 == 0 ? 200 : 6); pieces > 0; pieces--) {
                text.append(PIECES[field.nextInt(PIECES.length)]);
            }
            byte[] bytes = text.toString().getBytes(charsets[field.nextInt(2)]);
            byte[] around = new byte[bytes.length + random.nextInt(20)];
            random.nextBytes(around);
            int start = random.nextInt(around.length - bytes.length + 1);
            System.arraycopy(bytes, 0, around, start, bytes.length);
            assertThat(texts.text(column, around, start, start + bytes.length))
                    .isEqualTo(Folding.fold(LenientText.decode(bytes, 0, bytes.length)));
        }
    }

    @Test
    void a_text_that_came_before_is_the_same_string() {
        KnownTexts texts = new KnownTexts();
        byte[] row = "2017-02-09,2017-02-09,2017-02-08".getBytes(StandardCharsets.US_ASCII);
        String first = texts.text(0, row, 0, 10);
        assertThat(first).isEqualTo("2017-02-09");
        assertThat(texts.text(1, row, 11, 21)).isSameAs(first);
        assertThat(texts.text(2, row, 22, 32)).isEqualTo("2017-02-08");
    }

    @Test
    void a_column_without_repetition_is_given_up_and_others_are_not() {
        KnownTexts texts = new KnownTexts();
        byte[] upheld = "Upheld".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 10_000; i++) {
            byte[] number = ("CM17-" + i).getBytes(StandardCharsets.US_ASCII);
            texts.text(0, number, 0, number.length);
            texts.text(1, upheld, 0, upheld.length);
        }
        String once = texts.text(0, upheld, 0, upheld.length);
        assertThat(texts.text(0, upheld, 0, upheld.length)).isEqualTo(once).isNotSameAs(once);
        assertThat(texts.text(1, upheld, 0, upheld.length)).isSameAs(texts.text(1, upheld, 0, upheld.length));
    }
}
