package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What someone can find out who keeps every package that was ever published: months, quarters, a window and the same plus a day, year to
 * date, everything, other tables, late and corrected letters between. {@code -Dstories=500} tells more of them, and says what it costs.
 */
class AcrossReleasesTest {

    private static final int STORIES = Integer.getInteger("stories", 6);

    private static final int FIRST = Integer.getInteger("stories.first", 6);

    @Test
    void packages_that_are_safe_one_by_one_give_people_away_side_by_side_and_those_audited_together_do_not() {
        List<String> apart = new ArrayList<>();
        List<String> together = new ArrayList<>();
        int refused = 0;
        for (int seed = FIRST; seed < FIRST + STORIES; seed++) {
            ReleaseStory alone = new ReleaseStory(seed, false);
            ReleaseStory with = new ReleaseStory(seed, true);
            apart.addAll(alone.narrowed());
            List<String> found = with.narrowed();
            together.addAll(found);
            refused += with.refused();
            if (System.getProperty("stories") != null) {
                System.out.printf(
                        "%d: %d releases; visible %.3f alone, %.3f together, %d refused; narrowed %d and %d%n",
                        seed,
                        with.releases(),
                        alone.visibleShare(),
                        with.visibleShare(),
                        with.refused(),
                        apart.size(),
                        together.size());
                found.stream().limit(3).forEach(System.out::println);
            }
        }
        assertThat(apart).isNotEmpty();
        assertThat(together).isEmpty();
        // What cannot be shown beside the others is hidden.
        assertThat(refused).isZero();
    }
}
