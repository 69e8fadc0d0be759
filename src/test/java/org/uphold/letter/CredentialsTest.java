package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.HEADER;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Reviewer;

class CredentialsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The expert reviewer is Board Certified in Geriatrics and is licensed to practice in New York. He/she has|Geriatrics|New York",
                "The physician reviewer is Board Certified in Internal Medicine, has a subspecialty in Rheumatology and is licensed to practice in New York and New Jersey. He/she|Internal Medicine;Rheumatology|New York;New Jersey",
                "The physician reviewer is Board Certified in Physical Medicine and Rehabilitation and is licensed to practice in Texas, Ohio, and Utah. He/she|Physical Medicine and Rehabilitation|Texas;Ohio;Utah",
                "The physician reviewer is Board Certified in Physical Medicine and Rehabilitation, has a subspecialty in Pain Medicine and Sports Medicine and is licensed to practice in Texas. He/she|Physical Medicine and Rehabilitation;Pain Medicine;Sports Medicine|Texas",
                "The Physician Reviewer is Board Certified in Emergency Medicine, and is licensed to practice in Washington, D.C. He/she has|Emergency Medicine|Washington, D.C.",
                "The expert reviewer is Boardcertified in Psychiatry and islicensed to practice in Iowa. He/she has|Psychiatry|Iowa",
                "The expert reviewer is a Licensed Acupuncturist and is licensed to practice in California. He/she|Licensed Acupuncturist|California"
            })
    void a_sentence_tells_boards_and_licences(String sentence, String boards, String states) {
        Reviewer reviewer = read(HEADER + "HOW THE IMR FINAL DETERMINATION WAS MADE\n" + sentence
                        + " been in active practice.\n" + SUMMARY + ISSUES + item("Heat lamp: Upheld"))
                .reviewer();
        assertThat(String.join(";", reviewer.specialties())).isEqualTo(boards);
        assertThat(String.join(";", reviewer.licensure())).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Preventive Medicine, Occupational Medicine|Preventive Medicine;Occupational Medicine",
                "Family Practice/Sports Medicine|Family Practice;Sports Medicine",
                "Internal Medicine and Rheumatology|Internal Medicine;Rheumatology",
                "Physical Medicine and Rehabilitation|Physical Medicine and Rehabilitation",
                "Obstetrics/Gynecology|Obstetrics/Gynecology",
                "Hospice & Palliative Medicine, Psychiatry|Hospice & Palliative Medicine;Psychiatry",
                "Neurology, Pain Management, and Sleep Medicine|Neurology;Pain Management;Sleep Medicine"
            })
    void names_are_divided_only_where_both_sides_are_names(String printed, String names) {
        assertThat(String.join(";", Credentials.names(printed))).isEqualTo(names);
    }

    @Test
    void labelled_lines_may_wrap_and_stop_at_the_next_heading() {
        Reviewer reviewer = read(HEADER + """
                HOW THE IMR FINAL DETERMINATION WAS MADE
                The Expert Reviewer has the following credentials:
                State(s) of Licensure: California, New
                Mexico,Texas
                Certification(s)/Specialty: Physical Medicine &
                Rehabilitation, Pain Management
                """ + SUMMARY + ISSUES + item("Heat lamp: Upheld"))
                .reviewer();
        assertThat(reviewer.licensure()).containsExactly("California", "New Mexico", "Texas");
        assertThat(reviewer.specialties()).containsExactly("Physical Medicine & Rehabilitation", "Pain Management");
    }

    @Test
    void a_treating_doctor_in_the_narrative_is_nobody() {
        Reviewer reviewer = read(HEADER + SUMMARY
                        + "An earlier reviewer is Board Certified in Urology and is licensed to practice in Maine.\n"
                        + ISSUES + item("Heat lamp: Upheld"))
                .reviewer();
        assertThat(reviewer).isEqualTo(Reviewer.NOT_STATED);
    }
}
