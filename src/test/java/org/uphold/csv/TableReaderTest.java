package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.csv.Tables.HEADER;
import static org.uphold.csv.Tables.ITEMS;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.items;
import static org.uphold.csv.Tables.read;
import static org.uphold.csv.Tables.rejected;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Priority;
import org.uphold.source.Place;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

class TableReaderTest {

    @Test
    void every_column_of_the_plain_table_is_kept() {
        List<Reading> readings = read(ITEMS, """
                sex,age,jurisdiction,claims_administrator,ur_action,priority,assigned_date,application_received_date,\
                ur_decision_date,date_of_injury,license_state,reviewer_specialty,reviewer_guideline,\
                claims_administrator_guideline,outcome,service,decision_date,item_number,case_number
                Female,42,CA,First Mutual,Modified,Expedited,2017-01-05,2017-01-03,2016-12-20,2012-05-01,\
                California; Texas,Neurology;Pain Medicine,Reviewer cites,Administrator cites,Overturned,\
                "Walker,  one",2017-02-09,1,C-1
                """);

        Determination d = accepted(readings).get(0).determination();
        assertThat(d.key()).isEqualTo("C-1");
        assertThat(d.caseNumber()).isEqualTo("C-1");
        assertThat(d.dates())
                .isEqualTo(new CaseDates(
                        PartialDate.of(LocalDate.of(2017, 2, 9)),
                        LocalDate.of(2012, 5, 1),
                        LocalDate.of(2016, 12, 20),
                        LocalDate.of(2017, 1, 3),
                        LocalDate.of(2017, 1, 5)));
        assertThat(d.priority()).isEqualTo(Priority.EXPEDITED);
        assertThat(d.reviewer().specialties()).containsExactly("Neurology", "Pain Medicine");
        assertThat(d.reviewer().licensure()).containsExactly("California", "Texas");
        assertThat(d.attributes().claimsAdministrator()).isEqualTo("First Mutual");
        assertThat(d.attributes().jurisdiction()).isEqualTo("CA");
        assertThat(d.attributes().age()).isEqualTo("42");
        assertThat(d.attributes().sex()).isEqualTo("Female");
        assertThat(d.attributes().urAction()).isEqualTo("modified");
        assertThat(d.items())
                .containsExactly(new DisputedItem(
                        1,
                        "Walker, one",
                        "Walker, one",
                        Outcome.OVERTURNED,
                        "Administrator cites",
                        "Reviewer cites",
                        null));
        assertThat(accepted(readings).get(0).form()).isEqualTo("items-csv");
        assertThat(accepted(readings).get(0).problems()).isEmpty();
    }

    @Test
    void one_case_number_written_in_two_ways_is_one_case_under_the_first_of_them() {
        List<Reading> readings = read(
                ITEMS,
                HEADER + "cm16\u20130900706,1,2017-02-09,Walker,Upheld\n\"CM16-\n0900706\",2,2017-02-09,Cane,Upheld\n"
                        + "СM16-0900706,1,2017-02-09,Walker,Upheld\n\u202A,1,2017-02-09,Walker,Upheld\n");

        assertThat(accepted(readings)).hasSize(2);
        Determination d = accepted(readings).get(0).determination();
        assertThat(d.key()).isEqualTo("CM16-0900706");
        assertThat(d.caseNumber()).isEqualTo("cm16\u20130900706");
        assertThat(d.items()).hasSize(2);
        assertThat(accepted(readings).get(1).determination().key()).isNotEqualTo(d.key());
        assertThat(rejected(readings).get(0).problem().code()).isEqualTo(ProblemCode.MISSING_VALUE);
    }

