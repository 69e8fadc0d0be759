package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.uphold.determination.Determination;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** Invented letters for tests: the form's own words around what a test is about. */
final class Invented {

    static final String HEADER = """
            Case Number: CM16-0999001
            Date Assigned: 02/06/2016 Date of Injury: 08/05/2015
            Decision Date: 03/18/2016 UR Denial Date: 01/21/2016
            Priority: Standard Application
            Received:
            01/30/2016
            """;

    static final String CREDENTIALS = """
            HOW THE IMR FINAL DETERMINATION WAS MADE
            MAXIMUS Federal Services sent the complete case file to an expert reviewer.
            The Expert Reviewer has the following credentials:
            State(s) of Licensure: California
            Certification(s)/Specialty: Preventive Medicine, Occupational Medicine
            """;

    static final String SUMMARY = """
            CLINICAL CASE SUMMARY
            The expert reviewer developed the following clinical case summary based on a review of the
            case file, including all medical records:
            The injured worker is a lighthouse keeper who slipped on a wet stair.
            """;

    static final String ISSUES = """
            IMR ISSUES, DECISIONS AND RATIONALES
            The Final Determination was based on decisions for the disputed items/services set forth below:
            """;

    private Invented() {}

    /** A letter of 2015 on around the text of its items. */
    static String letter(String items) {
        return HEADER + CREDENTIALS + SUMMARY + ISSUES + items;
    }

    /** The blocks that follow a heading. */
    static String blocks(String rationale) {
        return """
                Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.
                MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.
                Decision rationale: %s
                """.formatted(rationale);
    }

    static String item(String heading) {
        boolean upheld = !heading.toLowerCase(Locale.ROOT).endsWith("overturned");
        return heading + "\n"
                + blocks("The lamp was not lit. The request is " + (upheld ? "not " : "") + "medically necessary.");
    }

    static Reading.Accepted accepted(String text) {
        Reading reading = LetterParser.parse(LetterText.of(text));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return (Reading.Accepted) reading;
    }

    static Determination read(String text) {
        return accepted(text).determination();
    }

    static List<String> services(String text) {
        return read(text).items().stream().map(i -> i.service()).toList();
    }

    /** Service, a bar, outcome, for each item. */
    static List<String> outcomes(String text) {
        return read(text).items().stream()
                .map(i -> i.service() + "|" + i.outcome())
                .toList();
    }

    static List<ProblemCode> problems(String text) {
        return accepted(text).problems().stream().map(Problem::code).toList();
    }
}
