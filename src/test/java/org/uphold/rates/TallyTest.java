package org.uphold.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Random random = new Random(1);

    private Tally letter() {
        return Tally.ofLetter(random.nextInt(4), random.nextInt(3), random.nextInt(2), random.nextInt(2));
    }

    private Tally several() {
        Tally sum = Tally.ZERO;
        for (int i = random.nextInt(6); i >= 0; i--) {
            sum = sum.plus(letter());
        }
        return sum;
    }

    @Test
    void tallies_add_and_subtract_like_numbers() {
        for (int i = 0; i < 1000; i++) {
            Tally a = several();
            Tally b = several();
            Tally c = several();
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(Tally.ZERO)).isEqualTo(a);
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(Tally.ZERO);
        }
    }

    @Test
    void any_partition_of_the_letters_gives_the_same_figures() {
        for (int i = 0; i < 200; i++) {
            List<Tally> letters = new ArrayList<>();
            for (int n = random.nextInt(40); n >= 0; n--) {
                letters.add(letter());
            }
            Tally whole = letters.stream().reduce(Tally.ZERO, Tally::plus);
            Collections.shuffle(letters, random);
            int cut = random.nextInt(letters.size() + 1);
            Tally left = letters.subList(0, cut).stream().reduce(Tally.ZERO, Tally::plus);
            Tally right = letters.subList(cut, letters.size()).stream().reduce(Tally.ZERO, Tally::plus);
            assertThat(left.plus(right)).isEqualTo(whole);
            assertThat(left.plus(right).designEffect()).isEqualTo(whole.designEffect());
        }
    }

    @Test
    void a_letter_is_a_case_with_the_outcome_of_its_determined_items() {
        assertThat(Tally.ofLetter(2, 0, 0, 1).casesUpheld()).isEqualTo(1);
        assertThat(Tally.ofLetter(0, 3, 0, 0).casesOverturned()).isEqualTo(1);
        assertThat(Tally.ofLetter(1, 1, 0, 0).casesMixed()).isEqualTo(1);
        assertThat(Tally.ofLetter(0, 0, 1, 0).casesMixed()).isEqualTo(1);
        assertThat(Tally.ofLetter(0, 0, 0, 2).casesUndetermined()).isEqualTo(1);
        assertThat(Tally.ofLetter(0, 0, 0, 0)).isEqualTo(Tally.ZERO);
    }

    @Test
    void where_the_design_effect_cannot_be_estimated_full_correlation_is_assumed() {
        assertThat(Tally.ZERO.designEffect()).isNull();
        assertThat(Tally.ZERO.effectiveSize()).isNull();
        assertThat(Tally.ofLetter(3, 1, 0, 0).designEffect()).isEqualTo(4.0);
        Tally allUpheld = Tally.ofLetter(1, 0, 0, 0).plus(Tally.ofLetter(3, 0, 0, 0));
        assertThat(allUpheld.designEffect()).isEqualTo(2.5);
        Tally singles = Tally.ofLetter(1, 0, 0, 0).plus(Tally.ofLetter(0, 1, 0, 0));
        assertThat(singles.designEffect()).isEqualTo(1.0);
        assertThat(singles.effectiveSize()).isCloseTo(2.0, within(0.0));
    }

    @Test
    void letters_that_vary_less_than_chance_do_not_shrink_the_interval() {
        Tally even = Tally.ofLetter(1, 1, 0, 0).plus(Tally.ofLetter(1, 1, 0, 0)).plus(Tally.ofLetter(1, 1, 0, 0));
        assertThat(even.designEffect()).isEqualTo(1.0);
    }
}
