package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.uphold.determination.StatedCategory;

/** Publishers' own lists against the crosswalk; skipped where the lists are not at hand. */
class CrosswalkTest {

    /** The one entry of DWC's list that names no category. */
    private static final String WITHOUT_CATEGORY = "* Peripheral *";

    private static final Classifier CLASSIFIER = Taxonomy.load().classifier();

    @Test
    void every_request_category_that_dwc_lists_is_found_under_its_category() throws IOException {
        TreeSet<String> missed = new TreeSet<>();
        for (CSVRecord row : rows("../shared/data/taxonomy/dwc_request_categories.csv")) {
            String listed = row.get("as_listed");
            String category = row.get("category").equals("Therapies") ? "Rehabilitation" : row.get("category");
            ServiceClass found = CLASSIFIER.service(listed, listed, null);
            if (!found.category().equals(category) && !listed.equals(WITHOUT_CATEGORY)) {
                missed.add(listed + " -> " + found.category());
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void every_treatment_category_of_real_dmhc_rows_is_found() throws IOException {
        TreeSet<String> missed = new TreeSet<>();
        for (CSVRecord row : rows("../shared/data/dmhc/rows_1307_of_2001_2016.csv")) {
            String category = row.get("treatment_category");
            String sub = row.get("treatment_sub_category");
            String text = category + ": " + sub;
            if (!CLASSIFIER
                    .service(text, text, new StatedCategory("dmhc", category, sub))
                    .isClassified()) {
                missed.add(text);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void every_specialty_that_dwc_lists_is_known() throws IOException {
        for (CSVRecord row : rows("../shared/data/taxonomy/dwc_reviewer_specialties.csv")) {
            assertThat(CLASSIFIER.specialty(row.get("specialty_as_listed")).known())
                    .as(row.get("specialty_as_listed"))
                    .isTrue();
        }
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(Path.of(file)), file + " is not at hand");
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }
}
