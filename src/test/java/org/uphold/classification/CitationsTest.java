package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.GuidelineSource;

class CitationsTest {

    private static final Classifier CLASSIFIER = Taxonomy.load().classifier();

    @Test
    void a_source_that_is_named_two_hundred_thousand_times_is_one_citation() {
        Citations found = CLASSIFIER.citations("Decision based on Non-MTUS Citation " + "ODG ".repeat(200_000));
        assertThat(found.citations()).hasSize(1);
        assertThat(found.citations().get(0).source()).isEqualTo(GuidelineSource.ODG);
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "400, 1", "6000, 0"})
    void an_edition_between_a_source_and_its_chapter_may_be_as_long_as_a_page(int letters, int chapters) {
        Citations found =
                CLASSIFIER.citations("Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)"
                        + " (updated " + "x".repeat(letters) + "), Knee");
        assertThat(found.citations()).hasSize(1);
        assertThat(found.citations().stream().filter(c -> c.guideline() != null))
                .hasSize(chapters);
    }

    @Test
    void chapters_with_commas_stay_whole_and_keep_their_order() {
        Citations found = CLASSIFIER.citations(
                "Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004,"
                        + " Section(s): Initial Care, Physical Methods, and Shoulder Complaints 2004, and Elbow Complaints 2007.");

        assertThat(found.chaptersAsPrinted())
                .containsExactly("Forearm, Wrist, and Hand Complaints", "Shoulder Complaints", "Elbow Complaints");
        assertThat(found.citations().get(0).sections()).containsExactly("Initial Care", "Physical Methods");
        assertThat(found.citations().get(2).edition()).isEqualTo(2007);
    }

    @Test
    void sections_that_sound_like_chapters_are_sections() {
        Citations found = CLASSIFIER.citations("Decision based on MTUS Postsurgical Treatment 2009, Section(s): Knee,"
                + " Forearm, Wrist, & Hand. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG).");

        assertThat(found.chaptersAsPrinted()).containsExactly("Postsurgical Treatment");
        assertThat(found.sources()).containsExactly(GuidelineSource.MTUS, GuidelineSource.ODG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Low Back Complaints 2004 | MTUS Low Back
            Low Back Disorders 2019 | MTUS Low Back
            9792.23.5 | MTUS Low Back
            ACOEM Chapter 12 Low Back Complaints Page(s): 303 | MTUS Low Back
            Cervical and Thoracic Spine Disorders 2018 | MTUS Neck and Upper Back
            Hand, Wrist, and Forearm Disorders 2019 | MTUS Forearm, Wrist, and Hand
            Chronic Pain Treatment Guidelines 9792.20 - 9792.26 Page(s): 58-60 | MTUS Chronic Pain
            Chronic Pain 2017, Section(s): Opioids | MTUS Chronic Pain
            Opioids 2017 | MTUS Opioids
            Drug Formulary, 8 CCR 9792.27.15 | MTUS Drug Formulary
            Workplace Mental Health: Depressive Disorders 2020 | MTUS Stress and Mental Health
            Coronavirus (COVID–19) 2021 | MTUS Coronavirus
            """)
    void a_chapter_has_one_name_whatever_the_year_calls_it(String printed, String guideline) {
        Citations found = CLASSIFIER.citations("Decision based on MTUS " + printed + ".");

        assertThat(found.citations())
                .first()
                .extracting(GuidelineCitation::guideline)
                .isEqualTo(guideline);
        assertThat(found.primary()).isEqualTo(found.citations().get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Official Disability Guidelines, Low Back - Lumbar & Thoracic (Acute & Chronic), MRI | ODG Low Back
            ODG Lower Back section, MRI | ODG Low Back
            Official Disability Guidelines (ODG) Hips & Pelvis Chapter | ODG Hip and Pelvis
            Official Disability Guidelines (ODG) physical therapy, elbow chapter | ODG Elbow
            Official Disability Guidelines (ODG) Pain, Urine drug testing | ODG Pain
            Official Disability Guidelines (ODG) Knee/ Transportation | ODG Knee and Leg
            American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition | ACOEM Practice Guidelines
            UpToDate, Sildenafil | UpToDate
            California Labor Code 4610 | Labor Code
            """)
    void what_stands_outside_the_mtus_is_named_too(String printed, String guideline) {
        Citations found =
                CLASSIFIER.citations("The Expert Reviewer based their decision on recommendation(s) outside of"
                        + " the MTUS Guidelines. Decision based on Non-MTUS Citation " + printed + ".");

        assertThat(found.citations()).extracting(GuidelineCitation::guideline).containsExactly(guideline);
    }

    @Test
    void an_unknown_book_beside_a_known_guideline_is_an_other_source() {
        Citations found =
                CLASSIFIER.citations("Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)"
                        + " Low Back and Other Medical Treatment Guidelines www.example.org.");

        assertThat(found.sources()).containsExactly(GuidelineSource.ODG, GuidelineSource.OTHER);
    }

    @Test
    void not_citing_anything_is_a_value_and_no_block_is_none() {
        assertThat(CLASSIFIER
                        .citations("The Claims Administrator did not cite any medical evidence for its decision.")
                        .sources())
                .containsExactly(GuidelineSource.NONE);
        assertThat(CLASSIFIER.citations(null).sources()).isEmpty();
        assertThat(CLASSIFIER.citations(null).primary()).isNull();
    }

    @Test
    void the_same_guideline_means_the_claims_administrators() {
        Citations administrator = CLASSIFIER.citations(
                "The Claims Administrator based its decision on the Knee Complaints"
                        + " Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13) pg. 344, part of the MTUS.");
        Citations reviewer = CLASSIFIER.reviewerCitations(
                "The Expert Reviewer based his/her decision on the same guideline.", administrator);

        assertThat(administrator.sources()).containsExactly(GuidelineSource.MTUS);
        assertThat(reviewer).isEqualTo(administrator);
    }

    @Test
    void prose_says_for_each_guideline_whether_it_is_part_of_the_mtus() {
        Citations found = CLASSIFIER.citations("The Claims Administrator based its decision on the Official Disability"
                + " Guidelines, Low Back Chapter, which is not part of the MTUS, and the Chronic Pain Medical Treatment"
                + " Guidelines, page 46, which is part of the MTUS.");

        assertThat(found.citations())
                .extracting(GuidelineCitation::guideline)
                .containsExactly("ODG Low Back", "MTUS Chronic Pain");
        assertThat(found.citations().get(1).pages()).isEqualTo("46");
    }

    @Test
    void sections_keep_the_commas_of_their_names() {
        Citations found = CLASSIFIER.citations("Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s):"
                + " NSAIDs, GI symptoms & cardiovascular risk, Opioids, dosing.");

        assertThat(found.citations().get(0).sections())
                .isEqualTo(List.of("NSAIDs, GI symptoms & cardiovascular risk", "Opioids, dosing"));
    }
}
