package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.determination.GuidelineSource;

/** A separator right before another source is no chapter, and no reason to fail. */
class CitationsNeverFailTest {

    private final Classifier classifier = Taxonomy.load().classifier();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Decision based on MTUS Knee Complaints 2004, and Non-MTUS Citation Official Disability Guidelines (ODG), Pain Chapter.",
                "Decision based on MTUS Knee Complaints 2004, and  Decision based on Non-MTUS Citation Official Disability Guidelines (ODG).",
                "Decision based on MTUS Knee Complaints 2004, Non-MTUS Citation Official Disability Guidelines (ODG)."
            })
    void a_chapter_list_may_end_in_a_separator_before_another_source(String block) {
        Citations citations = classifier.citations(block);
        assertThat(citations.sources()).containsExactly(GuidelineSource.MTUS, GuidelineSource.ODG);
        assertThat(citations.chaptersAsPrinted()).containsExactly("Knee Complaints");
    }
}
