package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.csv.RawWorkbook.row;
import static org.uphold.csv.RawWorkbook.text;
import static org.uphold.csv.RawWorkbook.texts;
import static org.uphold.csv.Tables.ITEMS;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.file;
import static org.uphold.csv.Tables.read;
import static org.uphold.csv.Tables.rejected;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.PartialDate;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

class WorkbooksTest {

    private static final Path ARRIVALS = Path.of("src/test/resources/arrivals");
    private static final String HEADER = texts(1, "case_number", "item_number", "decision_date", "service", "outcome");

    @Test
    void every_visible_sheet_with_the_columns_is_read() {
        List<Reading> readings = arrival("14-xlsx/a-two-sheets.xlsx");

        assertThat(cases(readings)).containsExactly("A-1", "A-2", "A-3");
        assertThat(accepted(readings)).allMatch(reading -> reading.problems().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"hidden", "veryHidden"})
    void a_hidden_sheet_is_passed_over_and_named(String state) {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet("Draft", state, HEADER, texts(2, "D-1", "1", "2017-02-09", "Lumbar brace", "Overturned"))
                .sheet("Final", "visible", HEADER, texts(2, "F-1", "1", "2017-02-09", "Lumbar brace", "Upheld")));

        assertThat(cases(readings)).containsExactly("F-1");
        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.HIDDEN_SHEET);
        assertThat(accepted(readings).get(0).problems().get(0).message()).contains("1 (Draft)");
    }

    @Test
    void a_workbook_whose_only_table_is_hidden_is_refused_for_that() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet("Notes", "visible", texts(1, "nothing here"))
                .sheet("Data", "hidden", HEADER, texts(2, "D-1", "1", "2017-02-09", "Lumbar brace", "Upheld")));

        assertThat(readings)
                .singleElement()
                .satisfies(one -> assertThat(codes(one)).containsExactly(ProblemCode.HIDDEN_SHEET));
    }

    @Test
    void a_hidden_sheet_of_lists_and_a_visible_one_of_notes_are_nothing_to_speak_of() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet("Lists", "hidden", texts(1, "Upheld"), texts(2, "Overturned"))
                .sheet("2017", "visible", HEADER, texts(2, "F-1", "1", "2017-02-09", "Lumbar brace", "Upheld"))
                .sheet("Notes", "visible", texts(1, "seen by two people")));

        assertThat(readings).hasSize(1);
        assertThat(accepted(readings).get(0).problems()).isEmpty();
    }

    @Test
    void a_sheet_that_lacks_a_column_of_the_others_is_a_reject_beside_them() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet("2016", "visible", HEADER, texts(2, "F-1", "1", "2016-02-09", "Lumbar brace", "Upheld"))
                .sheet(
                        "2017",
                        "visible",
                        texts(1, "case_number", "item_number", "decision_date", "service", "result"),
                        texts(2, "F-2", "1", "2017-02-09", "Lumbar brace", "Upheld")));

        assertThat(cases(readings)).containsExactly("F-1");
        assertThat(rejected(readings)).singleElement().satisfies(one -> {
            assertThat(codes(one)).containsExactly(ProblemCode.MISSING_COLUMN);
            assertThat(one.problem().message()).contains("2 (2017)");
        });
    }

    @Test
    void a_header_may_stand_below_titles() throws IOException {
        RawWorkbook book = new RawWorkbook()
                .sheet(
                        "2017",
                        "visible",
                        texts(1, "Determinations of 2017"),
                        texts(3, "as of", "2018-01-05"),
                        HEADER.replace("r=\"1\"", "r=\"5\"").replaceAll("([A-E])1\"", "$15\""),
                        texts(6, "F-1", "1", "2017-02-09", "Lumbar brace", "Upheld"));

        assertThat(cases(readings(book))).containsExactly("F-1");
        assertThat(accepted(readings(book)).get(0).place().line()).isEqualTo(6);
        assertThat(new TableSniffer(List.of(), Limits.DEFAULT)
                        .sniff(file("a.xlsx", book.bytes()))
                        .dialect())
                .isSameAs(ITEMS);
    }

    @Test
    void formulas_say_what_they_came_to() {
        assertThat(accepted(arrival("14-xlsx/c-formula.xlsx")))
                .extracting(reading -> reading.determination().dates().decision())
                .containsOnly(new PartialDate(2017, 2, 9));
    }

    @Test
    void formulas_of_any_kind_truth_values_and_errors() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        HEADER,
                        row(
                                2,
                                "<c r=\"A2\" t=\"str\"><f>\"00\"&amp;\"17\"</f><v>0017</v></c>",
                                "<c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">ROW()-1</f><v>1</v></c>",
                                "<c r=\"C2\" s=\"1\"><f>TODAY()</f><v>42775.75</v></c>",
                                text("D2", "Lumbar brace"),
                                text("E2", "Upheld")),
                        row(
                                3,
                                "<c r=\"A3\" t=\"b\"><v>1</v></c>",
                                "<c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>2</v></c>",
                                "<c r=\"C3\" s=\"1\" t=\"e\"><f>NA()</f><v>#N/A</v></c>",
                                text("D3", "Lumbar brace"),
                                text("E3", "Upheld")),
                        row(
                                4,
                                text("A4", "C-3"),
                                "<c r=\"B4\"><v>3</v></c>",
                                "<c r=\"C4\" s=\"1\"><v>42775</v></c>",
                                text("D4", "Lumbar brace"),
                                "<c r=\"E4\" t=\"str\"><f>VLOOKUP(1,X,2)</f></c>")));

        assertThat(cases(readings)).containsExactly("0017", "TRUE", "C-3");
        assertThat(accepted(readings).get(0).determination().dates().decision()).isEqualTo(new PartialDate(2017, 2, 9));
        assertThat(codes(readings.get(1))).as("an error is no date").containsExactly(ProblemCode.UNDATED);
        assertThat(codes(readings.get(2)))
                .as("never computed")
                .containsExactly(ProblemCode.MISSING_VALUE, ProblemCode.MISSING_OUTCOME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // As written by programs that compute nothing: without a value, or with an empty one.
                "<c r=\"E2\"><f>VLOOKUP(1,X,2)</f></c>|true",
                "<c r=\"E2\"><f>VLOOKUP(1,X,2)</f><v></v></c>|true",
                "<c r=\"E2\"><f>VLOOKUP(1,X,2)</f><v/></c>|true",
                "<c r=\"E2\" t=\"str\"><f>IF(A2=1,A2,X)</f><v></v></c>|false"
            })
    void a_formula_that_was_never_computed_is_told_from_one_that_came_to_nothing(String cell, boolean never) {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        HEADER,
                        row(
                                2,
                                text("A2", "C-1"),
                                "<c r=\"B2\"><v>1</v></c>",
                                text("C2", "2017-02-09"),
                                text("D2", "Lumbar brace"),
                                cell)));

        assertThat(codes(readings.get(0)).contains(ProblemCode.MISSING_VALUE)).isEqualTo(never);
        if (never) {
            assertThat(accepted(readings).get(0).problems().get(0).message())
                    .contains("outcome", "cell E2", "never computed", "save it");
        }
    }

    @Test
    void a_formula_that_was_never_computed_for_what_a_row_needs_is_the_reason_why_it_is_refused() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        HEADER,
                        row(
                                2,
                                "<c r=\"A2\"><f>X2</f></c>",
                                "<c r=\"B2\"><v>1</v></c>",
                                text("C2", "2017-02-09"),
                                text("D2", "Lumbar brace"),
                                text("E2", "Upheld"))));

        assertThat(rejected(readings).get(0).problem().message()).contains("case_number", "cell A2", "never computed");
    }

    @Test
    void a_value_merged_over_several_rows_stands_in_each_as_it_is_shown() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        HEADER,
                        texts(2, "M-1", "1", "2017-02-09", "Lumbar brace", "Overturned"),
                        row(3, text("B3", "2"), text("D3", "MRI of the lumbar spine")),
                        texts(4, "M-2", "1", "2017-02-10", "Lumbar brace", "Upheld"))
                .merged("A2:A3", "C2:C3", "E2:E3"));

        assertThat(accepted(readings)).allMatch(reading -> reading.problems().isEmpty());
        assertThat(cases(readings)).containsExactly("M-1", "M-2");
        assertThat(accepted(readings).get(0).determination().items())
                .extracting(item -> item.service() + " " + item.outcome())
                .containsExactly("Lumbar brace OVERTURNED", "MRI of the lumbar spine OVERTURNED");
    }

    @Test
    void rows_that_a_sheet_shows_as_one_are_one() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        HEADER,
                        texts(2, "M-1", "1", "2017-02-09", "Lumbar brace", "Overturned"),
                        row(3),
                        texts(4, "M-2", "1", "2017-02-10", "Lumbar brace", "Upheld"))
                .merged("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3"));

        assertThat(cases(readings)).containsExactly("M-1", "M-2");
    }

    @Test
    void a_value_merged_across_columns_is_of_the_first_and_the_others_say_so() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        texts(1, "Determinations of 2017"),
                        texts(2, "case_number", "item_number", "decision_date", "service", "outcome"),
                        texts(3, "M-1", "1", "2017-02-09", "Lumbar brace: Upheld", ""))
                .merged("A1:E1", "D3:E3"));

        assertThat(codes(readings.get(0))).contains(ProblemCode.MISSING_VALUE, ProblemCode.MISSING_OUTCOME);
        assertThat(accepted(readings).get(0).problems().get(0).message()).contains("outcome", "merged", "row 3");
    }

    @Test
    void hidden_rows_are_read_and_said_once() {
        List<Reading> readings = readings(new RawWorkbook()
                .sheet(
                        "a",
                        "visible",
                        HEADER,
                        texts(2, "H-1", "1", "2017-02-09", "Lumbar brace", "Upheld"),
                        texts(3, "H-2", "1", "2017-02-09", "Lumbar brace", "Upheld")
                                .replace("<row r=", "<row hidden=\"1\" r=")));

        assertThat(cases(readings)).containsExactly("H-1", "H-2");
        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.HIDDEN_ROWS);
        assertThat(codes(readings.get(1))).isEmpty();
    }

    @Test
    void days_are_counted_from_where_the_workbook_counts_them() {
        String row = row(
                2,
                text("A2", "C-1"),
                "<c r=\"B2\"><v>1</v></c>",
                "<c r=\"C2\" s=\"1\"><v>41313</v></c>",
                text("D2", "Lumbar brace"),
                text("E2", "Upheld"));

        assertThat(accepted(readings(new RawWorkbook().since1904().sheet("a", "visible", HEADER, row)))
                        .get(0)
                        .determination()
                        .dates()
                        .decision())
                .isEqualTo(new PartialDate(2017, 2, 9));
        assertThat(accepted(readings(new RawWorkbook().sheet("a", "visible", HEADER, row)))
                        .get(0)
                        .determination()
                        .dates()
                        .decision())
                .isEqualTo(new PartialDate(2013, 2, 8));
    }

    @Test
    void a_number_that_is_shown_with_leading_zeros_is_the_text_that_is_shown() {
        assertThat(cases(arrival("14-xlsx/e-leading-zeros.xlsx")))
                .startsWith(cases(arrival("14-xlsx/e-leading-zeros.csv")).get(0))
                .containsExactly("0012345", "1234567890123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0000000|12345|0012345",
                "000-00-0000|1234567|001-23-4567",
                "\"CM\"00-0000000|160221706|CM16-0221706",
                "\\C\\M00\\-0000000|160221706|CM16-0221706",
                "000;-000;0|7|007",
                "[Red]00000|42|00042",
                "00000_)|42|00042",
                "##-0000|123|-0123",
                "00|12345|12345",
            })
    void number_formats_with_leading_zeros(String format, String number, String shown) {
        assertThat(NumberPattern.shown(format, new BigDecimal(number))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"General|5", "0|5", "0.00|5", "#,##0|5", "0%|5", "0.00E+00|5", "0000|1.5", "0000|-5", "@|5"})
    void other_number_formats_say_nothing_of_zeros(String format, String number) {
        assertThat(NumberPattern.shown(format, new BigDecimal(number))).isNull();
    }

    @Test
    void what_cannot_be_read_is_one_reject_that_says_what_the_file_is() throws IOException {
        assertThat(words("14-xlsx/k-strict.xlsx")).contains("UNKNOWN_FORMAT", "Strict Open XML", ".xlsx");
        assertThat(words("14-xlsx/crash/missing-sheet-part.xlsx")).contains("DAMAGED_WORKBOOK", "sheet 1", "missing");
        assertThat(words("29-other-tables/export.xls")).contains("UNKNOWN_FORMAT", "HTML");
        assertThat(words("29-other-tables/password.xlsx")).contains("ENCRYPTED_FILE", "password");
    }

    @ParameterizedTest
    @CsvSource({
        "word/document.xml,Word",
        "xl/workbook.bin,xlsb",
        "ppt/presentation.xml,PowerPoint",
        "Index/Document.iwa,Numbers",
        "letters/a.txt,.zip"
    })
    void other_documents_that_are_archives_inside_are_named(String part, String said) throws IOException {
        assertThat(words(file("a.xlsx", RawWorkbook.zip(Map.of(part, "x"))))).contains("UNKNOWN_FORMAT", said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PAR1....|Parquet",
                "Rar!....|RAR",
                "SQLite format 3.|SQLite",
                "BZh91AY|bzip2",
                "\uFEFF<!DOCTYPE html><table>|HTML",
                "  <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">|HTML",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>|2003"
            })
    void other_formats_under_the_name_of_a_table_are_named(String begin, String said) throws IOException {
        assertThat(words(file("a.xls", begin.getBytes(StandardCharsets.UTF_8)))).contains("UNKNOWN_FORMAT", said);
    }

    private static String words(String arrival) throws IOException {
        return words(Inputs.file(ARRIVALS.resolve(arrival)));
    }

    /** The same by a dialect and by looking at the file. */
    private static String words(SourceFile file) throws IOException {
        List<Reading> readings = read(ITEMS, file);
        assertThat(readings).hasSize(1);
        Reading.Rejected rejected = rejected(readings).get(0);
        TableSniffer.Kind kind = new TableSniffer(List.of(), Limits.DEFAULT).sniff(file);
        if (kind.dialect() == null) {
            assertThat(kind.problem()).isEqualTo(rejected.problem());
        }
        return rejected.problem().code() + " " + rejected.problem().message();
    }

    private static List<Reading> arrival(String name) {
        return read(ITEMS, Inputs.file(ARRIVALS.resolve(name)));
    }

    private static List<Reading> readings(RawWorkbook book) {
        return read(ITEMS, file("a.xlsx", book.bytes()));
    }

    private static List<String> cases(List<Reading> readings) {
        return accepted(readings).stream()
                .map(reading -> reading.determination().key())
                .toList();
    }
}