    @Test
    void a_last_row_without_the_line_end_of_the_others_is_read_and_leaves_a_problem() {
        String whole = HEADER + "C-1,1,2017-02-09,Walker,Upheld\nC-2,1,2017-02-09,Walker,Upheld";
        List<Reading> readings = read(ITEMS, whole);
        assertThat(accepted(readings)).hasSize(2);
        assertThat(codes(readings.get(0))).isEmpty();
        assertThat(codes(readings.get(1))).containsExactly(ProblemCode.CUT_ROW);
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(read(ITEMS, whole + end).stream().flatMap(reading -> codes(reading).stream()))
                    .as("with a line end")
                    .isEmpty();
        }
    }

    @Test
    void rows_of_a_case_become_its_items_in_the_order_of_their_numbers() {
        List<Reading> readings =
                items("A,2,2017-01-01,two,Upheld\nA,1,2017-01-01,one,Overturned\nB,1,2017-01-01,b,Upheld\n");

        assertThat(accepted(readings)).hasSize(2);
        assertThat(accepted(readings).get(0).determination().items())
                .extracting(DisputedItem::service)
                .containsExactly("one", "two");
        assertThat(accepted(readings).get(0).place()).isEqualTo(Place.line(2));
        assertThat(accepted(readings).get(1).place()).isEqualTo(Place.line(4));
    }

    @Test
    void a_case_that_comes_back_later_is_a_reading_of_its_own() {
        List<Reading> readings = items("A,1,2017-01-01,a,Upheld\nB,1,2017-01-01,b,Upheld\nA,2,2017-01-01,c,Upheld\n");

        assertThat(accepted(readings)).extracting(r -> r.determination().key()).containsExactly("A", "B", "A");
    }

    @Test
    void equal_rows_count_once_and_differing_rows_of_one_item_reject_the_case() {
        List<Reading> readings = items("""
                A,1,2017-01-01,a,Upheld
                A,1,2017-01-01, a ,Uphold
                B,1,2017-01-01,b,Upheld
                B,1,2017-01-01,b,Overturned
                B,2,2017-01-01,c,Overturned
                """);

        assertThat(accepted(readings)).hasSize(1);
        assertThat(accepted(readings).get(0).determination().items()).hasSize(1);
        assertThat(rejected(readings)).hasSize(1);
        assertThat(codes(rejected(readings).get(0))).containsExactly(ProblemCode.DUPLICATE_ITEM);
        assertThat(rejected(readings).get(0).place()).isEqualTo(Place.line(4));
    }

    @Test
    void rows_that_contradict_each_other_on_the_case_are_rejected_together() {
        List<Reading> readings = items("A,1,2017-01-01,a,Upheld\nA,2,2017-01-02,b,Upheld\nB,1,2017-01-01,c,Upheld\n");

        assertThat(readings).hasSize(2);
        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.CONTRADICTORY_CASE);
        assertThat(rejected(readings).get(0).problem().message()).contains("decision_date");
    }

    @Test
    void a_case_of_thousands_of_rows_is_rejected_under_the_hash_of_all_of_them() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 3_500; i++) {
            rows.add("B," + i + ",2017-01-0" + (i == 3_500 ? 2 : 1) + ",service " + i + " of many,Upheld");
        }
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            before.append("A")
                    .append(i)
                    .append(",1,2017-01-01,before ")
                    .append(i)
                    .append(",Upheld\n");
        }
        List<Reading> readings = items(before + String.join("\n", rows) + "\nC,1,2017-01-01,after,Upheld\n");

        assertThat(accepted(readings)).hasSize(4_001);
        assertThat(accepted(readings).subList(0, 4_000))
                .extracting(r -> r.determination().items().get(0).service())
                .isEqualTo(
                        IntStream.range(0, 4_000).mapToObj(i -> "before " + i).toList());
        assertThat(rejected(readings)).hasSize(1);
        assertThat(codes(rejected(readings).get(0))).containsExactly(ProblemCode.CONTRADICTORY_CASE);
        assertThat(rejected(readings).get(0).place()).isEqualTo(Place.line(4_002));
        String hashes = rows.stream()
                .map(row -> Sha256.of(row.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
        assertThat(rejected(readings).get(0).sha256()).isEqualTo(Sha256.of(hashes.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_one_row_leaves_empty_another_row_of_the_case_may_state() {
        List<Reading> readings = items("A,1,2017-01-01,a,Upheld\nA,2,,b,Upheld\n");

        assertThat(accepted(readings).get(0).determination().dates().decision()).isEqualTo(new PartialDate(2017, 1, 1));
        assertThat(accepted(readings).get(0).determination().items()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2,2017-01-01,x|MALFORMED_ROW",
                "A,2,2017-01-01,x,Upheld,more|MALFORMED_ROW",
                "A,2,2017-13-45,x,Upheld|BAD_DATE",
                "A,2,01/02/2017,x,Upheld|BAD_DATE",
                "A,2,2017-02-30,x,Upheld|BAD_DATE",
                "A,2,2017-01-01,x,Maybe|BAD_VALUE",
                "A,two,2017-01-01,x,Upheld|BAD_VALUE",
                "A,0,2017-01-01,x,Upheld|BAD_VALUE",
                "A,,2017-01-01,x,Upheld|MISSING_VALUE",
                "A,2,2017-01-01,,Upheld|MISSING_VALUE",
                ",2,2017-01-01,x,Upheld|MISSING_VALUE",
                "A,2,2017-01-01,\"x\"y,Upheld|MALFORMED_ROW",
                "A,2,2017-01-01,\"x,Upheld|MALFORMED_ROW",
            })
    void a_bad_row_in_the_middle_is_one_reject_with_its_line_and_hash(String row, ProblemCode code) {
        List<Reading> readings =
                items("A,1,2017-01-01,one,Upheld\n" + row + "\nA,3,2017-01-01,three,Upheld\nB,1,2017-01-01,b,Upheld\n");

        assertThat(rejected(readings)).hasSize(1);
        Reading.Rejected reject = rejected(readings).get(0);
        assertThat(reject.problem().code()).isEqualTo(code);
        assertThat(reject.place()).isEqualTo(Place.line(3));
        assertThat(reject.problem().where()).isEqualTo(Place.line(3));
        assertThat(reject.sha256()).isEqualTo(Sha256.of(row.getBytes(StandardCharsets.UTF_8)));
        assertThat(reject.problem().message()).startsWith("expected").contains("found");
        assertThat(accepted(readings)).hasSize(2);
        assertThat(accepted(readings).get(0).determination().items())
                .extracting(DisputedItem::number)
                .containsExactly(1, 3);
        assertThat(accepted(readings).get(1).problems()).isEmpty();
    }

    @Test
    void the_case_of_a_bad_row_says_that_a_row_is_missing() {
        List<Reading> readings = items("A,1,2017-01-01,one,Upheld\nA,2,2017-01-01,two,perhaps\n");

        assertThat(codes(accepted(readings).get(0))).containsExactly(ProblemCode.MALFORMED_ROW);
    }

    @Test
    void an_empty_outcome_is_unknown_and_an_empty_date_undated() {
        List<Reading> readings = items("A,1,,one,\n");

        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.MISSING_OUTCOME, ProblemCode.UNDATED);
        Determination d = accepted(readings).get(0).determination();
        assertThat(d.items().get(0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(d.dates().decision()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Upheld,UPHELD",
        "uphold,UPHELD",
        "UPHELD,UPHELD",
        "Overturned,OVERTURNED",
        "Overturn,OVERTURNED",
        "Overturned in Part,PARTIALLY_OVERTURNED",
        "Overturned-in-part,PARTIALLY_OVERTURNED",
        "Partially Overturned,PARTIALLY_OVERTURNED",
        "PARTIALLY_OVERTURNED,PARTIALLY_OVERTURNED",
        "Partial Overturn,PARTIALLY_OVERTURNED",
        "Withdrawn,WITHDRAWN",
        "Ineligible,INELIGIBLE",
        "Dismissed,DISMISSED",
        "Duplicate,DUPLICATE",
        "TERMINATED_AUTHORIZED,TERMINATED_AUTHORIZED",
        "Unknown,UNKNOWN"
    })
    void the_words_of_the_dispositions_are_understood(String word, Outcome outcome) {
        assertThat(accepted(items("A,1,2017-01-01,s," + word + "\n"))
                        .get(0)
                        .determination()
                        .items()
                        .get(0)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void an_optional_value_that_is_wrong_is_left_out_with_a_problem() {
        List<Reading> readings =
                read(ITEMS, HEADER.strip() + ",priority,date_of_injury\nA,1,2017-01-01,s,Upheld,Whenever,yesterday\n");

        assertThat(codes(readings.get(0))).containsExactlyInAnyOrder(ProblemCode.BAD_VALUE, ProblemCode.BAD_DATE);
        assertThat(accepted(readings).get(0).determination().priority()).isNull();
        assertThat(accepted(readings).get(0).determination().dates().injury()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_are_counted_as_the_file_has_them(String end) {
        String text = (HEADER
                        + "\nA,1,2017-01-01,\"several\nlines\nhere\",Upheld\n\n\nB,1,bad,b,Upheld\nC,1,2017-01-01,c,Upheld")
                .replace("\n", end);
        List<Reading> readings = read(ITEMS, text);

        assertThat(readings).extracting(Reading::place).containsExactly(Place.line(3), Place.line(8), Place.line(9));
        assertThat(accepted(readings).get(0).determination().items().get(0).service())
                .isEqualTo("several lines here");
    }

    @Test
    void rows_without_any_value_are_no_records() {
        assertThat(items("A,1,2017-01-01,s,Upheld\n,,,,\n \n,,,,\n")).hasSize(2);
        assertThat(rejected(items(",,,,\n,,,,\n"))).isEmpty();
    }

    @Test
    void an_unclosed_quotation_costs_its_row_only() {
        StringBuilder rows = new StringBuilder("A,1,2017-01-01,\"open,Upheld\n");
        for (int i = 0; i < 1000; i++) {
            rows.append("B").append(i).append(",1,2017-01-01,s,Upheld\n");
        }
        List<Reading> readings = items(rows.toString());

        assertThat(accepted(readings)).hasSize(1000);
        assertThat(rejected(readings)).hasSize(1);
        assertThat(rejected(readings).get(0).problem().message()).contains("line 2");
    }

    @Test
    void a_quotation_broken_in_the_middle_of_a_long_text_costs_one_record() {
        List<Reading> readings = items("""
                A,1,2017-01-01,"first line
                says "this" and
                that",Upheld
                B,1,2017-01-01,"fine
                text",Upheld
                """);

        assertThat(rejected(readings)).hasSize(1);
        assertThat(rejected(readings).get(0).place()).isEqualTo(Place.line(2));
        assertThat(accepted(readings)).hasSize(1);
        assertThat(accepted(readings).get(0).place()).isEqualTo(Place.line(5));
    }

    @Test
    void nothing_a_header_alone_and_a_header_without_a_column_are_told_apart() {
        assertThat(codes(read(ITEMS, "").get(0))).containsExactly(ProblemCode.EMPTY_FILE);
        assertThat(codes(read(ITEMS, "\n\n").get(0))).containsExactly(ProblemCode.EMPTY_FILE);
        assertThat(read(ITEMS, HEADER)).isEmpty();
        List<Reading> missing = read(ITEMS, "case_number,item_number,decision_dat,service\nA,1,2017-01-01,s\n");
        assertThat(missing).hasSize(1);
        assertThat(codes(missing.get(0))).containsExactly(ProblemCode.MISSING_COLUMN);
        assertThat(rejected(missing).get(0).problem().message())
                .contains("decision_date", "outcome", "decision_dat is near to decision_date");
    }

    @Test
    void columns_of_other_names_are_ignored_and_names_are_exact() {
        assertThat(accepted(read(ITEMS, "colour," + HEADER + "red,A,1,2017-01-01,s,Upheld\n")))
                .hasSize(1);
        assertThat(codes(read(ITEMS, HEADER.replace("case_number", "Case Number") + "A,1,2017-01-01,s,Upheld\n")
                        .get(0)))
                .containsExactly(ProblemCode.MISSING_COLUMN);
        assertThat(codes(read(ITEMS, "service," + HEADER + "x,A,1,2017-01-01,s,Upheld\n")
                        .get(0)))
                .containsExactly(ProblemCode.MISSING_COLUMN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void text_is_read_in_whatever_encoding_it_came(String charset) {
        String text = HEADER + "A,1,2017-01-01,Se\u00F1or\u2019s caf\u00E9,Upheld\n";
        text = charset.equals("ISO-8859-1") ? text.replace('\u2019', '\'') : text;

        List<Reading> readings = read(ITEMS, Tables.file(text, Charset.forName(charset)));

        assertThat(accepted(readings).get(0).determination().items().get(0).service())
                .isIn("Se\u00F1or\u2019s caf\u00E9", "Se\u00F1or's caf\u00E9");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() {
        assertThat(accepted(read(ITEMS, "\uFEFF" + HEADER + "A,1,2017-01-01,s,Upheld\n")))
                .hasSize(1);
    }

    @Test
    void broken_utf_8_keeps_the_good_characters_and_takes_the_others_as_windows_1252() {
        byte[] good = (HEADER + "A,1,2017-01-01,caf\u00E9 X,Upheld\n").getBytes(StandardCharsets.UTF_8);
        good[new String(good, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0x92;

        List<Reading> readings = read(ITEMS, Tables.file("a.csv", good));

        assertThat(accepted(readings).get(0).determination().items().get(0).service())
                .isEqualTo("caf\u00E9 \u2019");
    }

    @Test
    void a_record_longer_than_any_real_one_is_rejected_and_the_next_is_read() {
        String text = HEADER + "A,1,2017-01-01," + "x".repeat(3 << 20) + ",Upheld\nB,1,2017-01-01,s,Upheld\n";
        List<Reading> readings = read(ITEMS, text);

        assertThat(accepted(readings)).hasSize(1);
        assertThat(accepted(readings).get(0).place()).isEqualTo(Place.line(3));
        assertThat(rejected(readings)).isNotEmpty();
    }

    @Test
    void a_column_mistaken_for_the_case_number_does_not_fill_the_memory() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 25_000; i++) {
            rows.append("same,").append(i).append(",2017-01-01,s,Upheld\n");
        }
        List<Reading> readings = items(rows.toString());

        assertThat(rejected(readings)).hasSize(2);
        assertThat(codes(readings.get(0))).containsExactly(ProblemCode.TOO_LARGE);
    }
}
