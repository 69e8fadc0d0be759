package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Half a million letters each: a second, or by their square hours. */
    @Timeout(120)
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section:|foo,",
                "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section:|,",
                "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section:|and ",
                "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section:|(foo, ",
                "Decision based on MTUS|Chronic Pain Medical Treatment 2009, and ",
                "Decision based on MTUS|Chronic Pain, ",
                "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), foo|pain, ",
                "Decision based on Non-MTUS Citation ACOEM|Knee; ",
                "The guideline|is part of the MTUS. ",
                "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section:|(chronic ",
                "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), foo|(updated ",
                "Decision based on Non-MTUS Citation|,; "
            })
    void a_block_that_goes_on_and_on_is_read_in_time(String begin, String again) {
        String block = begin + " " + again.repeat(500_000 / again.length()) + "x";
        assertThat(classifier.citations(block).citations()).isNotEmpty();
    }
}
