package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.uphold.csv.Tables.accepted;
import static org.uphold.csv.Tables.codes;
import static org.uphold.csv.Tables.read;
import static org.uphold.csv.Tables.rejected;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Priority;
import org.uphold.determination.Reviewer;
import org.uphold.determination.StatedCategory;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

class PublishersTest {

    private static final Path SHARED = Path.of("../shared/data/dmhc");

    private static final Dialect DMHC = Tables.builtIn("dmhc-csv");
    private static final Dialect NY = Tables.builtIn("ny-dfs");

    private static final String OLD = "Reference ID,Report Year,Diagnosis Category,Diagnosis Sub Category,"
            + "Treatment Category,Treatment Sub Category,Determination,Type,Age Range,Patient Gender,Findings\n";
    private static final String NEW = "ReferenceID,ReportYear,DiagnosisCategory,DiagnosisSubCategory,"
            + "TreatmentCategory,TreatmentSubCategory,Determination,Type,AgeRange,PatientGender,IMRType,"
            + "DaysToReview,DaysToAdopt,Findings\n";

    @Test
    void both_editions_of_the_managed_care_table_say_the_same() {
        Determination old = accepted(read(
                        DMHC,
                        OLD + "MN09-1,2009,Mental,NULL,Therapy &amp; Care,Group Sessions,"
                                + "Upheld Decision of Health Plan,Medical Necessity,11_20,Female,"
                                + "\"Nature: a &quot;request&quot;.\nThe patient?s plan\n, said no.\"\n"))
                .get(0)
                .determination();
        Determination current = accepted(
                        read(
                                DMHC,
                                NEW + "MN09-1,2009,Mental,NULL,Therapy &amp; Care,Group Sessions,"
                                        + "Upheld Decision of Health Plan,Medical Necessity,11 to 20,Female,Expedited,30,5,none\n"))
                .get(0)
                .determination();

        DisputedItem item = new DisputedItem(
                1,
                "Group Sessions",
                "Group Sessions",
                Outcome.UPHELD,
                null,
                null,
                new StatedCategory("dmhc", "Therapy & Care", "Group Sessions"));
        for (Determination d : List.of(old, current)) {
            assertThat(d.caseNumber()).isEqualTo("MN09-1");
            assertThat(d.items()).containsExactly(item);
            assertThat(d.dates().decision()).isEqualTo(PartialDate.ofYear(2009));
            assertThat(d.reviewer()).isEqualTo(Reviewer.NOT_STATED);
            assertThat(d.attributes().age()).isEqualTo("11-20");
            assertThat(d.attributes().sex()).isEqualTo("Female");
            assertThat(d.attributes().jurisdiction()).isEqualTo("California DMHC");
        }
        assertThat(old.priority()).isNull();
        assertThat(current.priority()).isEqualTo(Priority.EXPEDITED);
    }

    @Test
    void the_word_null_is_nothing_and_a_missing_subcategory_falls_back_to_the_category() {
        Determination d = accepted(
                        read(
                                DMHC,
                                OLD
                                        + "MN09-2,2009,NULL,NULL,Imaging,NULL,Overturned Decision of Health Plan,Urgent Care,NULL,,x\n"))
                .get(0)
                .determination();

        assertThat(d.items().get(0).service()).isEqualTo("Imaging");
        assertThat(d.items().get(0).stated()).isEqualTo(new StatedCategory("dmhc", "Imaging", null));
        assertThat(d.attributes().age()).isNull();
        assertThat(d.attributes().sex()).isNull();
    }

    @Test
    void a_reference_id_that_repeats_equally_is_one_case_and_one_that_differs_is_rejected() {
        String upheld = ",2009,a,b,Imaging,MRI,Upheld Decision of Health Plan,Urgent Care,65+,Male,x\n";
        List<Reading> readings = read(
                DMHC,
                OLD + "MN1" + upheld + "MN1" + upheld + "MN2" + upheld + "MN2" + upheld.replace("Upheld", "Overturned")
                        + "MN3" + upheld + "MN3" + upheld.replace("2009", "2010"));

        assertThat(accepted(readings)).hasSize(1);
        assertThat(accepted(readings).get(0).determination().items()).hasSize(1);
        assertThat(rejected(readings))
                .extracting(r -> r.problem().code())
                .containsExactly(ProblemCode.DUPLICATE_ITEM, ProblemCode.CONTRADICTORY_CASE);
    }

