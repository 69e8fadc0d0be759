package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.read;
import static org.uphold.csv.Tables.rejected;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.determination.Determination;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

class DialectTest {

    private static final Map<String, Object> COLUMNS =
            Map.of("case_number", "Case", "service", List.of("Drug", "Request"), "outcome", "Result");

    @Test
    void the_built_in_dialects_are_the_files_of_their_folder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dialects"))) {
            assertThat(Dialects.builtIn().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
                                    .toList())
                    .contains("items-csv");
        }
    }

    @Test
    void a_dialect_written_in_a_job_file_reads_a_table_of_its_own() {
        Dialect dialect = Dialect.parse(
                "mine",
                with(
                        "columns",
                        with(COLUMNS, "decision_date", "Decided", "age", "Age"),
                        "values",
                        Map.of("outcome", Map.of("Sustained", "UPHELD"), "age", Map.of("11_20", "11-20")),
                        "dates",
                        List.of("M/d/yyyy", "MMM yyyy"),
                        "separators",
                        List.of("|"),
                        "nulls",
                        List.of("none"),
                        "defaults",
                        Map.of("jurisdiction", "Somewhere")));

        List<Reading> readings = read(
                dialect,
                "CASE|decided|Drug|request|Result|Age\nA|9/26/2013|none|Walker|sustained|11_20\nB|Sep 2013|Tonic|x|overturned|7\n");

        Determination a = accepted(readings).get(0).determination();
        assertThat(a.dates().decision()).isEqualTo(new PartialDate(2013, 9, 26));
        assertThat(a.items().get(0).service()).isEqualTo("Walker");
        assertThat(a.items().get(0).outcome()).isEqualTo(Outcome.UPHELD);
        assertThat(a.attributes().age()).isEqualTo("11-20");
        assertThat(a.attributes().jurisdiction()).isEqualTo("Somewhere");
        Determination b = accepted(readings).get(1).determination();
        assertThat(b.dates().decision()).isEqualTo(new PartialDate(2013, 9, null));
        assertThat(b.items().get(0).service()).isEqualTo("Tonic");
        assertThat(accepted(readings).get(0).form()).isEqualTo("mine");
    }

    @Test
    void rows_keyed_by_file_and_row_are_cases_of_their_own_repeats_included() throws Exception {
        Dialect dialect =
                Dialect.parse("mine", Map.of("key", "row", "columns", Map.of("service", "Drug", "outcome", "Result")));
        SourceFile file = Tables.file("Drug,Result\nTonic,Upheld\nTonic,Upheld\nTonic,Overturned\n");

        List<Reading> readings = read(dialect, file);

        assertThat(accepted(readings))
                .extracting(r -> r.determination().key())
                .containsExactly(
                        "row:" + file.sha256().substring(0, 16) + ":1",
                        "row:" + file.sha256().substring(0, 16) + ":2",
                        "row:" + file.sha256().substring(0, 16) + ":3");
        assertThat(accepted(readings)).allMatch(r -> r.determination().caseNumber() == null);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(with("colums", COLUMNS), new String[] {"columns", "service"}),
                Arguments.of(
                        with("columns", COLUMNS, "seperators", ","),
                        new String[] {"seperators", "did you mean separators"}),
                Arguments.of(
                        with("columns", with(COLUMNS, "servce", "x")),
                        new String[] {"columns.servce", "did you mean service"}),
                Arguments.of(
                        with("columns", COLUMNS, "key", "rows"),
                        new String[] {"key", "case_number, row", "did you mean row"}),
                Arguments.of(
                        with("columns", COLUMNS, "values", Map.of("outcome", Map.of("Sustained", "UPHOLD"))),
                        new String[] {"values.outcome.Sustained", "did you mean UPHELD"}),
                Arguments.of(with("columns", COLUMNS, "dates", "DD.QQ.foo"), new String[] {"dates", "DD.QQ.foo"}),
                Arguments.of(
                        with("columns", COLUMNS, "separators", ";;"), new String[] {"separators", "one character"}),
                Arguments.of(with("columns", COLUMNS, "encoding", "klingon"), new String[] {"encoding", "klingon"}),
                Arguments.of(with("columns", COLUMNS, "required", "age"), new String[] {"required", "age"}),
                Arguments.of(
                        with("columns", COLUMNS, "html_entities", "maybe"),
                        new String[] {"html_entities", "true or false"}),
                Arguments.of(
                        with("columns", COLUMNS, "month_from_case_number", "("),
                        new String[] {"month_from_case_number", "regular expression"}),
                Arguments.of(
                        with("columns", Map.of("service", "a", "outcome", "b")),
                        new String[] {"case_number", "key: row"}),
                Arguments.of(with("columns", List.of("a")), new String[] {"columns", "names with values"}));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_key_is_named_with_what_was_expected_and_the_nearest(Map<String, Object> keys, String[] words) {
        assertThatThrownBy(() -> Dialect.parse("mine", keys))
                .isInstanceOf(InvalidDialectException.class)
                .hasMessageContaining("Dialect mine")
                .hasMessageContainingAll(words);
    }

    @Test
    void headers_are_recognised_in_any_order() {
        assertThat(name("outcome", "service", "decision_date", "item_number", "case_number", "age"))
                .isEqualTo("items-csv");
        assertThat(name(
                        "Reference ID",
                        "Report Year",
                        "Diagnosis Category",
                        "Diagnosis Sub Category",
                        "Treatment Category",
                        "Treatment Sub Category",
                        "Determination",
                        "Type",
                        "Age Range",
                        "Patient Gender",
                        "Findings"))
                .isEqualTo("dmhc-csv");
        assertThat(name("Treatment", "Diagnosis", "Appeal Decision", "Coverage Type", "Denial Reason", "Summary 1"))
                .isEqualTo("ny-dfs");
        assertThat(name("case_number", "decision_year", "health_plan", "diagnosis", "treatment", "decision"))
                .isEqualTo("ny-dfs");
        assertThat(name("a", "b")).isEqualTo("none");
    }

    @Test
    void looking_into_a_file_tells_tables_from_letters() throws Exception {
        TableSniffer sniffer =
                new TableSniffer(List.of(Dialect.parse("mine", Map.of("columns", COLUMNS))), Limits.DEFAULT);

        assertThat(sniffer.sniff(Tables.file("x.txt", Tables.HEADER.getBytes(StandardCharsets.ISO_8859_1)))
                        .dialect())
                .isSameAs(Tables.ITEMS);
        assertThat(sniffer.sniff(Tables.file("x.txt", "\uFEFFCase;Drug;Result\n".getBytes(StandardCharsets.UTF_8)))
                        .dialect())
                .hasToString("mine");
        assertThat(sniffer.sniff(Tables.file(
                                "x.txt", "Case Number: 1, then words\nUpheld".getBytes(StandardCharsets.ISO_8859_1)))
                        .isLetter())
                .isTrue();
        assertThat(sniffer.sniff(Tables.file("x.csv", "%PDF-1.4".getBytes(StandardCharsets.ISO_8859_1)))
                        .isLetter())
                .isTrue();
        assertThat(sniffer.sniff(Tables.file("x.txt", new byte[0])).isLetter()).isTrue();
        TableSniffer.Kind unknown = sniffer.sniff(
                Tables.file("x.csv", "case_number,item_number,service\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(unknown.dialect()).isNull();
        assertThat(String.valueOf(unknown.problem())).contains("nearest to items-csv", "outcome");
        assertThat(String.valueOf(sniffer.sniff(Tables.file("-", "a,b\n".getBytes(StandardCharsets.ISO_8859_1)))
                        .problem()))
                .contains("UNKNOWN_FORMAT");
    }

    @Test
    void a_file_that_is_no_table_is_one_reject() {
        Dialect dialect = Tables.ITEMS;
        assertThat(codes(read(dialect, Tables.file("x", "%PDF-1.4".getBytes(StandardCharsets.ISO_8859_1)))
                        .get(0)))
                .containsExactly(ProblemCode.UNKNOWN_FORMAT);
        assertThat(codes(read(dialect, Tables.file("x", "PK\u0003\u0004 cut".getBytes(StandardCharsets.ISO_8859_1)))
                        .get(0)))
                .containsExactly(ProblemCode.DAMAGED_WORKBOOK);
        assertThat(rejected(read(dialect, Tables.file("x", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))))
                .hasSize(1);
    }

    private static String name(String... header) {
        return Dialects.recognise(List.of(header)).map(Dialect::name).orElse("none");
    }

    private static Map<String, Object> with(String key, Object value, Object... more) {
        return with(Map.of(key, value), more);
    }

    private static Map<String, Object> with(Map<String, Object> map, Object... more) {
        Map<String, Object> result = new LinkedHashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            result.put((String) more[i], more[i + 1]);
        }
        return result;
    }
}
