package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.determination.DateRange;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.SyntheticWindow;

/** Publication scores of a package, looked at from its files alone. */
class ScoreCheckTest {

    private static final WindowTallies WINDOW =
            SyntheticWindow.of(new SyntheticWindow.Size(3000, 12, 60, 40, 12, 12, 88), 42);

    private static List<PublishedTable> tables(Profile profile) {
        return new Disclosure()
                .apply(profile, WINDOW, MeasureOptions.DEFAULT, DisclosureContext.first(365))
                .tables();
    }

    private static List<String> problems(List<PublishedTable> tables) {
        return new Verification().verify(Profile.CALHHS, tables).mismatches();
    }

    private static List<PublishedTable> with(List<PublishedTable> tables, PublishedTable other) {
        return tables.stream()
                .map(t -> t.name().equals(other.name()) ? other : t)
                .toList();
    }

    @Test
    void a_package_made_under_the_profile_has_nothing_to_complain_of() {
        assertThat(problems(tables(Profile.CALHHS))).isEmpty();
    }

    @Test
    void rows_that_the_score_would_not_release_are_named() {
        List<PublishedTable> made = tables(Profile.CALHHS);
        PublishedTable open = tables(Profile.NONE).stream()
                .filter(t -> t.name().equals("uphold_by_service_category_specialty"))
                .findFirst()
                .orElseThrow();
        assertThat(problems(with(made, open)))
                .anyMatch(m -> m.startsWith("uphold_by_service_category_specialty shows rows that score ")
                        && m.contains("above 12"));
    }

    @Test
    void a_printed_total_that_is_not_the_sum_of_its_parts_is_named() {
        List<PublishedTable> made = tables(Profile.CALHHS);
        PublishedTable scores = made.stream()
                .filter(t -> t.name().equals(ScoreTable.NAME))
                .findFirst()
                .orElseThrow();
        int total = scores.indexOf("score_total");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : scores.rows()) {
            List<@Nullable Object> changed = new ArrayList<>(row);
            changed.set(total, -99L);
            rows.add(changed);
        }
        PublishedTable tampered = new PublishedTable(scores.name(), scores.title(), scores.columns(), rows);
        assertThat(problems(with(made, tampered))).anyMatch(m -> m.contains("score_total -99"));
    }

    @Test
    void where_rows_are_hidden_the_points_do_not_tell_how_small_the_smallest_count_is() {
        PublishedTable scores = tables(Profile.CALHHS).stream()
                .filter(t -> t.name().equals(ScoreTable.NAME))
                .findFirst()
                .orElseThrow();
        int events = scores.indexOf("score_events");
        int released = scores.indexOf("released");

        assertThat(scores.rows())
                .filteredOn(row -> !"whole".equals(row.get(released)) && row.get(events) != null)
                .isNotEmpty()
                .allSatisfy(row -> assertThat((Long) row.get(events))
                        .satisfiesAnyOf(
                                points -> assertThat(points).isEqualTo(CalhhsScore.events(1)),
                                points -> assertThat(points).isLessThanOrEqualTo(CalhhsScore.events(11))));
    }

    @Test
    void without_the_table_of_scores_nothing_may_be_shown() {
        List<PublishedTable> made = tables(Profile.CALHHS).stream()
                .filter(t -> !t.name().equals(ScoreTable.NAME))
                .toList();
        assertThat(problems(made)).anyMatch(m -> m.endsWith(" is shown without a publication score"));
    }

    private static List<PublishedTable> withScore(String column, long points) {
        List<PublishedTable> made = tables(Profile.CALHHS);
        PublishedTable scores = made.stream()
                .filter(t -> t.name().equals(ScoreTable.NAME))
                .findFirst()
                .orElseThrow();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : scores.rows()) {
            List<@Nullable Object> changed = new ArrayList<>(row);
            changed.set(scores.indexOf(column), points);
            rows.add(changed);
        }
        return with(made, new PublishedTable(scores.name(), scores.title(), scores.columns(), rows));
    }

    @Test
    void every_part_of_a_score_is_computed_again_from_what_is_shown() {
        assertThat(problems(withScore("score_events", 0))).anyMatch(m -> m.contains("has score_events 0"));
        assertThat(problems(withScore("score_state", -9))).anyMatch(m -> m.contains("has score_state -9"));
        assertThat(problems(withScore("score_variables", -1))).anyMatch(m -> m.contains("has score_variables -1"));
        assertThat(problems(withScore("score_interactions", -9)))
                .anyMatch(m -> m.contains("has score_interactions -9"));
        assertThat(problems(withScore("score_time", -5))).anyMatch(m -> m.contains("has score_time -5"));
    }

    @Test
    void the_time_of_a_score_is_not_longer_than_the_window_nor_than_its_months() {
        List<PublishedTable> year = tables(Profile.CALHHS);
        DateRange february = DateRange.inclusive(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 2, 28));
        assertThat(new Verification().verify(Profile.CALHHS, year, february).mismatches())
                .anyMatch(m -> m.contains("has score_time 0; what it shows scores at least 5"));
        List<PublishedTable> withoutMonths =
                year.stream().filter(t -> !t.name().equals("uphold_by_month")).toList();
        assertThat(new Verification()
                        .verify(Profile.CALHHS, withoutMonths, DateRange.ALL)
                        .mismatches())
                .isEmpty();
    }

    @Test
    void a_table_withheld_says_no_more_of_its_smallest_count_than_that_it_is_small() {
        for (long smallest : List.of(1L, 3L, 7L)) {
            CalhhsScore score = new CalhhsScore(
                    smallest, 0, CalhhsScore.events(smallest), 5, -5, CalhhsScore.interactions(0, smallest), 3);
            assertThat(score.worst().total()).isEqualTo(10);
        }
    }
}
