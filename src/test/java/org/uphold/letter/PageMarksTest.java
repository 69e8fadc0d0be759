package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of pages, as a sequence. */
class PageMarksTest {

    /** Pages of ten lines, each with its mark at its foot. */
    private static List<TextLine> pages(String... marks) {
        List<TextLine> lines = new ArrayList<>();
        for (int page = 1; page <= marks.length; page++) {
            for (int line = 1; line <= 10; line++) {
                lines.add(new TextLine("A lighthouse keeper slipped.", line, page, line == 1 ? Gap.PAGE : Gap.NONE));
            }
            lines.add(new TextLine(marks[page - 1], 11, page, Gap.NONE));
        }
        return lines;
    }

    private static List<String> faults(String... marks) {
        return faults(pages(marks), false).stream().map(PageMarks.Fault::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Page 1 of 3;Page 2 of 3;Page 3 of 3, ''",
        "Page 1;Page 2;Page 3, ''",
        "1 of 2;2 of 2, ''",
        "CM15-0900001 Page 1 of 2;CM15-0900001 Page 2 of 2, ''",
        "Page 1/2;Page 2/2, ''",
        "Page 1 of 3;Page 3 of 3, All pages were expected; page 2 is missing.",
        "Page 1 of 5;Page 5 of 5, All pages were expected; pages 2 to 4 are missing.",
        "Page 1 of 3;Page 2 of 3, All pages were expected; page 3 is missing.",
        "Page 3 of 4;Page 4 of 4, All pages were expected; pages 1 to 2 are missing.",
        "Page 1 of 3;Page 2 of 3;Page 2 of 3;Page 3 of 3, Each page was expected once; page 2 is there twice.",
        "Page 1;Page 3, All pages were expected; page 2 is missing.",
        "Page: 1 of 2;Page: 2 of 2, ''",
        "Page: 1 of 4;Page: 2 of 4;Page: 4 of 4, All pages were expected; page 3 is missing.",
        "Pg. 1 of 4;Pg. 2 of 4;Pg. 4 of 4, All pages were expected; page 3 is missing.",
        "p. 1/4;p. 2/4;p. 4/4, All pages were expected; page 3 is missing.",
        "1/4;2/4;4/4, All pages were expected; page 3 is missing.",
        "Page 1 of 4 pages;Page 2 of 4 pages;Page 4 of 4 pages, All pages were expected; page 3 is missing.",
        "1;2;3, ''",
        "1;2;4, All pages were expected; page 3 is missing.",
        "- 1 -;- 3 -;- 2 -, 'All pages were expected; page 2 is missing.|Pages were expected in their order; page 2 comes after page 3.'",
        "Page 1 of 2;Page 2 of 2;Page 3 of 2, 'At most 2 pages were expected, as the letter says; found page 3.'",
        "Page 3 of 2, 'At most 2 pages were expected, as the letter says; found page 3.|All pages were expected; pages 1 to 2 are missing.'",
    })
    void are_expected_to_run_from_one_to_the_last(String marks, String fault) {
        assertThat(faults(marks.split(";")))
                .containsExactlyInAnyOrderElementsOf(fault.isEmpty() ? List.of() : List.of(fault.split("\\|")));
    }

    @Test
    void out_of_order_is_said_where_it_is() {
        List<PageMarks.Fault> faults = faults(pages("Page 1 of 3", "Page 3 of 3", "Page 2 of 3"), false);
        assertThat(faults).hasSize(2);
        assertThat(faults.get(1).line()).isEqualTo(32);
        assertThat(faults.get(1).text()).isEqualTo("Pages were expected in their order; page 2 comes after page 3.");
    }

    @Test
    void pages_of_two_letters_do_not_count_together() {
        assertThat(faults("Page 1 of 2", "Page 2 of 3"))
                .singleElement()
                .asString()
                .contains("one of 3 after one of 2");
    }

    @Test
    void a_cover_that_was_not_sent_is_no_page_of_a_letter_that_begins_where_its_lines_do() {
        assertThat(faults(pages("Page 3 of 4", "Page 4 of 4"), true)).isEmpty();
    }

    @Test
    void a_first_page_may_bear_no_number() {
        assertThat(faults("A lighthouse keeper slipped.", "Page 2 of 3", "Page 3 of 3"))
                .isEmpty();
    }

    @Test
    void a_number_at_the_head_and_again_at_the_foot_is_one() {
        List<TextLine> lines = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            lines.add(new TextLine("Page " + page + " of 2", 1, page, Gap.PAGE));
            lines.add(new TextLine("Page " + page + " of 2", 2, page, Gap.NONE));
            lines.add(new TextLine("A lighthouse keeper slipped.", 3, page, Gap.NONE));
        }
        assertThat(faults(lines, false)).isEmpty();
    }

    @Test
    void a_page_that_prose_speaks_of_is_none() {
        assertThat(faults("See page 9 of 12 of the report.", "It is page 3 of that file."))
                .isEmpty();
    }

    private static List<PageMarks.Fault> faults(List<TextLine> lines, boolean whole) {
        return PageMarks.faults(lines, PageFurniture.find(lines), whole);
    }
}
