package org.uphold.rates.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Tally;

class FunnelPointTest {

    private static Tally letters(int letters, int upheld, int overturned) {
        return Collections.nCopies(letters, Tally.ofLetter(upheld, overturned, 0, 0)).stream()
                .reduce(Tally.ZERO, Tally::plus);
    }

    private static FunnelPoint point(Tally overall, List<Tally> groups, int index) {
        return Objects.requireNonNull(FunnelPoint.of(overall, groups)[index]);
    }

    @Test
    void one_overturned_item_alone_in_its_group_is_no_sign_of_anything() {
        List<Tally> groups = new ArrayList<>(List.of(Tally.ofLetter(0, 1, 0, 0)));
        groups.addAll(Collections.nCopies(5, letters(100, 1, 0).plus(letters(9, 0, 1))));
        Tally overall = groups.stream().reduce(Tally.ZERO, Tally::plus);
        FunnelPoint alone = point(overall, groups, 0);
        assertThat(alone.flag()).isNull();
        assertThat(alone.q()).isEqualTo(1);
        assertThat(alone.threeSigma().lower()).isZero();
        assertThat(point(overall, List.of(groups.get(0)), 0).q())
                .isCloseTo(2 * (1 - Objects.requireNonNull(overall.upholdRate())), within(1e-12));
    }

    @Test
    void a_group_whose_own_letters_hide_that_items_go_together_has_the_size_that_all_letters_give_it() {
        // Letters of four items that all go one way: items of a letter always go together.
        Tally overall = letters(90, 4, 0).plus(letters(10, 0, 4));
        assertThat(overall.correlation()).isCloseTo(1, within(1e-12));
        // One overturned of forty: the group's own design effect is that of independent items.
        Tally group = letters(9, 4, 0).plus(letters(1, 3, 1));
        assertThat(group.designEffect()).isCloseTo(40 / 39.0, within(1e-12));
        assertThat(point(overall, List.of(group), 0).size()).isCloseTo(10, within(1e-12));
        assertThat(letters(40, 1, 0).designEffect(1)).isEqualTo(1);
    }

    @Test
    void single_items_have_no_correlation_and_keep_their_number() {
        Tally overall = letters(90, 1, 0).plus(letters(10, 0, 1));
        assertThat(overall.correlation()).isZero();
        assertThat(point(overall, List.of(overall), 0).size()).isEqualTo(100);
    }

    @Test
    void groups_that_all_differ_are_over_dispersed_and_count_as_fewer_items() {
        List<Tally> groups = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            groups.add(letters(300 + 40 * i, 1, 0).plus(letters(700 - 40 * i, 0, 1)));
        }
        Tally overall = groups.stream().reduce(Tally.ZERO, Tally::plus);
        for (FunnelPoint point : FunnelPoint.of(overall, groups)) {
            assertThat(Objects.requireNonNull(point).adjusted()).isTrue();
            assertThat(point.size()).isLessThan(100);
            assertThat(point.flag()).isNull();
        }
        FunnelPoint point = point(overall, groups, 0);
        FunnelCurve curve = new FunnelCurve(Objects.requireNonNull(overall.upholdRate()));
        assertThat(curve.at(point.size(), FunnelCurve.Limit.THREE_SIGMA_LOWER))
                .isEqualTo(point.threeSigma().lower());
        assertThat(curve.at(point.size(), FunnelCurve.Limit.TWO_SIGMA_UPPER))
                .isEqualTo(point.twoSigma().upper());
    }

    @Test
    void flags_are_outside_of_three_sigma_and_their_false_discovery_rate_is_small() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 20; round++) {
            List<Tally> groups = new ArrayList<>();
            for (int g = 0; g < 40; g++) {
                Tally group = Tally.ZERO;
                int size = 1 + random.nextInt(60);
                double rate = g == 0 ? 0.5 : 0.9;
                for (int letter = 0; letter < size; letter++) {
                    int items = 1 + random.nextInt(4);
                    boolean together = random.nextDouble() < 0.3;
                    boolean first = random.nextDouble() < rate;
                    int upheld = 0;
                    for (int i = 0; i < items; i++) {
                        upheld += (together ? first : random.nextDouble() < rate) ? 1 : 0;
                    }
                    group = group.plus(Tally.ofLetter(upheld, items - upheld, 0, 0));
                }
                groups.add(group);
            }
            Tally overall = groups.stream().reduce(Tally.ZERO, Tally::plus);
            FunnelPoint[] points = FunnelPoint.of(overall, groups);
            for (int g = 0; g < points.length; g++) {
                FunnelPoint point = Objects.requireNonNull(points[g]);
                double rate = Objects.requireNonNull(groups.get(g).upholdRate());
                boolean outside = rate < point.threeSigma().lower()
                        || rate > point.threeSigma().upper();
                assertThat(point.flag() != null).isEqualTo(outside && point.q() <= 0.05);
                assertThat(point.size())
                        .isLessThanOrEqualTo(
                                Objects.requireNonNull(groups.get(g).effectiveSize()) + 1e-9);
            }
        }
    }
}
