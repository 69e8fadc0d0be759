package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.StatedCategory;

class ServicesTest {

    private static final Classifier CLASSIFIER = Taxonomy.load().classifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Consultation for a possible total hip arthroplasty | Surgery > Surgical Consult
            Transportation to physical therapy | Transportation > Transportation
            Physical therapy after rotator cuff repair, 12 visits | Rehabilitation > Physical/Occupational Therapy
            Series of three hyaluronic acid injections to the knee | Pharmaceuticals > Viscosupplementation
            TENS unit with electrodes | DMEPOS > Electrical Stimulation
            Electrodes for TENS unit | DMEPOS > Supplies
            Ultrasound guided injection of the left shoulder | Injection > Joint Injection
            Referral to pain management for an epidural steroid injection | Evaluation & Management > Medical Specialties
            Norco 10/325mg #30 for weaning | Pharmaceuticals > Opioids
            """)
    void what_is_asked_for_decides_and_not_what_it_is_for(String service, String target) {
        assertThat(target(service)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hydrocodone/APAP 5/325mg #60 | Opioids
            Fentanyl patch 12mcg #10 | Opioids
            Diclofenac 75mg #60 | NSAID
            Diclofenac gel 100g | Topical Analgesics
            Gabapentin 300mg | Anti-epilepsy drugs
            Gabapentin 6% cream | Topical Analgesics
            Diclofenac sodium 1% gel (Voltaren gel 1%) | Topical Analgesics
            Lidocaine 4% or 5% patch | Topical Analgesics
            Lidocaine 5%/10% cream | Topical Analgesics
            Gabapentin 6%/Ketoprofen 10% cream | Topical Compounds
            Menthol and methyl salicylate gel | Topical Analgesics
            Terocin patch (lidocaine, menthol) | Topical Analgesics
            Tabradol oral suspension | Muscle Relaxant
            Ketorolac 10mg tablets | NSAID
            """)
    void a_drug_means_its_class_in_the_form_it_is_given(String service, String drugClass) {
        assertThat(target(service)).isEqualTo("Pharmaceuticals > " + drugClass);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flurbiprofen 20% / Zqxvine 5% 180 grams | Topical Compounds
            Ketoprofen 15% Zqxvol 3% | Topical Compounds
            Hyaluronic acid 0.2%, dexamethasone 2%, gabapentin 10% | Topical Compounds
            Gabapentin 6% | Topical Analgesics
            Gabapentin 6%, gabapentin 10% cream | Topical Analgesics
            Menthol 10% / camphor 3% | Topical Analgesics
            """)
    void percentages_of_several_substances_make_a_compound_whether_or_not_all_are_known(
            String service, String drugClass) {
        assertThat(target(service)).isEqualTo("Pharmaceuticals > " + drugClass);
    }

    @Test
    void what_decides_for_want_of_a_better_says_so() {
        ServiceClass found = service("Zqxv therapy");

        assertThat(found.rule()).isEqualTo("reh-generic~weak");
        assertThat(found.isWeak()).isTrue();
        assertThat(found.isClassified()).isTrue();
        assertThat(service("Physical therapy").isWeak()).isFalse();
        assertThat(service("Zqxv").isWeak()).isFalse();
    }

    @Test
    void what_stands_only_behind_another_general_word_is_not_sure_of_itself() {
        assertThat(service("Device for tens").rule()).isEqualTo("es-tens~weak");
    }

    @Test
    void an_explanation_says_that_a_row_is_not_sure() {
        assertThat(CLASSIFIER.explain("Zqxv therapy")).first().satisfies(said -> {
            assertThat(said.rule()).isEqualTo("reh-generic~weak");
            assertThat(said.decided()).isTrue();
        });
    }

    @Test
    void tests_listed_right_under_a_clearance_belong_to_the_surgery() {
        assertThat(inTurn(
                        "Right shoulder arthroscopy",
                        "Pre-operative medical clearance",
                        "EKG",
                        "CBC",
                        "Chest x-ray",
                        "Physical therapy, 12 visits",
                        "Urinalysis"))
                .containsExactly(
                        "Arthroscopic Surgery",
                        "Adjunct Surgical Services",
                        "Adjunct Surgical Services",
                        "Adjunct Surgical Services",
                        "Adjunct Surgical Services",
                        "Physical/Occupational Therapy",
                        "Lab & Pathology");
    }

    @Test
    void what_no_clearance_consists_of_is_itself_wherever_it_is_listed() {
        assertThat(inTurn("Medical clearance", "MRI of the shoulder", "EKG"))
                .containsExactly("Adjunct Surgical Services", "Imaging", "Other Diagnostic Tests");
        assertThat(inTurn("Medical clearance", "Urine drug screen")).endsWith("Lab & Pathology");
        assertThat(inTurn("EKG", "Medical clearance")).startsWith("Other Diagnostic Tests");
    }

    @Test
    void a_test_listed_under_a_clearance_names_its_rule() {
        ServicesInTurn letter = CLASSIFIER.servicesInTurn();
        letter.next("Medical clearance", "Medical clearance", null);

        ServiceClass found = letter.next("Chest x-ray, 2 views", "Chest x-ray, 2 views", null);

        assertThat(found.category()).isEqualTo("Surgery");
        assertThat(found.rule()).isEqualTo("adj-listed-under-clearance");
        assertThat(found.adjunct()).isTrue();
        assertThat(found.bodyPart()).isEqualTo("Chest");
    }

    @Test
    void an_associated_surgical_service_is_adjunct_whatever_it_is() {
        ServiceClass found = service("Associated surgical service: MRI of the knee");

        assertThat(found.adjunct()).isTrue();
        assertThat(found.subcategory()).isEqualTo("Adjunct Surgical Services");
    }

    @Test
    void the_heading_makes_the_disputed_part_adjunct() {
        ServiceClass found = CLASSIFIER.service(
                "Associated surgical service: cold therapy unit for 21 days was the original request.",
                "cold therapy unit for 14 days",
                null);

        assertThat(found.subcategory()).isEqualTo("Adjunct Surgical Services");
    }

    @Test
    void the_disputed_part_decides_and_not_what_was_approved() {
        ServiceClass found = CLASSIFIER.service(
                "EMG and MRI of the neck was the original request. EMG was authorized.", "MRI of the neck", null);

        assertThat(found.subcategory()).isEqualTo("Imaging");
    }

    @Test
    void a_slip_of_the_pen_is_forgiven_and_said_so() {
        ServiceClass found = service("Methocarbimol 750mg");

        assertThat(found.subcategory()).isEqualTo("Muscle Relaxant");
        assertThat(found.rule()).endsWith("~spelling");
    }

    @Test
    void what_no_row_knows_is_unclassified() {
        ServiceClass found = service("Zqxv");

        assertThat(found.category()).isEqualTo("Unclassified");
        assertThat(found.rule()).isEqualTo("none");
        assertThat(found.isClassified()).isFalse();
    }

    @Test
    void parts_of_the_body_are_named_once_and_in_order() {
        assertThat(service("Physical therapy, low back and left knee, lumbar").bodyPart())
                .isEqualTo("Lumbar spine;Back;Knee");
    }

    @Test
    void a_stated_category_decides_by_its_crosswalk() {
        ServiceClass found = CLASSIFIER.service(
                "Orthopedic: Fusion", "Orthopedic: Fusion", new StatedCategory("dmhc", "Orthopedic", "Fusion"));

        assertThat(found.category() + " > " + found.subcategory()).isEqualTo("Surgery > Spine");
    }

    @Test
    void one_category_in_the_three_editions_of_a_publisher_has_one_target() {
        assertThat(stated("dmhc", "Pharmacy/Prescription Drugs", "Anti-virals").subcategory())
                .isEqualTo("Anti-infectives");
        assertThat(stated("dmhc", "Pharmacy", "Anti-virals").subcategory()).isEqualTo("Anti-infectives");
        assertThat(stated("dmhc", "Admin Misc  Invest", null).category()).isEqualTo("Other");
        assertThat(stated("dmhc", "Gen Surg proc", null).category()).isEqualTo("Surgery");
        assertThat(stated("ny-dfs", "Surgical Services", null).category()).isEqualTo("Surgery");
    }

    @Test
    void explanations_put_the_deciding_row_first() {
        assertThat(CLASSIFIER.explain("TENS unit with electrodes")).first().satisfies(said -> {
            assertThat(said.rule()).isEqualTo("es-tens");
            assertThat(said.decided()).isTrue();
            assertThat(said.table()).isEqualTo("services.csv");
        });
    }

    private static List<String> inTurn(String... services) {
        ServicesInTurn letter = CLASSIFIER.servicesInTurn();
        return Stream.of(services)
                .map(service -> letter.next(service, service, null).subcategory())
                .toList();
    }

    private ServiceClass stated(String vocabulary, String category, @org.jspecify.annotations.Nullable String sub) {
        return CLASSIFIER.service(category, category, new StatedCategory(vocabulary, category, sub));
    }

    private String target(String service) {
        ServiceClass found = service(service);
        return found.category() + " > " + found.subcategory();
    }

    private ServiceClass service(String text) {
        return CLASSIFIER.service(text, text, null);
    }
}
