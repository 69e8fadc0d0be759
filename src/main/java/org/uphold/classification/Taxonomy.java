package org.uphold.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.PublishedWords;

/**
 * The tables by which texts are classified, checked as a whole: every target is one of the categories, every pattern is
 * readable. Immutable; the built-in ones are read when a text is first
 * asked for.
 */
public final class Taxonomy {

    private final String version;
    private final Supplier<Tables> tables;
    private final Classifier classifier;
    private volatile @Nullable Built built;

    /** What the tables make. */
    private record Built(List<ServiceCategory> categories, Classifier.Readers readers, List<ServiceRule> rules) {}

    private Taxonomy(String version, Supplier<Tables> tables) {
        this.version = version;
        this.tables = tables;
        this.classifier = new Classifier(() -> built().readers());
    }

    private Built built() {
        Built known = built;
        return known == null ? build() : known;
    }

    private synchronized Built build() {
        Built known = built;
        if (known == null) {
            known = build(tables.get());
            built = known;
        }
        return known;
    }

    private static Built build(Tables tables) {
        List<ServiceCategory> categories = categories(tables);
        Vocabulary vocabulary = new Vocabulary(tables.rows("words"));
        List<TableRow> drugRows = tables.rows("drugs");
        TableRow anyRow = drugRows.get(0);
        int context = vocabulary.concept(anyRow, List.of("{context}"));
        int associated = vocabulary.concept(anyRow, List.of("{associated surgical service}"));
        int bodyFrom = vocabulary.size();
        List<String> bodyParts = bodyParts(tables, vocabulary);
        Drugs drugs = new Drugs(drugRows, vocabulary);
        List<ServiceRule> rules = new ArrayList<>();
        for (TableRow row : tables.rows("services")) {
            ServiceRule rule = ServiceRule.of(row, vocabulary);
            checkTarget(categories, row, rule.category(), rule.subcategory());
            rules.add(rule);
        }
        rules.addAll(drugs.rules());
        for (TableRow row : drugRows) {
            checkTarget(categories, row, PublishedWords.PHARMACEUTICALS, row.required("class"));
        }
        for (TableRow row : tables.rows("crosswalk")) {
            checkTarget(categories, row, row.required("target_category"), row.required("target_subcategory"));
        }
        Target adjunct = new Target(
                ServiceClassifier.SURGERY, ServiceClassifier.ADJUNCT, "associated-surgical-service", "services.csv");
        ServiceClassifier services = new ServiceClassifier(
                new ServiceDecision(vocabulary, rules, drugs, context),
                new Crosswalk(tables.rows("crosswalk"), adjunct),
                new Spelling(meanings(vocabulary)),
                associated,
                bodyFrom,
                bodyParts);
        Classifier.Readers readers = new Classifier.Readers(
                services,
                new GuidelineReader(tables.rows("guidelines")),
                new Names(tables.rows("specialties"), "names"),
                new Names(tables.rows("states"), "names"));
        return new Built(categories, readers, List.copyOf(rules));
    }

    /**
     * The built-in tables.
     *
     * @throws InvalidTableException if a table cannot be used
     */
    public static Taxonomy load() {
        return load(List.of());
    }

    /**
     * The built-in tables with a user's over them: a row with an id of ours takes its place, other rows are added. A file
     * says by its header which table it extends.
     *
     * @throws InvalidTableException if a table cannot be used; its message names file and line
     */
    public static Taxonomy load(List<Path> userTables) {
        if (userTables.isEmpty()) {
            return new Taxonomy(Tables.builtInVersion(), () -> Tables.load(List.of()));
        }
        Tables tables = Tables.load(userTables);
        Taxonomy taxonomy = new Taxonomy(tables.version(), () -> tables);
        // A mistake in a user's table is told at once, not when the first text comes.
        taxonomy.built();
        return taxonomy;
    }

    /** Release and content: {@code 2026.12+} and 12 hexadecimal digits of a hash over all tables. */
    public String version() {
        return version;
    }

    /** What answers by these tables. */
    public Classifier classifier() {
        return classifier;
    }

    /** The tree of services, in the order of its table. */
    public List<ServiceCategory> categories() {
        return built().categories();
    }

    /** Every rule for services, those of the drugs included. */
    List<ServiceRule> rules() {
        return built().rules();
    }

    private static List<ServiceCategory> categories(Tables tables) {
        Map<String, List<String>> tree = new LinkedHashMap<>();
        for (TableRow row : tables.rows("categories")) {
            tree.computeIfAbsent(row.required("category"), c -> new ArrayList<>())
                    .add(row.required("subcategory"));
        }
        List<ServiceCategory> categories = new ArrayList<>();
        tree.forEach((name, subcategories) -> categories.add(new ServiceCategory(name, subcategories)));
        return List.copyOf(categories);
    }

    private static List<String> bodyParts(Tables tables, Vocabulary vocabulary) {
        List<String> parts = new ArrayList<>();
        for (TableRow row : tables.rows("bodyparts")) {
            int before = vocabulary.size();
            if (vocabulary.concept(row, row.alternatives("words")) != before) {
                throw row.error("the same words stand for two parts of the body");
            }
            parts.add(row.required("part"));
        }
        return parts;
    }

    /** The words of all rules, each with the concepts it belongs to. */
    private static Map<String, Set<Integer>> meanings(Vocabulary vocabulary) {
        Map<String, Set<Integer>> meanings = new HashMap<>();
        for (int concept = 0; concept < vocabulary.size(); concept++) {
            for (String phrase : vocabulary.phrases(concept)) {
                for (String word : phrase.strip().split(" ", -1)) {
                    meanings.computeIfAbsent(word, w -> new HashSet<>(2)).add(concept);
                }
            }
        }
        return meanings;
    }

    private static void checkTarget(
            List<ServiceCategory> categories, TableRow row, String category, String subcategory) {
        boolean known = categories.stream()
                .anyMatch(c -> c.name().equals(category)
                        && (c.subcategories().contains(subcategory) || subcategory.equals(PublishedWords.NOT_STATED)));
        if (!known) {
            throw row.error("categories.csv has no " + category + " > " + subcategory);
        }
    }
}
