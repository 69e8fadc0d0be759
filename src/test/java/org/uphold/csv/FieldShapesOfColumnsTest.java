package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.csv.Tables.ITEMS;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Determination;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** A column of stories that is mapped to a field which is published: what cannot be the field is left out, and not quoted. */
class FieldShapesOfColumnsTest {

    private static final String STORY =
            "The injured worker is a lighthouse keeper who slipped on a wet stair and denies rest.";

    private static Reading row(String column, String value) {
        String header = "case_number,item_number,decision_date,outcome," + (column.equals("service") ? "" : "service,")
                + column;
        String row = "S-1,1,2017-02-09,Upheld," + (column.equals("service") ? "" : "Lumbar brace,") + '"' + value + '"';
        return read(ITEMS, header + "\n" + row + "\n").get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer_specialty",
        "license_state",
        "service",
        "claims_administrator_guideline",
        "reviewer_guideline",
        "claims_administrator",
        "jurisdiction"
    })
    void a_story_is_left_out_with_a_problem_that_does_not_quote_it(String column) {
        Reading reading = row(column, STORY);

        assertThat(codes(reading)).containsExactly(ProblemCode.BAD_VALUE);
        assertThat(accepted(List.of(reading)).get(0).problems().get(0).message())
                .contains(column);
        assertThat(reading.toString()).doesNotContain("keeper", "injured", "stair");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reviewer_specialty | Orthopedic Surgery;Physical Medicine & Rehabilitation",
                "reviewer_specialty | Obstetrics/Gynecology (OB-GYN)",
                "license_state | California;New York",
                "license_state | D.C.",
                "service | MRI of the lumbar spine, without contrast; 1 unit (for: home use)",
                "service | Norco 10/325mg, #90 with 2 refills was the original request. The remaining IMR eligible portion, #60",
                "claims_administrator_guideline | MTUS Chronic Pain Treatment Guidelines 9792.20 - 9792.26 Page(s): 68-69.",
                "reviewer_guideline | The Expert Reviewer did not cite any medical evidence for its decision.",
                "claims_administrator | Larkspur Casualty",
                "jurisdiction | California"
            })
    void what_can_be_the_field_is_kept_as_it_is(String column, String value) {
        Reading reading = row(column, value);

        assertThat(codes(reading)).isEmpty();
        assertThat(reading.toString()).contains(value.split(";")[0]);
    }

    @Test
    void one_story_among_names_takes_none_of_them_along() {
        Reading reading = row("reviewer_specialty", "Neurology;" + STORY + ";Pain Medicine");
        Determination read = accepted(List.of(reading)).get(0).determination();

        assertThat(read.reviewer().specialties()).containsExactly("Neurology", "Pain Medicine");
        assertThat(codes(reading)).containsExactly(ProblemCode.BAD_VALUE);
    }

    @Test
    void each_row_that_has_it_says_so() {
        String rows = "case_number,item_number,decision_date,service,outcome,reviewer_specialty\n";
        for (int i = 1; i <= 3; i++) {
            rows += "S-" + i + ",1,2017-02-09,Lumbar brace,Upheld,\"" + STORY + "\"\n";
        }

        assertThat(read(ITEMS, rows))
                .hasSize(3)
                .allSatisfy(reading -> assertThat(codes(reading)).containsExactly(ProblemCode.BAD_VALUE));
    }
}