    @Test
    void a_state_export_takes_any_of_its_names_in_any_order() {
        List<Reading> readings = read(NY, """
                Summary 1,Summary 2,Summary 3,Treatment,Diagnosis,Denial Reason,Coverage Type,Appeal Decision,Case Number
                "long
                text",more,,[Physical Therapy],[Back/ Spine],Medical necessity,HMO,Overturned in Part,202108-100001
                x,,,"[Surgery, Open]",[Knee],Medical necessity,PPO,Upheld,202109-100002
                """);

        Determination first = accepted(readings).get(0).determination();
        assertThat(first.items().get(0).service()).isEqualTo("Physical Therapy");
        assertThat(first.items().get(0).outcome()).isEqualTo(Outcome.PARTIALLY_OVERTURNED);
        assertThat(first.items().get(0).stated()).isEqualTo(new StatedCategory("ny-dfs", "Physical Therapy", null));
        assertThat(first.dates().decision()).isEqualTo(new PartialDate(2021, 8, null));
        assertThat(first.attributes().jurisdiction()).isEqualTo("New York DFS");
        assertThat(accepted(readings).get(1).determination().items().get(0).service())
                .isEqualTo("Surgery, Open");
    }

    @Test
    void a_stated_year_that_is_not_the_case_numbers_wins() {
        List<Reading> readings = read(NY, """
                case_number,decision_year,health_plan,diagnosis,treatment,decision,gender,age_range
                201809-1,2019,Plan,[D],[T],Overturned,Male,40-49
                201909-2,2019,Plan,[D],[T],Upheld,Female,30-39
                """);

        assertThat(accepted(readings))
                .extracting(r -> r.determination().dates().decision())
                .containsExactly(PartialDate.ofYear(2019), new PartialDate(2019, 9, null));
        assertThat(accepted(readings).get(0).determination().attributes().claimsAdministrator())
                .isEqualTo("Plan");
    }

    @Test
    void differing_rows_of_one_appeal_are_its_items_and_equal_ones_count_once() {
        List<Reading> readings = read(NY, """
                Case Number,Treatment,Appeal Decision
                202108-1,[A],Upheld
                202108-1,[B],Overturned
                202108-1,[A],Upheld
                """);

        assertThat(accepted(readings).get(0).determination().items())
                .extracting(DisputedItem::number, DisputedItem::service)
                .containsExactly(tuple(1, "A"), tuple(2, "B"));
    }

    @Test
    void an_export_without_case_numbers_is_keyed_by_file_and_row() {
        List<Reading> readings = read(NY, "Appeal Decision,Treatment\nUpheld,[A]\nUpheld,[A]\n");

        assertThat(accepted(readings))
                .hasSize(2)
                .allMatch(r -> r.determination().key().startsWith("row:"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_excel_export_reads_like_its_csv(boolean secondSheet) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            if (secondSheet) {
                book.newWorksheet("About").value(0, 0, "Notes on this file");
            }
            Worksheet sheet = book.newWorksheet("Appeals");
            List<String> header = List.of("Case Number", "Appeal Decision", "Treatment", "Decision Date", "Summary 1");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "202108-1");
            sheet.value(1, 1, "Overturned in Part");
            sheet.value(1, 2, "[Physical Therapy]");
            sheet.value(1, 3, LocalDate.of(2021, 8, 17));
            sheet.style(1, 3).format("m/d/yyyy").set();
            sheet.value(3, 0, "202109-2");
            sheet.value(3, 1, "perhaps");
            sheet.value(4, 0, 20211);
            sheet.value(4, 1, "Upheld");
            sheet.value(4, 3, 2021);
        }

        List<Reading> readings = read(NY, Tables.file("a.xlsx", out.toByteArray()));

        assertThat(readings).hasSize(3);
        Determination first = accepted(readings).get(0).determination();
        assertThat(first.dates().decision()).isEqualTo(new PartialDate(2021, 8, 17));
        assertThat(first.items().get(0).service()).isEqualTo("Physical Therapy");
        assertThat(codes(readings.get(1))).containsExactly(ProblemCode.BAD_VALUE);
        assertThat(readings.get(1).place()).isEqualTo(Place.line(4));
        Determination third = accepted(readings).get(1).determination();
        assertThat(third.caseNumber()).isEqualTo("20211");
        assertThat(third.dates().decision()).isEqualTo(PartialDate.ofYear(2021));
        assertThat(new TableSniffer(List.of(), Limits.DEFAULT)
                        .sniff(Tables.file("a.xlsx", out.toByteArray()))
                        .dialect())
                .isSameAs(NY);
    }

