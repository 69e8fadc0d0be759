package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Agreement on services in words that no table was written from. */
class UnseenWordsTest {

    private static final Path DESCRIPTIONS = Path.of("../shared/data/taxonomy/hcpcs_2019.csv");
    private static final String LABELLED = "/classification/services.csv";

    private static final Classifier CLASSIFIER = Taxonomy.load().classifier();

    private final TreeMap<String, Integer> confusion = new TreeMap<>();

    @Test
    void services_labelled_by_hand_are_what_their_labels_say() throws IOException {
        Agreement agreement = agreement(labelled(), "service");

        assertThat(agreement.category()).as(confusion.toString()).isGreaterThanOrEqualTo(0.97);
        assertThat(agreement.subcategory()).as(confusion.toString()).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void few_of_the_services_labelled_by_hand_are_unsure_or_unknown() throws IOException {
        List<CSVRecord> rows = labelled();
        long unsure = rows.stream()
                .map(row -> service(row.get("service")))
                .filter(found -> found.isWeak() || !found.isClassified())
                .count();

        assertThat((double) unsure / rows.size()).isLessThan(0.03);
    }

    @Test
    void public_descriptions_of_equipment_supplies_and_transport_are_in_the_category_of_their_section()
            throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(DESCRIPTIONS), DESCRIPTIONS + " is not at hand");
        List<CSVRecord> rows;
        try (Reader reader = Files.newBufferedReader(DESCRIPTIONS, StandardCharsets.UTF_8)) {
            rows = records(reader);
        }

        Agreement agreement = agreement(rows, "description");

        assertThat(agreement.category()).as(confusion.toString()).isGreaterThanOrEqualTo(0.97);
        assertThat(agreement.subcategory()).as(confusion.toString()).isGreaterThanOrEqualTo(0.95);
    }

    /** Shares of rows whose category, and whose category and subcategory, are those of the label. */
    private record Agreement(double category, double subcategory) {}

    private Agreement agreement(List<CSVRecord> rows, String text) {
        int categories = 0;
        int subcategories = 0;
        for (CSVRecord row : rows) {
            ServiceClass found = service(row.get(text));
            boolean category = found.category().equals(row.get("category"));
            // A section of transport has no parts.
            boolean both = category
                    && (row.get("subcategory").isEmpty() || found.subcategory().equals(row.get("subcategory")));
            categories += category ? 1 : 0;
            subcategories += both ? 1 : 0;
            if (!both) {
                confusion.merge(
                        row.get("category") + " > " + row.get("subcategory") + " taken for " + found.category() + " > "
                                + found.subcategory(),
                        1,
                        Integer::sum);
            }
        }
        return new Agreement((double) categories / rows.size(), (double) subcategories / rows.size());
    }

    private static ServiceClass service(String text) {
        return CLASSIFIER.service(text, text, null);
    }

    private static List<CSVRecord> labelled() throws IOException {
        try (InputStream in = Objects.requireNonNull(UnseenWordsTest.class.getResourceAsStream(LABELLED));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return records(reader);
        }
    }

    private static List<CSVRecord> records(Reader reader) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .getRecords();
    }
}
