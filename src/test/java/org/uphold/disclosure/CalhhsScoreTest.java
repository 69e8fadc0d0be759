package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Dimension;
import org.uphold.rates.Tally;

class CalhhsScoreTest {

    private static PackageRow row(String key, long upheld, long notUpheld) {
        Tally sum = Tally.ZERO;
        for (long i = 0; i < upheld; i++) {
            sum = sum.plus(Tally.ofLetter(1, 0, 0, 0));
        }
        for (long i = 0; i < notUpheld; i++) {
            sum = sum.plus(Tally.ofLetter(0, 1, 0, 0));
        }
        return PackageRow.of("t", List.of(key), sum);
    }

    private static CalhhsScore categories(int groups, long smallest, long days) {
        List<PackageRow> rows = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            rows.add(row("c" + i, 2000, smallest));
        }
        return CalhhsScore.of(List.of(Dimension.SERVICE_CATEGORY), rows, List.of(groups), days);
    }

    @Test
    void points_for_events_fall_as_the_smallest_count_grows() {
        assertThat(List.of(1L, 10L, 11L, 99L, 100L, 999L, 1000L))
                .extracting(CalhhsScore::events)
                .containsExactly(7, 7, 5, 5, 3, 3, 2);
    }

    @Test
    void a_period_between_takes_the_next_shorter() {
        assertThat(List.of(1825L, 1824L, 730L, 729L, 365L, 364L, 181L, 180L, 90L, 89L, 31L, 1L))
                .extracting(CalhhsScore::time)
                .containsExactly(-5, -3, -3, 0, 0, 3, 3, 4, 4, 5, 5, 5);
    }

    @Test
    void each_variable_counts_by_its_number_of_groups_and_each_crossing_by_its_depth() {
        assertThat(List.of(4, 5, 9, 10)).extracting(CalhhsScore::variable).containsExactly(3, 5, 5, 7);
        assertThat(CalhhsScore.interactions(0, 5)).isEqualTo(-5);
        assertThat(CalhhsScore.interactions(0, 4)).isEqualTo(-3);
        assertThat(CalhhsScore.interactions(0, 2)).isZero();
        assertThat(CalhhsScore.interactions(1, 2)).isEqualTo(1);
        assertThat(CalhhsScore.interactions(2, 2)).isEqualTo(2);
        assertThat(CalhhsScore.interactions(3, 2)).isEqualTo(4);
    }

    @Test
    void a_year_of_categories_is_released_and_a_month_of_them_only_in_hundreds() {
        assertThat(categories(30, 3, 365).total()).isEqualTo(10);
        assertThat(categories(30, 3, 365).released()).isTrue();
        assertThat(categories(30, 3, 31).total()).isEqualTo(15);
        assertThat(categories(30, 11, 31).total()).isEqualTo(13);
        assertThat(categories(30, 11, 31).released()).isFalse();
        assertThat(categories(30, 100, 31).total()).isEqualTo(11);
    }

    @Test
    void large_denominators_release_whatever_the_score() {
        CalhhsScore score = CalhhsScore.of(
                List.of(Dimension.SERVICE_CATEGORY, Dimension.SPECIALTY),
                List.of(row("a", 20_000, 11)),
                List.of(30, 20),
                31);
        assertThat(score.total()).isGreaterThan(CalhhsScore.RELEASED_UP_TO);
        assertThat(score.released()).isTrue();
    }

    @Test
    void a_failing_table_loses_its_smallest_rows_until_it_passes() {
        List<PackageRow> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(row("c" + i, 500, i < 10 ? 5 : i < 20 ? 50 : 200));
        }
        PackageModel.Table table = new PackageModel.Table("t", List.of(Dimension.SERVICE_CATEGORY), rows);
        CalhhsRelease release = CalhhsRelease.of(List.of(table), 31);
        assertThat(release.least()).containsEntry("t", 100L);
        assertThat(release.withheld()).isEmpty();
        assertThat(CalhhsRelease.of(List.of(table), 365).least()).containsEntry("t", 1L);
    }
}