    @Test
    void a_table_with_the_published_yearly_counts_is_read_with_these_counts() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "needs the published counts beside the repository");
        List<String> rows = new ArrayList<>();
        Map<Integer, Integer> published = new TreeMap<>();
        for (String line : Files.readAllLines(SHARED.resolve("published_by_year_type.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            int total = Integer.parseInt(cells[2]);
            int overturned = Integer.parseInt(cells[3]);
            published.merge(Integer.parseInt(cells[0]), total - overturned, Integer::sum);
            for (int i = 0; i < total; i++) {
                rows.add(String.format(
                        Locale.ROOT,
                        "%s,MRI,NULL,Imaging,\"MRI, open\",%s Decision of Health Plan,%s,%s,,Standard,1,1,"
                                + "\"Line one.%nLine &amp; two.\"%n",
                        cells[0],
                        i < overturned ? "Overturned" : "Upheld",
                        cells[1],
                        i % 2 == 0 ? "11_20" : "NULL"));
            }
        }
        Collections.shuffle(rows, new Random(3));
        StringBuilder text = new StringBuilder(NEW);
        for (int i = 0; i < rows.size(); i++) {
            text.append("XX-").append(i).append(',').append(rows.get(i));
        }

        List<Reading> readings =
                read(DMHC, Tables.file("a.csv", text.toString().getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(rejected(readings)).isEmpty();
        assertThat(readings).hasSize(42_749);
        Map<Integer, Integer> upheld = new TreeMap<>();
        for (Reading.Accepted reading : accepted(readings)) {
            PartialDate date = reading.determination().dates().decision();
            boolean isUpheld = reading.determination().items().get(0).outcome() == Outcome.UPHELD;
            upheld.merge(date == null ? 0 : date.year(), isUpheld ? 1 : 0, Integer::sum);
        }
        assertThat(upheld).isEqualTo(published);
        assertThat(upheld.values().stream().mapToInt(i -> i).sum()).isEqualTo(20_304);
    }

    @Test
    void the_real_rows_are_read_through_a_dialect_of_a_job_file() throws IOException {
        Path file = SHARED.resolve("rows_1307_of_2001_2016.csv");
        Assumptions.assumeTrue(Files.isRegularFile(file), "needs the real rows beside the repository");
        Dialect dialect = Dialect.parse(
                "rows",
                Map.of(
                        "key",
                        "row",
                        "columns",
                        Map.of(
                                "service", List.of("treatment_sub_category", "treatment_category"),
                                "stated_category", "treatment_category",
                                "stated_subcategory", "treatment_sub_category",
                                "outcome", "determination",
                                "age", "age_range",
                                "sex", "patient_gender"),
                        "required",
                        "outcome",
                        "vocabulary",
                        "dmhc",
                        "nulls",
                        "NULL"));

        List<Reading> readings = read(dialect, Tables.file("rows.csv", Files.readAllBytes(file)));

        assertThat(rejected(readings)).isEmpty();
        assertThat(readings).hasSize(1_307);
        assertThat(accepted(readings)).allMatch(r -> r.problems().isEmpty());
        assertThat(accepted(readings).stream()
                        .filter(r -> r.determination().items().get(0).outcome() == Outcome.UPHELD))
                .hasSize(583);
    }
}
