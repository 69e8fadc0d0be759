package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final List<String> foundOut = new ArrayList<>();

    @Test
    void what_is_asked_for_again_is_found_out_once() {
        Remembered<String, Integer> lengths = lengths(1_000);
        assertThat(lengths.of("ODG")).isEqualTo(3);
        assertThat(lengths.of("ODG")).isEqualTo(3);
        assertThat(foundOut).containsExactly("ODG");
    }

    @Test
    void what_is_asked_for_all_the_time_stays_whatever_else_comes() {
        Remembered<String, Integer> lengths = lengths(20);
        for (int i = 100; i < 1_000; i++) {
            lengths.of("ODG");
            assertThat(lengths.of("x" + i)).isEqualTo(4);
        }
        assertThat(foundOut).containsOnlyOnce("ODG").hasSize(901);
    }

    @Test
    void what_was_not_asked_for_since_more_came_than_may_be_remembered_is_found_out_again() {
        Remembered<String, Integer> lengths = lengths(20);
        lengths.of("ODG");
        for (int i = 100; i < 110; i++) {
            lengths.of("x" + i);
        }
        assertThat(lengths.of("ODG")).isEqualTo(3);
        assertThat(foundOut.stream().filter("ODG"::equals)).hasSize(2);
    }

    private Remembered<String, Integer> lengths(long most) {
        return new Remembered<>(most, String::length, text -> {
            foundOut.add(text);
            return text.length();
        });
    }
}
