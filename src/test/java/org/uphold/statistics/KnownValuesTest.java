package org.uphold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A few values that are printed in the literature, so that the arithmetic is checked wherever the project is built. */
class KnownValuesTest {

    @Test
    void wilson_agrees_with_newcombes_table() {
        Interval interval = Wilson.interval(81, 263, 0.95).orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.2553, within(0.00005));
        assertThat(interval.upper()).isCloseTo(0.3662, within(0.00005));
        Interval none = Wilson.interval(0, 20, 0.95).orElseThrow();
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.1611, within(0.00005));
        assertThat(Wilson.interval(20, 20, 0.95).orElseThrow().upper()).isEqualTo(1);
        assertThat(Wilson.interval(0, 0, 0.95)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(2, 1, 0.95));
    }

    @Test
    void wilson_of_a_rate_is_that_of_its_count() {
        assertThat(Wilson.ofRate(0.25, 40, 0.95)).isEqualTo(Wilson.interval(10, 40, 0.95));
        assertThat(Wilson.ofRate(1, 3.3, 0.95).orElseThrow().upper()).isEqualTo(1);
    }

    @Test
    void clopper_pearson_agrees_with_newcombes_table() {
        Interval interval = ClopperPearson.interval(81, 263, 0.95).orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.2527, within(0.00005));
        assertThat(interval.upper()).isCloseTo(0.3676, within(0.00005));
        assertThat(ClopperPearson.interval(0, 1, 0.95).orElseThrow()).isEqualTo(new Interval(0, 0.975));
        assertThat(ClopperPearson.interval(0, 0, 0.95)).isEmpty();
    }

    @Test
    void benjamini_and_hochbergs_own_example_rejects_four() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };
        assertThat(java.util.Arrays.stream(BenjaminiHochberg.adjust(p)).filter(q -> q <= 0.05))
                .hasSize(4);
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    @Test
    void the_trend_of_the_smokers_in_r_is_found() {
        CochranArmitage trend = CochranArmitage.of(
                        new long[] {83, 90, 129, 70}, new long[] {86, 93, 136, 82}, new double[] {1, 2, 3, 4})
                .orElseThrow();
        assertThat(trend.z() * trend.z()).isCloseTo(8.2249, within(0.00005));
        assertThat(trend.p()).isCloseTo(0.004132, within(0.0000005));
        assertThat(CochranArmitage.of(new long[] {0, 0}, new long[] {5, 5}, new double[] {1, 2}))
                .isEmpty();
    }

    @Test
    void exact_poisson_limits_agree_with_the_tables() {
        assertThat(StandardizedRatio.exact(0, 0.95).lower()).isZero();
        assertThat(StandardizedRatio.exact(0, 0.95).upper()).isCloseTo(3.6889, within(0.00005));
        assertThat(StandardizedRatio.exact(10, 0.95).lower()).isCloseTo(4.7954, within(0.00005));
        assertThat(StandardizedRatio.exact(10, 0.95).upper()).isCloseTo(18.3904, within(0.00005));
        assertThat(StandardizedRatio.byar(10, 0.95).lower()).isCloseTo(4.7867, within(0.01));
    }

    @Test
    void a_series_without_movement_has_no_trend() {
        assertThat(MannKendall.of(new double[] {1, 1, 1, 1})).isEmpty();
        assertThat(MannKendall.of(new double[] {1, 2})).isEmpty();
        MannKendall rising = MannKendall.of(new double[] {1, 2, 3, 4, 5}).orElseThrow();
        assertThat(rising.s()).isEqualTo(10);
        assertThat(rising.senSlope()).isEqualTo(1);
        assertThat(rising.tau()).isEqualTo(1);
    }

    @Test
    void runs_are_counted_on_one_side_of_the_centre() {
        assertThat(Runs.longest(new double[] {1, 1, -1, 1, 1, 1, 0, 1}, 0)).isEqualTo(3);
        assertThat(Runs.longest(new double[] {0, 0}, 0)).isZero();
        assertThat(Runs.longest(new double[0], 0)).isZero();
    }

    @Test
    void a_funnel_has_no_limits_without_a_size() {
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.scoreLimits(0.5, 0, Funnel.TWO_SIGMA));
        assertThat(Funnel.scoreLimits(0.5, 1, Funnel.THREE_SIGMA)).isEqualTo(new Interval(0, 1));
        assertThat(OverDispersion.of(new double[] {-3}, new double[] {9}).significant())
                .isFalse();
    }

    @Test
    void quantiles_interpolate_between_values() {
        assertThat(Quantiles.ofSorted(new double[] {1, 2, 3, 4}, 0.5)).isEqualTo(2.5);
        java.util.TreeMap<Integer, Long> histogram = new java.util.TreeMap<>(java.util.Map.of(1, 2L, 2, 1L, 10, 1L));
        assertThat(Quantiles.ofHistogram(histogram, 0.5)).isEqualTo(1.5);
        assertThat(Quantiles.ofHistogram(histogram, 1)).isEqualTo(10);
    }

    @Test
    void the_cusum_of_batches_never_falls_below_zero() {
        BernoulliCusum cusum = new BernoulliCusum(0.1, BernoulliCusum.shiftedOdds(0.1, 2));
        assertThat(cusum.pathOfBatches(new long[] {0, 3, 0}, new long[] {50, 7, 100}))
                .satisfies(path -> assertThat(path[0]).isZero())
                .satisfies(path -> assertThat(path[1]).isPositive())
                .satisfies(path -> assertThat(path[2]).isZero());
    }

    @Test
    void seven_months_on_one_side_are_a_matter_of_chance_in_long_series() {
        // By hand: of the eight ways in which three coins fall, two show one side thrice, and six one side twice or
        // more.
        assertThat(Runs.chance(3, 3)).isEqualTo(0.25);
        assertThat(Runs.chance(2, 3)).isEqualTo(0.75);
        assertThat(Runs.chance(1, 3)).isEqualTo(1);
        assertThat(Runs.chance(4, 3)).isZero();
        assertThat(Runs.chance(0, 0)).isEqualTo(1);
        for (int months = 1; months <= 12; months++) {
            for (int length = 1; length <= months; length++) {
                assertThat(Runs.chance(length, months)).isCloseTo(counted(length, months), within(1e-12));
            }
        }
        assertThat(Runs.chance(7, 60)).isCloseTo(0.3636, within(5e-5));
        assertThat(Runs.chance(7, 120)).isCloseTo(0.6119, within(5e-5));
    }

    private static double counted(int length, int months) {
        int reached = 0;
        for (int sides = 0; sides < 1 << months; sides++) {
            double[] series = new double[months];
            for (int i = 0; i < months; i++) {
                series[i] = (sides >> i & 1) == 0 ? -1 : 1;
            }
            reached += Runs.longest(series, 0) >= length ? 1 : 0;
        }
        return reached / (double) (1 << months);
    }

    @Test
    void few_clusters_take_the_quantile_of_student() {
        // t(4) is 2.776445: 5 of 8 effective items, (10 + z² ∓ z·√(z² + 20·0.375)) / (2(8 + z²)).
        Interval interval = Wilson.ofClusters(0.625, 8, 5, 0.95).orElseThrow();
        double z = 2.7764451051977987;
        double root = z * Math.sqrt(z * z + 20 * 0.375);
        assertThat(interval.lower()).isCloseTo((10 + z * z - root) / (2 * (8 + z * z)), within(1e-9));
        assertThat(interval.upper()).isCloseTo((10 + z * z + root) / (2 * (8 + z * z)), within(1e-9));
        assertThat(Wilson.ofClusters(0.625, 8, 30, 0.95)).isEqualTo(Wilson.ofRate(0.625, 8, 0.95));
        assertThat(Wilson.ofClusters(0.625, 8, 1, 0.95)).contains(new Interval(0, 1));
        assertThat(Wilson.ofClusters(1, 0, 0, 0.95)).isEmpty();
    }

    @Test
    void clusters_widen_the_ratio_and_shrink_the_trend_by_the_root_of_the_design_effect() {
        StandardizedRatio plain = StandardizedRatio.of(15, 10, 0.95);
        StandardizedRatio halved = StandardizedRatio.of(30, 20, 2, 0.95);
        assertThat(halved.ratio()).isEqualTo(plain.ratio());
        assertThat(halved.interval().lower()).isCloseTo(plain.interval().lower(), within(1e-12));
        assertThat(halved.interval().upper()).isCloseTo(plain.interval().upper(), within(1e-12));
        CochranArmitage trend = CochranArmitage.of(
                        new long[] {8, 7, 5}, new long[] {10, 10, 10}, new double[] {1, 2, 3})
                .orElseThrow();
        assertThat(trend.clustered(4).z()).isCloseTo(trend.z() / 2, within(1e-12));
        assertThat(trend.clustered(4).p()).isCloseTo(Normal.twoSidedP(trend.z() / 2), within(1e-12));
    }
}
