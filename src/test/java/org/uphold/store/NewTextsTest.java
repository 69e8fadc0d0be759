package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.uphold.copy.CopyRows;

class NewTextsTest {

    @Test
    void a_text_that_comes_again_keeps_its_number_and_has_one_row() throws SQLException {
        NewTexts texts = new NewTexts(7);
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String text = "MTUS " + random.nextInt(3_000);
            int number = texts.number(text);
            assertThat(numbers.computeIfAbsent(text, t -> number)).isEqualTo(number);
        }
        List<String> rows = rows(texts);
        assertThat(rows).hasSameSizeAs(numbers.keySet());
        assertThat(numbers)
                .allSatisfy((text, number) -> assertThat(rows.get(number - 7)).isEqualTo(number + " " + text));
        assertThat(texts.next()).isEqualTo(7 + numbers.size());
        assertThat(rows(texts)).isEmpty();
    }

    @Test
    void what_is_forgotten_gets_a_second_row_and_no_number_has_two_texts() throws SQLException {
        NewTexts texts = new NewTexts(1, 4);
        Map<Integer, String> said = new HashMap<>();
        for (int round = 0; round < 3; round++) {
            for (String text : List.of("a", "b", "c", "d", "e")) {
                assertThat(said.put(texts.number(text), text)).isIn(null, text);
            }
        }
        List<String> rows = rows(texts);
        assertThat(rows).hasSizeBetween(6, 15).doesNotHaveDuplicates();
        assertThat(said).allSatisfy((number, text) -> assertThat(rows).contains(number + " " + text));
    }

    private static List<String> rows(NewTexts texts) throws SQLException {
        List<String> all = new ArrayList<>();
        try (CopyRows rows = new CopyRows(texts.take().rows())) {
            while (rows.next()) {
                all.add(rows.int4(0) + " " + rows.text(1));
            }
        }
        return all;
    }
}
