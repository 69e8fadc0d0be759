package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uphold.csv.Tables.ITEMS;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.file;
import static org.uphold.csv.Tables.items;
import static org.uphold.csv.Tables.read;
import static org.uphold.csv.Tables.rejected;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.PartialDate;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

/** Tables as they really arrive. */
class ArrivedTablesTest {

    private static final Path ARRIVALS = Path.of("src/test/resources/arrivals");
    private static final DayRules LOS_ANGELES =
            new DayRules(ZoneId.of("America/Los_Angeles"), DayRules.CALIFORNIA, LocalDate.of(2026, 11, 2));

    @Test
    void text_behind_a_day_and_years_that_no_case_can_have_are_bad_dates() {
        List<Reading> readings = readings(ITEMS, Inputs.file(ARRIVALS.resolve("15-date-pattern/iso.csv")));

        Map<String, String> found = new HashMap<>();
        accepted(readings)
                .forEach(reading -> found.put(
                        reading.determination().key(),
                        codes(reading) + " " + reading.determination().dates().decision()));
        assertThat(found)
                .isEqualTo(Map.of(
                        "I-3", "[] " + new PartialDate(2017, 2, 28),
                        "I-4", "[BAD_DATE] null",
                        "I-5", "[BAD_DATE] null",
                        "I-6", "[BAD_DATE] null",
                        "I-7", "[BAD_DATE] null",
                        "I-9", "[BAD_DATE] null"));
        assertThat(rejected(readings))
                .extracting(reading -> reading.problem().code() + " " + reading.place())
                .containsExactly("BAD_DATE line 2", "BAD_DATE line 3", "BAD_DATE line 9");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2017-02-09,2017-02-09",
                "2017-02-09T00:00,2017-02-09",
                "2017-02-09 23:59:59.123,2017-02-09",
                "2017-03-01 07:59:59+00,2017-02-28",
                "2017-03-01T08:00:00Z,2017-03-01",
                "2017-03-01 01:00:00 UTC,2017-02-28",
                "2017-02-28T20:15:00-08:00,2017-02-28",
                "2017-02-09T25:00,-",
                "2017-02-09 and later,-",
                "2017-02-30,-",
                "02/09/2017,-",
                "20170209,-"
            })
    void days_and_times(String printed, @Nullable LocalDate day) {
        assertThat(new DateWords(List.of(), ZoneId.of("America/Los_Angeles")).readDay(printed))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"0000-00-00", "0000-01-01", "0217-02-09", "2012-12-31", "2026-11-04", "2107-02-09", "9999-12-31"})
    void a_case_with_an_impossible_year_is_kept_undated(String printed) {
        List<Reading> readings = readings(ITEMS, file(Tables.HEADER + "A,1," + printed + ",Lumbar brace,Upheld\n"));

        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.BAD_DATE);
        assertThat(accepted(readings).get(0).determination().dates().decision()).isNull();
        assertThat(accepted(readings).get(0).problems().get(0).message()).contains("2013", "decision_date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=\"0012345\"|0012345",
                "\"=\"\"0012345\"\"\"|0012345",
                "0012345|0012345",
                "=SUM(A1)|=SUM(A1)",
                "=\"|=\""
            })
    void a_number_written_as_the_formula_of_a_text_is_the_text(String written, String read) {
        assertThat(accepted(items(written + ",1,2017-02-09,Lumbar brace,Upheld\n"))
                        .get(0)
                        .determination()
                        .caseNumber())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"1.23457E+15", "2E+11", "1.5e+08"})
    void a_case_number_that_a_spreadsheet_shortened_is_none(String printed) {
        Reading reading = items(printed + ",1,2017-02-09,Lumbar brace,Upheld\n").get(0);

        assertThat(codes(reading)).containsExactly(ProblemCode.BAD_VALUE);
        assertThat(rejected(List.of(reading)).get(0).problem().message()).contains("shortened", "as text");
    }

    @Test
    void a_year_of_two_digits_is_of_this_century_and_one_in_the_future_is_none() {
        Dialect dialect = dialect(Map.of("dates", List.of("M/d/yy")));

        assertThat(new DateWords(dialect.dates, LOS_ANGELES.zone()).readDay("2/9/17"))
                .isEqualTo(LocalDate.of(2017, 2, 9));
        assertThat(codes(readings(dialect, file("Ref,Closed,Treatment,Result\nR-1,2/9/98,Lumbar brace,Upheld\n"))
                        .get(0)))
                .containsExactly(ProblemCode.BAD_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mm/dd/yyyy|MM/dd/yyyy",
                "M/D/YYYY|M/d/yyyy",
                "YYYY-MM-DD|yyyy-MM-dd",
                "dd.mm.yyyy|dd.MM.yyyy",
                "dd-MMM-YY|dd-MMM-yy",
                "MM/DD/YYYY HH:mm|MM/dd/yyyy HH:mm",
                "m/d/y|M/d/y",
                "MM/dd|year",
                "dd/yyyy|month",
                "MM/MM/yyyy|twice",
                "yyyy/ww|letter of a date",
                "G yyyy|letter of a date"
            })
    void a_date_pattern_that_means_something_else_is_refused_with_the_right_letter(String pattern, String named) {
        assertThatThrownBy(() -> dialect(Map.of("dates", List.of(pattern))))
                .isInstanceOf(InvalidDialectException.class)
                .hasMessageContaining(pattern)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "M/d/yyyy|2/9/2017",
                "dd-MMM-yyyy|09-Feb-2017",
                "dd-MMM-yy|09-FEB-17",
                "d. MMMM uuuu|9. February 2017",
                "M/d/yyyy h:mm:ss a|2/9/2017 11:30:00 PM",
                "yyyyMMdd|20170209",
                "EEE MMM dd HH:mm:ss yyyy|Thu Feb 09 10:00:00 2017",
                "'on day' d MMM yyyy|on day 9 Feb 2017"
            })
    void date_patterns_that_mean_what_they_say(String pattern, String printed) {
        Dialect dialect = dialect(Map.of("dates", List.of(pattern)));

        assertThat(new DateWords(dialect.dates, LOS_ANGELES.zone()).readDay(printed))
                .isEqualTo(LocalDate.of(2017, 2, 9));
    }

    @Test
    void counted_items_are_counted_wherever_their_rows_stand() {
        Dialect dialect = dialect(Map.of("dates", List.of("MM/dd/yyyy"), "items", "counted"));
        List<Reading.Accepted> readings =
                accepted(read(dialect, Inputs.file(ARRIVALS.resolve("16-counted-apart/reviews.csv"))));

        assertThat(readings)
                .flatExtracting(reading -> reading.determination().items().stream()
                        .map(item -> reading.determination().key() + " " + item.number() + " " + item.service())
                        .toList())
                .containsExactly(
                        "R-1 1 Lumbar brace",
                        "R-2 1 Norco 10/325mg #60",
                        "R-1 2 MRI of the lumbar spine",
                        "R-3 1 Lumbar brace",
                        "R-2 1 Norco 10/325mg #60");
    }

    @Test
    void a_quotation_that_swallows_records_is_a_reject_and_they_are_read() {
        SourceFile file = Inputs.file(ARRIVALS.resolve("19-inch-marks/reviews.tsv"));
        Dialect dialect = dialect(Map.of("dates", List.of("MM/dd/yyyy"), "separators", List.of("tab")));
        List<Reading> readings = read(dialect, file);

        assertThat(accepted(readings))
                .extracting(reading -> reading.determination().key())
                .containsExactly("R-2", "R-4", "R-5");
        assertThat(rejected(readings))
                .extracting(reading -> reading.problem().code() + " " + reading.place())
                .containsExactly("MALFORMED_ROW line 2", "MALFORMED_ROW line 4");
        assertThat(rejected(readings))
                .allMatch(reading -> reading.problem().message().contains("quotes: none"));
    }

    @Test
    void without_quotation_marks_inch_marks_are_characters_as_any_other() {
        Dialect dialect =
                dialect(Map.of("dates", List.of("MM/dd/yyyy"), "separators", List.of("tab"), "quotes", "none"));
        List<Reading> readings = read(dialect, Inputs.file(ARRIVALS.resolve("19-inch-marks/reviews.tsv")));

        assertThat(rejected(readings)).isEmpty();
        assertThat(accepted(readings))
                .flatExtracting(reading -> reading.determination().items())
                .extracting(DisputedItem::service)
                .containsExactly(
                        "\"Air\" cushion",
                        "Norco 10/325mg #60",
                        "\"18 inch wheelchair",
                        "Lumbar brace 12\"",
                        "Lumbar brace");
    }

    @Test
    void a_soft_hyphen_that_stands_for_the_dash_of_a_number_or_a_date_is_one() {
        List<Reading> readings = items("CM17\u00AD0000001,1,2017\u00AD02\u00AD09,Lum\u00ADbar brace,Upheld\n");

        assertThat(accepted(readings)).singleElement().satisfies(reading -> {
            assertThat(reading.determination().key()).isEqualTo("CM17-0000001");
            assertThat(reading.determination().dates().decision()).isEqualTo(PartialDate.of(LocalDate.of(2017, 2, 9)));
            assertThat(reading.determination().items().get(0).service()).isEqualTo("Lumbar brace");
        });
    }

    @Test
    void what_an_exporter_writes_for_an_empty_cell_is_an_empty_cell() {
        List<Reading> readings = items("=\"\",1,2017-02-09,Brace,Upheld\n" + "A,1,2017-02-09,=\"Brace\",Upheld\n");

        assertThat(rejected(readings)).hasSize(1);
        assertThat(accepted(readings))
                .singleElement()
                .satisfies(reading -> assertThat(
                                reading.determination().items().get(0).service())
                        .isEqualTo("Brace"));
    }

    @Test
    void lines_of_prose_in_a_quotation_are_no_records() {
        List<Reading> readings = items("A,1,2017-02-09,\"Brace,\nsoft, hard, or none, as asked, twice\",Upheld\n");

        assertThat(accepted(readings)).hasSize(1);
        assertThat(codes(readings.get(0))).isEmpty();
    }

    @Test
    void prose_in_a_short_field_is_a_reject_with_row_and_column() {
        List<Reading> readings = read(ITEMS, Inputs.file(ARRIVALS.resolve("22-long-text/prose/specialty-10000.csv")));

        assertThat(rejected(readings)).singleElement().satisfies(reading -> {
            assertThat(reading.place()).isEqualTo(Place.line(2));
            assertThat(reading.problem().message())
                    .contains("reviewer_specialty")
                    .doesNotContain("control");
        });
        assertThat(accepted(readings)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "case_number",
        "item_number",
        "decision_date",
        "service",
        "outcome",
        "reviewer_specialty",
        "license_state",
        "priority",
        "ur_action",
        "claims_administrator",
        "jurisdiction",
        "age",
        "sex",
        "date_of_injury"
    })
    void ten_thousand_characters_in_any_short_field_are_no_value(String column) {
        List<String> names =
                new ArrayList<>(List.of("case_number", "item_number", "decision_date", "service", "outcome"));
        List<String> values = new ArrayList<>(List.of("A", "1", "2017-02-09", "Lumbar brace", "Upheld"));
        if (!names.contains(column)) {
            names.add(column);
            values.add("");
        }
        values.set(names.indexOf(column), "word ".repeat(2_000));

        List<Reading> readings = read(ITEMS, String.join(",", names) + "\n" + String.join(",", values) + "\n");

        assertThat(readings).hasSize(1);
        assertThat(rejected(readings))
                .singleElement()
                .satisfies(reading ->
                        assertThat(reading.problem().message()).contains(column).doesNotContain("word"));
    }

    @Test
    void a_name_among_several_is_short_too() {
        String list = "Family Practice;" + "x".repeat(300);

        List<Reading> readings = read(
                ITEMS,
                "case_number,item_number,decision_date,service,outcome,reviewer_specialty\nA,1,2017-02-09,Brace,Upheld,"
                        + list + "\n");

        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.BAD_VALUE);
    }

    @Test
    void whatever_a_reader_throws_is_one_reject_of_its_file() {
        SourceFile file = new SourceFile() {
            @Override
            public String name() {
                return "a.csv";
            }

            @Override
            public long size() {
                return 1;
            }

            @Override
            public java.io.InputStream open() {
                throw new IllegalStateException("case CM16-0000001 of Mr. Somebody");
            }

            @Override
            public String sha256() {
                return "00";
            }
        };

        assertThat(read(ITEMS, file)).singleElement().satisfies(reading -> {
            assertThat(codes(reading)).containsExactly(ProblemCode.READER_FAILED);
            assertThat(reading.toString()).doesNotContain("Somebody", "CM16");
        });
        assertThatThrownBy(() -> new TableReader(ITEMS, Limits.DEFAULT)
                        .read(file(Tables.HEADER + "A,1,2017-02-09,Brace,Upheld\n"), reading -> {
                            throw new IllegalStateException("the taker's");
                        }))
                .hasMessage("the taker's");
    }

    @ParameterizedTest
    @CsvSource({";", "tab", "|"})
    void a_mark_at_the_start_and_another_separator_are_found_out(String name) {
        String separator = name.equals("tab") ? "\t" : name;
        Dialect dialect = dialect(Map.of("separators", List.of(",", ";", "tab", "|")));
        String text = "\uFEFFRef,Closed,Treatment,Result\nR-1,2017-02-09,Lumbar brace,Upheld\n".replace(",", separator);

        assertThat(accepted(read(dialect, file(text)))).hasSize(1);
        assertThat(accepted(read(dialect, file(text, StandardCharsets.UTF_16LE))))
                .hasSize(1);
    }

    private static List<Reading> readings(Dialect dialect, SourceFile file) {
        List<Reading> readings = new ArrayList<>();
        new TableReader(dialect, Limits.DEFAULT, LOS_ANGELES).read(file, readings::add);
        return readings;
    }

    private static Dialect dialect(Map<String, Object> more) {
        Map<String, Object> keys = new HashMap<>(more);
        keys.put(
                "columns",
                Map.of("case_number", "Ref", "decision_date", "Closed", "service", "Treatment", "outcome", "Result"));
        return Dialect.parse("reviews", keys);
    }
}
