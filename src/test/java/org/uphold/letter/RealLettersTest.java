package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.PartialDate;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** Real letters, which live beside the project and never in it, against what annotators read in them. */
class RealLettersTest {

    private static final Path FOLDER = Path.of("../shared/data/letters");
    private static final Path SEED = Path.of("../shared/data/seed-letter.txt");

    @Test
    void the_letters_of_2016_and_2017_agree_with_their_labels_on_every_row() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the real letters are not beside this project");
        LetterReader reader = new LetterReader(Limits.DEFAULT);
        Map<String, List<CSVRecord>> items = new TreeMap<>();
        for (CSVRecord row : rows("labels.csv")) {
            items.computeIfAbsent(row.get("case_number"), k -> new ArrayList<>())
                    .add(row);
        }
        SoftAssertions softly = new SoftAssertions();
        for (CSVRecord row : rows("labels-letters.csv")) {
            String number = row.get("case_number");
            Reading reading = reader.read(BytesFile.of(FOLDER.resolve(number + ".pdf")));
            softly.assertThat(reading).as(number).isInstanceOf(Reading.Accepted.class);
            if (reading instanceof Reading.Accepted accepted) {
                softly.assertThat(accepted.problems()).as(number).isEmpty();
                softly.assertThat(accepted.form()).as(number).isEqualTo("d15");
                Determination d = accepted.determination();
                softly.assertThat(letter(d)).as(number).isEqualTo(letter(row));
                softly.assertThat(d.items().stream().map(RealLettersTest::item).toList())
                        .as(number)
                        .isEqualTo(items.getOrDefault(number, List.of()).stream()
                                .map(RealLettersTest::item)
                                .toList());
            }
        }
        softly.assertAll();
    }

    /** The letters were written with tags, which tell of a page though it was taken out. */
    @Test
    void no_page_of_a_letter_is_taken_out_or_moved_in_silence() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the real letters are not beside this project");
        LetterReader reader = new LetterReader(Limits.DEFAULT);
        List<String> silent = new ArrayList<>();
        int told = 0;
        for (CSVRecord row : rows("labels-letters.csv")) {
            byte[] whole = Files.readAllBytes(FOLDER.resolve(row.get("case_number") + ".pdf"));
            int pages = Integer.MAX_VALUE;
            for (int page = 0; page < pages; page++) {
                try (PDDocument document = Loader.loadPDF(whole)) {
                    pages = document.getNumberOfPages();
                    document.setAllSecurityToBeRemoved(true);
                    document.removePage(page);
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    document.save(out);
                    Reading reading = reader.read(new BytesFile("letter", out.toByteArray()));
                    if (reading instanceof Reading.Accepted accepted
                            && accepted.problems().isEmpty()) {
                        silent.add(row.get("case_number") + " page " + (page + 1));
                    } else {
                        told++;
                    }
                }
            }
        }
        System.out.printf("Pages taken out of real letters: %d told, %d in silence%n", told, silent.size());
        assertThat(silent).isEmpty();
    }

    @Test
    void the_seed_letter_has_one_item_and_takes_nothing_from_its_narrative() throws IOException {
        assumeTrue(Files.isRegularFile(SEED), "the seed letter is not beside this project");
        Reading reading = new LetterReader(Limits.DEFAULT).read(BytesFile.of(SEED));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        Reading.Accepted accepted = (Reading.Accepted) reading;
        Determination d = accepted.determination();
        assertThat(accepted.form()).isEqualTo("c14");
        assertThat(d.caseNumber()).isNull();
        assertThat(d.key()).matches("text:[0-9a-f]{64}");
        assertThat(d.dates()).isEqualTo(CaseDates.NONE);
        assertThat(d.reviewer().specialties()).containsExactly("Geriatrics");
        assertThat(d.reviewer().licensure()).containsExactly("New York");
        assertThat(d.items()).hasSize(1);
        assertThat(d.items().get(0).service()).isEqualTo("Acupuncture 1x6");
        assertThat(d.items().get(0).outcome().name()).isEqualTo("UPHELD");
        assertThat(d.items().get(0).reviewerGuideline())
                .startsWith("Decision based on MTUS")
                .endsWith("Page(s): 4, 8-9.");
        assertThat(accepted.problems()).extracting(p -> p.code()).containsExactly(ProblemCode.UNDATED);
    }

    private static List<String> letter(Determination d) {
        CaseDates dates = d.dates();
        PartialDate decision = dates.decision();
        return List.of(
                string(d.caseNumber()),
                string(dates.assigned()),
                string(dates.injury()),
                string(decision == null ? null : decision.toLocalDate()),
                string(dates.urDecision()),
                string(d.priority()),
                string(dates.received()),
                String.join(";", d.reviewer().licensure()),
                String.join(";", d.reviewer().specialties()),
                Integer.toString(d.items().size()));
    }

    private static List<String> letter(CSVRecord row) {
        return List.of(
                row.get("case_number"),
                row.get("assigned_date"),
                row.get("date_of_injury"),
                row.get("decision_date"),
                row.get("ur_decision_date"),
                row.get("priority"),
                row.get("application_received_date"),
                row.get("licensure"),
                row.get("specialties"),
                row.get("items"));
    }

    private static List<String> item(DisputedItem item) {
        return List.of(
                Integer.toString(item.number()),
                item.service(),
                item.disputedService(),
                item.outcome().name(),
                string(item.claimsAdministratorGuideline()),
                string(item.reviewerGuideline()));
    }

    private static List<String> item(CSVRecord row) {
        return List.of(
                row.get("item_number"),
                row.get("service"),
                row.get("disputed_service"),
                row.get("outcome"),
                row.get("claims_administrator_guideline"),
                row.get("reviewer_guideline"));
    }

    private static String string(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static List<CSVRecord> rows(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(FOLDER.resolve(name)), format)) {
            return parser.getRecords();
        }
    }
}
