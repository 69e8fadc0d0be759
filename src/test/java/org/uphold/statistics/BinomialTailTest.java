package org.uphold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTailTest {

    /** C(n, k)·p^k·(1−p)^(n−k), summed term by term. */
    private static double sum(int n, double p, int from, int to) {
        double sum = 0;
        for (int k = from; k <= to; k++) {
            double term = 1;
            for (int i = 0; i < k; i++) {
                term *= p * (n - i) / (i + 1);
            }
            sum += term * Math.pow(1 - p, n - k);
        }
        return sum;
    }

    @Test
    void tails_of_whole_counts_are_sums_of_the_binomial_distribution() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            int n = 1 + random.nextInt(60);
            int x = random.nextInt(n + 1);
            double p = 0.01 + 0.98 * random.nextDouble();
            BinomialTail tail = new BinomialTail(n, p);
            assertThat(tail.lower((double) x / n)).isCloseTo(sum(n, p, 0, x), within(1e-9));
            assertThat(tail.upper((double) x / n)).isCloseTo(sum(n, p, x, n), within(1e-9));
        }
    }

    @ParameterizedTest
    // Three of six where nine in ten are upheld: 1 − (6·0.9^5·0.1 + 15·0.9^4·0.01 + 0.9^6) = 0.01585. One overturned
    // alone: 1 in 10.
    @CsvSource({"6, 0.9, 0.5, 0.01585, 0.0317", "1, 0.9, 0, 0.1, 0.2", "1, 0.9, 1, 0.9, 1", "2, 0.9, 0.5, 0.19, 0.38"})
    void tails_by_hand(double n, double p, double rate, double smaller, double twoSided) {
        BinomialTail tail = new BinomialTail(n, p);
        assertThat(tail.smaller(rate)).isCloseTo(smaller, within(1e-12));
        assertThat(tail.twoSidedP(rate)).isCloseTo(twoSided, within(1e-12));
    }

    @Test
    void sizes_between_whole_ones_have_tails_between_theirs() {
        for (double n = 5; n < 9; n += 0.25) {
            assertThat(new BinomialTail(n + 0.25, 0.9).lower(0.5)).isLessThan(new BinomialTail(n, 0.9).lower(0.5));
        }
    }

    @Test
    void a_rate_lies_outside_a_limit_exactly_where_its_tail_is_smaller() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 300; i++) {
            double n = Math.exp(13 * random.nextDouble());
            double p = 0.02 + 0.96 * random.nextDouble();
            BinomialTail tail = new BinomialTail(n, p);
            for (double quantile : new double[] {Funnel.TWO_SIGMA, Funnel.THREE_SIGMA}) {
                Interval limits = tail.limits(quantile);
                assertThat(limits.lower()).isLessThanOrEqualTo(p);
                assertThat(limits.upper()).isGreaterThanOrEqualTo(p);
                if (limits.lower() > 0) {
                    assertThat(tail.lower(limits.lower())).isCloseTo(1 - quantile, within(1e-6));
                } else {
                    assertThat(tail.lower(0)).isGreaterThanOrEqualTo(1 - quantile);
                }
                if (limits.upper() < 1) {
                    assertThat(tail.upper(limits.upper())).isCloseTo(1 - quantile, within(1e-6));
                } else {
                    assertThat(tail.upper(1)).isGreaterThanOrEqualTo(1 - quantile);
                }
            }
        }
    }

    @Test
    void z_has_the_tail_outside_is_0_in_the_middle_and_goes_on_where_tails_are_no_numbers_any_more() {
        assertThat(new BinomialTail(6, 0.9).z(0.5)).isCloseTo(Normal.quantile(0.01585), within(1e-9));
        assertThat(new BinomialTail(1, 0.9).z(1)).isZero();
        double before = 0;
        for (double rate = 0.5; rate < 0.9; rate += 0.001) {
            double z = new BinomialTail(5_000, 0.5).z(rate);
            assertThat(z).isGreaterThanOrEqualTo(before).isLessThan(before + 0.25);
            before = z;
        }
        assertThat(new BinomialTail(1_000_000, 0.88).z(0.7)).isCloseTo(-478.953, within(0.001));
        assertThat(new BinomialTail(1_000_000, 0.88).twoSidedP(0.7)).isZero();
    }

    @Test
    void there_is_no_count_without_trials_or_without_chance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTail(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTail(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTail(Double.NaN, 0.5));
    }
}
