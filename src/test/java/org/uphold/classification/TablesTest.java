package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every row of every table is tried on its own examples, and the rows are held against one another. */
class TablesTest {

    private static final Tables TABLES = Tables.load(List.of());
    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final Classifier CLASSIFIER = TAXONOMY.classifier();

    @Test
    void every_service_row_decides_its_example() {
        List<String> wrong = new ArrayList<>();
        for (TableRow row : TABLES.rows("services")) {
            ServiceClass found = service(row.required("example"));
            boolean same = found.category().equals(row.cell("category"))
                    && found.subcategory().equals(row.cell("subcategory"));
            if (!same || !fires(row.cell("id"), row.cell("example"))) {
                wrong.add(row.line() + " " + row.cell("id") + ": " + row.cell("example") + " -> " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_service_row_touches_its_counter_example() {
        List<String> wrong = new ArrayList<>();
        for (TableRow row : TABLES.rows("services")) {
            String counter = row.cell("counter_example");
            ServiceClass found = service(counter.isEmpty() ? "nothing" : counter);
            if (!counter.isEmpty() && row(found.rule()).equals(row.cell("id"))) {
                wrong.add(row.line() + " " + row.cell("id") + ": " + counter);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_name_of_a_drug_means_its_class() {
        List<String> wrong = new ArrayList<>();
        for (TableRow row : TABLES.rows("drugs")) {
            for (String name : row.alternatives("names")) {
                String printed = name.replace("*", "");
                if (!service(printed).subcategory().equals(row.cell("class"))
                        && !service(printed + " 10mg tablets").subcategory().equals(row.cell("class"))) {
                    wrong.add(row.line() + " " + printed + " -> " + service(printed));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_service_row_can_decide_some_text() {
        Map<String, List<List<String>>> parts = new HashMap<>();
        Vocabulary vocabulary = new Vocabulary(TABLES.rows("words"));
        for (TableRow row : TABLES.rows("services")) {
            List<List<String>> phrases = new ArrayList<>();
            for (String part : TableRow.split(row.cell("pattern"), '&')) {
                int concept = vocabulary.concept(row, TableRow.split(part, '|'));
                phrases.add(
                        vocabulary.phrases(concept).stream().map(String::strip).toList());
            }
            parts.put(row.cell("id"), phrases);
        }
        Set<String> never = new TreeSet<>();
        parts.forEach((id, phrases) -> {
            if (!canDecide(id, phrases, 0, "")) {
                never.add(id);
            }
        });
        assertThat(never).isEmpty();
    }

    @Test
    void no_two_rows_of_one_priority_claim_the_same_words_for_different_targets() {
        Vocabulary vocabulary = new Vocabulary(TABLES.rows("words"));
        Map<String, TableRow> owner = new TreeMap<>();
        List<String> conflicts = new ArrayList<>();
        List<TableRow> rows = new ArrayList<>(TABLES.rows("services"));
        rows.addAll(TABLES.rows("drugs"));
        for (TableRow row : rows) {
            boolean drug = row.table().equals("drugs.csv");
            if (!drug && row.cell("kind").equals("all")) {
                continue;
            }
            int concept = vocabulary.concept(row, row.alternatives(drug ? "names" : "pattern"));
            for (String phrase : vocabulary.phrases(concept)) {
                TableRow other = owner.put(phrase + row.number("priority", ServiceRule.USUAL), row);
                if (other != null
                        && !target(other).equals(target(row))
                        && row.cell("unless").isEmpty()
                        && other.cell("unless").isEmpty()) {
                    conflicts.add(phrase + ": " + other.cell("id") + " and " + row.cell("id"));
                }
            }
        }
        assertThat(conflicts).isEmpty();
    }

    @Test
    void every_guideline_row_is_found_in_its_example() {
        List<String> wrong = new ArrayList<>();
        for (TableRow row : TABLES.rows("guidelines")) {
            String example = row.required("example");
            boolean found = row.cell("kind").equals("mark")
                    || (row.cell("source").equals("MTUS")
                                    ? CLASSIFIER.citations("Decision based on MTUS " + example + ".")
                                    : CLASSIFIER.citations("Decision based on Non-MTUS Citation " + example + "."))
                            .citations().stream()
                                    .anyMatch(c -> c.source().name().equals(row.cell("source"))
                                            && (row.cell("guideline").isEmpty()
                                                    || row.cell("guideline").equals(c.guideline())));
            if (!found) {
                wrong.add(row.line() + " " + row.cell("id") + ": " + example);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_specialty_and_state_is_found_by_each_of_its_names() {
        for (TableRow row : TABLES.rows("specialties")) {
            for (String name : row.alternatives("names")) {
                assertThat(CLASSIFIER.specialty(name).name()).isEqualTo(row.cell("specialty"));
            }
        }
        for (TableRow row : TABLES.rows("states")) {
            for (String name : row.alternatives("names")) {
                assertThat(CLASSIFIER.usState(name)).contains(row.cell("code"));
            }
        }
    }

    private static boolean canDecide(String id, List<List<String>> phrases, int part, String text) {
        if (part == phrases.size()) {
            return row(service(text.strip()).rule()).equals(id);
        }
        for (String phrase : phrases.get(part)) {
            if (canDecide(id, phrases, part + 1, text + " " + phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fires(String id, String text) {
        return CLASSIFIER.explain(text).stream()
                .anyMatch(said -> row(said.rule()).equals(id));
    }

    /** Id of the row that a rule is, sure or not. */
    private static String row(String rule) {
        return rule.endsWith(ServiceClass.WEAK) ? rule.substring(0, rule.length() - ServiceClass.WEAK.length()) : rule;
    }

    private static ServiceClass service(String text) {
        return CLASSIFIER.service(text, text, null);
    }

    private static String target(TableRow row) {
        return row.cell("category") + row.cell("subcategory") + row.cell("class");
    }
}
