package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What someone can find out who keeps every package that was ever published. */
class AcrossReleasesTest {

    private static final int STORIES = Integer.getInteger("stories", 12);

    @Test
    void packages_that_are_safe_one_by_one_give_people_away_when_laid_side_by_side() {
        int found = 0;
        for (int seed = 1; seed <= STORIES; seed++) {
            long t=System.nanoTime();
            ReleaseStory s = new ReleaseStory(seed, Boolean.getBoolean("tog"));
            long u=System.nanoTime();
            List<String> n = s.narrowed();
            System.out.println(seed+" "+s.releases()+" releases "+s.refused()+" refused; visible "+s.visibleShare()+" narrowed "+n.size()+" "+(u-t)/1000000+" ms, attack "+(System.nanoTime()-u)/1000000);
            n.stream().limit(2).forEach(System.out::println);
            found += n.size();
        }
        assertThat(found).isNotNegative();
    }
}
