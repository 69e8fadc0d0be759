package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.disclosure.Attacker.ONE_CODE;
import static org.uphold.disclosure.Attacker.REASON_PUBLISHED;

import org.junit.jupiter.api.Test;

/** The guidelines' examples of a row of counts with its total, counted under both assumptions about the attacker. */
class WorkedExamplesTest {

    private static final long LIMIT = 1_000_000;

    private static long solutions(Attacker attacker, long[] cells, int... hidden) {
        boolean[] is = new boolean[cells.length];
        for (int i : hidden) {
            is[i] = true;
        }
        return Solutions.ofRow(cells, is, attacker, LIMIT);
    }

    @Test
    void three_tens_are_unique_once_the_reason_is_published() {
        long[] cells = {10, 14, 10, 10, 0, 0, 0, 30};
        assertThat(solutions(REASON_PUBLISHED, cells, 0, 2, 3)).isEqualTo(1);
        assertThat(solutions(ONE_CODE, cells, 0, 2, 3)).isEqualTo(406);
    }

    @Test
    void one_and_eleven_are_unique_once_their_nature_is_published() {
        long[] cells = {14, 14, 1, 11, 0, 0, 0, 30};
        assertThat(solutions(REASON_PUBLISHED, cells, 2, 3)).isEqualTo(1);
        assertThat(solutions(ONE_CODE, cells, 2, 3)).isEqualTo(11);
    }

    @Test
    void ten_and_nine_have_two_solutions_once_the_reason_is_published() {
        long[] cells = {10, 14, 9, 17, 0, 0, 0, 30};
        assertThat(solutions(REASON_PUBLISHED, cells, 0, 2)).isEqualTo(2);
        assertThat(solutions(ONE_CODE, cells, 0, 2)).isEqualTo(18);
    }
}
