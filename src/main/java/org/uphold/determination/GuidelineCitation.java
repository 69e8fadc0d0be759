package org.uphold.determination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guideline that a decision cites.
 *
 * @param source who wrote it
 * @param printed chapter or guideline as printed, without year and without {@code Guidelines}; null where none is named
 * @param guideline its canonical name whatever the year's spelling; null where none is named or known
 * @param edition year of the edition, or null
 * @param sections sections as printed, in order
 * @param pages pages as printed, or null
 */
public record GuidelineCitation(
        GuidelineSource source,
        @Nullable String printed,
        @Nullable String guideline,
        @Nullable Integer edition,
        List<String> sections,
        @Nullable String pages) {

    public GuidelineCitation {
        sections = List.copyOf(sections);
    }
}
