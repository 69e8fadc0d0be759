package org.uphold.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one sample letter says.
 *
 * @param layout how it is printed
 * @param number case number, above any that was given out
 * @param pdf whether it is written as a PDF
 * @param decided date of the decision, as printed; the other dates stand in the same order as in the header
 * @param states of licensure
 * @param specialties of the reviewer
 * @param summary the story
 */
record SampleCase(
        Layout layout,
        String number,
        boolean pdf,
        String injury,
        String denied,
        String received,
        String assigned,
        String decided,
        String states,
        String specialties,
        String summary,
        List<Item> items) {

    enum Layout {
        NOTICE_2013,
        LETTER_2013,
        LETTER_2014,
        LETTER_2015,
        LETTER_2018,
        REVIEW
    }

    static final String NONE_ADMINISTRATOR =
            "The Claims Administrator did not cite any medical evidence for its decision.";

    /** One disputed item. */
    record Item(String service, boolean upheld, String denialCites, String reviewCites, String rationale) {

        String necessity() {
            return upheld ? "is not medically necessary and appropriate" : "is medically necessary and appropriate";
        }
    }

    static List<SampleCase> all() {
        return Stream.concat(SampleCasesTo2014.ALL.stream(), SampleCasesFrom2015.ALL.stream())
                .toList();
    }

    boolean hasFooters() {
        return layout == Layout.LETTER_2018;
    }

    String text() {
        return SampleForms.text(this);
    }
}
