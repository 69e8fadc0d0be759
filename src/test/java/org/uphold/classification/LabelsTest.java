package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Agreement with labels that people gave independently; skipped where the labelled letters are not at hand. */
class LabelsTest {

    private static final Path LABELS = Path.of("../shared/data/letters/labels.csv");

    private static final Classifier CLASSIFIER = Taxonomy.load().classifier();
    private final List<String> misses = new ArrayList<>();

    @Test
    void categories_and_subcategories_agree_with_the_labels() throws IOException {
        List<CSVRecord> labels = labels();
        int category = 0;
        int subcategory = 0;
        TreeMap<String, Integer> confusion = new TreeMap<>();
        for (CSVRecord label : labels) {
            ServiceClass found = CLASSIFIER.service(label.get("service"), label.get("disputed_service"), null);
            String expected = label.get("service_category") + " > " + label.get("service_subcategory");
            String got = found.category() + " > " + found.subcategory();
            String also = label.get("also_acceptable");
            boolean accepted = got.equals(expected) || got.equals(also);
            boolean sameCategory =
                    found.category().equals(label.get("service_category")) || also.startsWith(found.category() + " > ");
            category += sameCategory ? 1 : 0;
            subcategory += accepted ? 1 : 0;
            if (!accepted) {
                confusion.merge(expected + " taken for " + got, 1, Integer::sum);
                misses.add(
                        found.rule() + ": " + expected + " taken for " + got + " | " + label.get("disputed_service"));
            }
        }
        print("categories", category, labels.size());
        print("subcategories", subcategory, labels.size());
        confusion.forEach((pair, count) -> System.out.println(count + " " + pair));
        misses.forEach(System.out::println);
        assertThat((double) category / labels.size()).isGreaterThanOrEqualTo(0.97);
        assertThat((double) subcategory / labels.size()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void sources_and_chapters_agree_with_the_labels() throws IOException {
        List<CSVRecord> labels = labels();
        int sources = 0;
        int chapters = 0;
        for (CSVRecord label : labels) {
            Citations administrator = CLASSIFIER.citations(label.get("claims_administrator_guideline"));
            Citations reviewer = CLASSIFIER.reviewerCitations(label.get("reviewer_guideline"), administrator);
            sources += same(label, "claims_administrator_sources", sources(administrator));
            sources += same(label, "reviewer_sources", sources(reviewer));
            chapters += same(label, "claims_administrator_chapters", chapters(administrator));
            chapters += same(label, "reviewer_chapters", chapters(reviewer));
        }
        print("sources", sources, 2 * labels.size());
        print("chapters", chapters, 2 * labels.size());
        misses.forEach(System.out::println);
        assertThat((double) sources / (2 * labels.size())).isGreaterThanOrEqualTo(0.98);
        assertThat((double) chapters / (2 * labels.size())).isGreaterThanOrEqualTo(0.97);
    }

    private int same(CSVRecord label, String column, String found) {
        if (label.get(column).equals(found)) {
            return 1;
        }
        misses.add(column + ": " + label.get(column) + " taken for " + found + " | "
                + label.get(column.substring(0, column.lastIndexOf('_')) + "_guideline"));
        return 0;
    }

    private static String sources(Citations citations) {
        return citations.sources().stream().map(Enum::name).collect(Collectors.joining(";"));
    }

    private static String chapters(Citations citations) {
        return String.join(";", citations.chaptersAsPrinted());
    }

    private static void print(String what, int right, int of) {
        System.out.println(what + ": " + right + " of " + of);
    }

    private static List<CSVRecord> labels() throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(LABELS), "the labelled letters are not at hand");
        try (Reader reader = Files.newBufferedReader(LABELS, StandardCharsets.UTF_8)) {
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
