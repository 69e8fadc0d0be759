package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** Letters as they arrive: scanned pages, merged files, hidden text, misread labels; each with what is right. */
class ArrivedLettersTest {

    private static final Path ARRIVALS = Path.of("../shared/data/arrivals");

    @BeforeEach
    void arrivals() {
        assumeTrue(Files.isDirectory(ARRIVALS), "the arrivals are not beside this project");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        03-scanned-page/whole.pdf             | UPHELD OVERTURNED UPHELD OVERTURNED UPHELD | -
        03-scanned-page/middle.pdf            | UPHELD UPHELD                              | PAGE_WITHOUT_TEXT page 2
        03-scanned-page/last.pdf              | UPHELD                                     | PAGE_WITHOUT_TEXT page 2
        03-scanned-page/page-missing.pdf      | UPHELD UPHELD                              | PAGES page 2
        05-hidden-layer/off-layer.pdf         | UPHELD                                     | HIDDEN_TEXT page 1
        05-hidden-layer/outside-crop.pdf      | UPHELD                                     | HIDDEN_TEXT page 1
        08-form-fields/all-fields.pdf         | UPHELD                                     | -
        08-form-fields/outcome-field.pdf      | UPHELD                                     | -
        09-annotation/freetext-correction.pdf | UNKNOWN                                    | ANNOTATION page 1
        24-letter-texts/en-dash.txt           | UPHELD                                     | -
        24-letter-texts/nb-hyphen.txt         | UPHELD                                     | -
        26-pages/page-twice.pdf               | UPHELD OVERTURNED UPHELD OVERTURNED        | PAGES page 3
        26-pages/page-missing.pdf             | UPHELD OVERTURNED                          | PAGES page 2
        28-heading-lost/rationale/a-mtus.txt                | UPHELD OVERTURNED | MISREAD line 21
        28-heading-lost/rationale/d-spec.txt                | UPHELD OVERTURNED | MISREAD line 11
        28-heading-lost/rationale/i-second-item-labels.txt  | UPHELD OVERTURNED | MISREAD line 23
        28-heading-lost/run/letter.txt                      | UPHELD            | MISREAD line 12
        """)
    void is_read_as_a_viewer_shows_it_or_says_what_is_wrong(String name, String outcomes, String problem)
            throws IOException {
        Reading.Accepted reading = accepted(name);
        assertThat(outcomes(reading)).isEqualTo(outcomes);
        if (problem == null) {
            assertThat(reading.problems()).isEmpty();
        } else {
            assertThat(reading.problems()).extracting(ArrivedLettersTest::named).contains(problem);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        04-two-letters-one-file/concatenated.txt | SEVERAL_LETTERS | line 39 | another begins
        04-two-letters-one-file/merged.pdf       | SEVERAL_LETTERS | page 2  | another begins
        11-rtf-html/letter.eml                   | UNKNOWN_FORMAT  | file    | a mail message; save the letter
        11-rtf-html/letter.rtf                   | UNKNOWN_FORMAT  | file    | rich text (RTF); save it
        """)
    void is_refused_with_the_place_and_what_to_do(String name, ProblemCode code, String where, String words)
            throws IOException {
        Problem problem = ((Reading.Rejected) read(name)).problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(place(problem.where())).isEqualTo(where);
        assertThat(problem.message()).contains(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        24-letter-texts/year-typo.txt                 | line 3 | BAD_DATE UNDATED
        25-letter-dates/01-Decision_Date-0215.txt     | line 3 | BAD_DATE UNDATED
        25-letter-dates/02-Decision_Date-0000.txt     | line 3 | BAD_DATE UNDATED
        25-letter-dates/08-Date_of_Injury-0215.txt    | line 2 | BAD_DATE
        """)
    void with_a_date_that_cannot_be_is_kept_without_it(String name, String where, String codes) throws IOException {
        Reading.Accepted reading = accepted(name);
        assertThat(outcomes(reading)).isEqualTo("OVERTURNED");
        assertThat(reading.problems()).extracting(p -> p.code().toString()).containsExactly(codes.split(" "));
        assertThat(place(reading.problems().get(0).where())).isEqualTo(where);
        assertThat(reading.determination().dates().decision() == null).isEqualTo(codes.endsWith("UNDATED"));
        assertThat(reading.determination().dates().injury() == null).isEqualTo(where.equals("line 2"));
    }

    @Test
    void set_with_hyphens_reads_as_without() throws IOException {
        Determination with = accepted("32-hyphenated/l_6_true.pdf").determination();
        Determination without = accepted("32-hyphenated/l_6_false.pdf").determination();
        assertThat(with).isEqualTo(without);
        assertThat(with.items()).hasSize(2);
        assertThat(with.key()).isEqualTo("CM13-0001187");
    }

    @ParameterizedTest
    @CsvSource({"rationale/a-mtus.txt", "rationale/d-spec.txt", "rationale/i-second-item-labels.txt", "run/letter.txt"})
    void keeps_the_story_of_a_case_out_of_every_field(String name) throws IOException {
        Reading.Accepted reading = accepted("28-heading-lost/" + name);
        assertThat(reading.determination().reviewer().specialties()).containsExactly("Occupational Medicine");
        assertThat(reading.determination().reviewer().licensure()).containsExactly("California");
        assertThat(reading.determination().items())
                .extracting(DisputedItem::service)
                .allMatch(service ->
                        List.of("MRI of the lumbar spine", "Lumbar brace").contains(service));
    }

    private static String outcomes(Reading.Accepted reading) {
        return reading.determination().items().stream()
                .map(item -> item.outcome().toString())
                .collect(Collectors.joining(" "));
    }

    private static String named(Problem problem) {
        return problem.code() + " " + place(problem.where());
    }

    /** The line or the page alone. */
    private static String place(Place place) {
        return place.toString().replaceFirst(",.*", "");
    }

    private static Reading.Accepted accepted(String name) throws IOException {
        return (Reading.Accepted) read(name);
    }

    private static Reading read(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(ARRIVALS.resolve(name));
        return new LetterReader(Limits.DEFAULT).read(new BytesFile(name.substring(name.lastIndexOf('/') + 1), bytes));
    }
}
