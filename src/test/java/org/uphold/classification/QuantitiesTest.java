package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Acupuncture 1x6 | 1x6
            Chiropractic 2 x 4 | 2x4
            Physical therapy 2 times a week for 6 weeks | 2 a week for 6 weeks
            Therapy three times weekly for four weeks | 3 a week for 4 weeks
            PT 3x/week x 4 weeks | 3 a week for 4 weeks
            Two to three times a week for six to eight weeks | 2-3 a week for 6-8 weeks
            Naproxen 550mg #120 with 3 refills | #120, 3 refills
            Naproxen 550mg, quantity 60 | #60
            Program, 80 hours | 80 hours
            Twelve (12) visits | 12 visits
            8 additional hand therapy sessions | 8 visits
            Aide 4 hours a day, 5 days a week for 6 weeks | 4 hours a day, 5 days a week for 6 weeks
            Cream 240gm | 240 g
            Unit, 30 day rental | 30 days
            """)
    void a_quantity_has_one_spelling(String text, String quantity) {
        assertThat(Quantities.of(NormalizedText.of(text))).isEqualTo(quantity);
    }

    @Test
    void strengths_and_levels_are_no_quantities() {
        assertThat(Quantities.of(NormalizedText.of("Tramadol 50mg"))).isNull();
        assertThat(Quantities.of(NormalizedText.of("Epidural at L4-L5"))).isNull();
        assertThat(Quantities.of(NormalizedText.of(""))).isNull();
    }
}
