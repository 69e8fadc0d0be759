package org.uphold.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Occupational Medicine",
                "Physical Medicine & Rehabilitation",
                "Surgery of the Hand",
                "Obstetrics/Gynecology",
                "Public Health & General Preventive Medicine",
                "Orthopedic Surgery with a Fellowship in Spine (Adult)",
                "Médecine interne"
            })
    void names_of_boards_are_specialties(String text) {
        assertThat(FieldShape.isSpecialty(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Occupational Medicine CL1NICAL CASE SUMMARY",
                "Occupational Medicine The expert reviewer developed the following clinical case summary",
                "Occupational Medicine. The Expert Reviewer reviewed the file",
                "including all medical records: An invented worker fell",
                "0ccupational Medicine",
                "Occupational Medicine and has been in active practice",
                "A worker who slipped on a stair",
                "Pain Management: 20 sessions"
            })
    void prose_and_digits_are_none(String text) {
        assertThat(FieldShape.isSpecialty(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"California", "CA", "District of Columbia", "Washington, D.C.", "U.S. Virgin Islands"})
    void states_are_short_names(String text) {
        assertThat(FieldShape.isState(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ca1ifornia",
                "California Certification(s)",
                "The physician is licensed in California",
                "California. He has practiced there",
                "Specialty: Occupational Medicine"
            })
    void a_sentence_is_no_state(String text) {
        assertThat(FieldShape.isState(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
                "The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines (2009), pg. 46.",
                "The Expert Reviewer based her decision on the ODG.",
                "The Expert Reviewer found the guideline relevant and appropriate for the employee's clinical circumstance.",
                "Official Disability Guidelines, Use of Tools to Monitor Patients on Chronic Opioid Treatment",
                "The Claims Administrator did not cite any medical evidence for its decision."
            })
    void citations_and_the_sentences_of_forms_are_guidelines(String text) {
        assertThat(FieldShape.isGuideline(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Decision based on MTUS. Decision rationa1e: The worker was seen on 08-05-2014.",
                "Decision based on ODG. The request is not medically necessary.",
                "MTUS. This is a 51 year old man with pain.",
                "MTUS. She takes naproxen.",
                "MTUS. His pain is worse.",
                "MTUS. The patient reports pain."
            })
    void a_rationale_is_none(String text) {
        assertThat(FieldShape.isGuideline(text)).isFalse();
        assertThat(FieldShape.isService(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oxycodone sustained release 10mg #60",
                "HER-2 testing",
                "Social worker visits",
                "Transportation for patient to and from surgery",
                "Physical therapy 12 sessions was the original request. The Claims Administrator authorized 6, leaving the"
                        + " original request IMR eligible. The original request, physical therapy 12 sessions is"
            })
    void what_was_asked_for_is_a_service(String text) {
        assertThat(FieldShape.isService(text)).isTrue();
    }

    @Test
    void every_name_of_the_taxonomy_may_be_published() throws IOException {
        for (String table : List.of("specialties.csv", "states.csv", "categories.csv", "guidelines.csv")) {
            for (String line : Files.readAllLines(Path.of("src/main/resources/taxonomy", table))) {
                for (String cell : line.split("[,|;]")) {
                    assertThat(FieldShape.isLabel(cell)).as(table + ": " + cell).isTrue();
                }
            }
        }
    }

    @Test
    void a_story_is_no_label_and_a_reason_is_one() {
        assertThat(FieldShape.isLabel("Not medically necessary")).isTrue();
        assertThat(FieldShape.isLabel("Neurology The worker was seen on Monday"))
                .isFalse();
        assertThat(FieldShape.isLabel("Neurology. The reviewer developed a summary"))
                .isFalse();
        assertThat(FieldShape.isLabel("x".repeat(251))).isFalse();
    }
}
