package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoTest {

    @Test
    void a_text_asked_for_again_is_read_once() {
        AtomicInteger read = new AtomicInteger();
        Memo<String, Integer> memo = new Memo<>(16, text -> {
            read.incrementAndGet();
            return text.length();
        });
        assertThat(memo.of("acupuncture")).isEqualTo(11);
        assertThat(memo.of("acupuncture")).isEqualTo(11);
        assertThat(read).hasValue(1);
    }

    @Test
    void texts_of_one_hash_take_each_others_place_and_keep_their_own_answers() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        Memo<String, String> memo = new Memo<>(1, text -> "of " + text);
        for (String text : List.of("Aa", "BB", "BB", "Aa", "C")) {
            assertThat(memo.of(text)).isEqualTo("of " + text);
        }
    }

    @Test
    void threads_that_ask_for_more_texts_than_there_are_places_get_the_right_answers() throws Exception {
        Memo<String, String> memo = new Memo<>(64, text -> "of " + text);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> askers = Stream.of(1L, 2L, 3L, 4L)
                    .map(seed -> (Callable<Boolean>) () -> new SplittableRandom(seed)
                            .ints(100_000, 0, 300)
                            .mapToObj(Integer::toString)
                            .allMatch(text -> memo.of(text).equals("of " + text)))
                    .toList();
            for (Future<Boolean> right : threads.invokeAll(askers)) {
                assertThat(right.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
