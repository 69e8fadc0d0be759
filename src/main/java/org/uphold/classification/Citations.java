package org.uphold.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.GuidelineSource;
import org.uphold.determination.PublishedWords;

/**
 * What one guideline block cites, in the order of citation. Empty where no block is printed; a block that says that no
 * medical evidence was cited is one citation of {@link GuidelineSource#NONE}.
 */
public record Citations(List<GuidelineCitation> citations) {

    public static final Citations NOT_STATED = new Citations(List.of());

    public Citations {
        citations = List.copyOf(citations);
    }

    /** The sources cited, in the order of evidence; unmodifiable. */
    public Set<GuidelineSource> sources() {
        EnumSet<GuidelineSource> sources = EnumSet.noneOf(GuidelineSource.class);
        for (GuidelineCitation citation : citations) {
            sources.add(citation.source());
        }
        return Collections.unmodifiableSet(sources);
    }

    /** The guidelines cited, each once, in the order of citation. */
    public List<CitedGuideline> guidelines() {
        Set<CitedGuideline> guidelines = new LinkedHashSet<>();
        for (GuidelineCitation citation : citations) {
            String name = citation.guideline();
            guidelines.add(
                    new CitedGuideline(citation.source().label(), name == null ? PublishedWords.NOT_STATED : name));
        }
        return List.copyOf(guidelines);
    }

    /** The MTUS chapters as printed, without year and without {@code Guidelines}, each once, in the order of citation. */
    public List<String> chaptersAsPrinted() {
        List<String> chapters = new ArrayList<>(2);
        for (GuidelineCitation citation : citations) {
            String printed = citation.printed();
            if (citation.source() == GuidelineSource.MTUS && printed != null && !chapters.contains(printed)) {
                chapters.add(printed);
            }
        }
        return List.copyOf(chapters);
    }

    /** The first citation, or null where no block is printed. */
    public @Nullable GuidelineCitation primary() {
        return citations.isEmpty() ? null : citations.get(0);
    }
}
