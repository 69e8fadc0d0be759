package org.uphold.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.uphold.determination.PublishedWords;

/**
 * Rules that come from the table of drugs: a name means its class; an active that is also rubbed on the skin is a topical
 * analgesic where a cream, patch or percentage stands with it, and several of them are a compound.
 */
final class Drugs {

    static final String TOPICAL = "Topical Analgesics";
    static final String COMPOUND = "Topical Compounds";
    static final String COMPOUND_RULE = "drug-several-actives";
    private static final int COMPOUND_PRIORITY = ServiceRule.USUAL + 8;

    /** What a compound is worth whose parts are printed with their percentages: whatever else is in it, it is mixed. */
    static final int MIXED = COMPOUND_PRIORITY + 4;

    private final List<ServiceRule> rules = new ArrayList<>();
    private final Set<Integer> actives = new HashSet<>();
    private final Set<Integer> mild = new HashSet<>();
    private final Set<Integer> topicalBrands = new HashSet<>();
    private final int topicalForm;
    private final int compoundWord;
    private final ServiceRule compound;

    Drugs(List<TableRow> rows, Vocabulary vocabulary) {
        TableRow first = rows.get(0);
        topicalForm = vocabulary.concept(first, List.of("{topical form}"));
        compoundWord = vocabulary.concept(first, List.of("{compound}"));
        int notOnSkin = vocabulary.concept(first, List.of("{not on the skin}"));
        for (TableRow row : rows) {
            String id = row.required("id");
            int names = vocabulary.concept(row, row.alternatives("names"));
            String drugClass = row.required("class");
            int priority = row.number("priority", ServiceRule.USUAL);
            rules.add(new ServiceRule(
                    id,
                    row.table(),
                    priority,
                    PublishedWords.PHARMACEUTICALS,
                    drugClass,
                    new int[] {names},
                    new int[0]));
            switch (row.cell("topical")) {
                case "" -> {}
                case "brand" -> topicalBrands.add(names);
                case "active", "mild" -> {
                    (row.cell("topical").equals("mild") ? mild : actives).add(names);
                    rules.add(new ServiceRule(
                            id + "+topical",
                            row.table(),
                            ServiceRule.USUAL + 2,
                            PublishedWords.PHARMACEUTICALS,
                            TOPICAL,
                            new int[] {names, topicalForm},
                            new int[] {notOnSkin}));
                }
                default -> throw row.error("topical is active, mild, brand or empty, not " + row.cell("topical"));
            }
        }
        compound = new ServiceRule(
                COMPOUND_RULE,
                first.table(),
                COMPOUND_PRIORITY,
                PublishedWords.PHARMACEUTICALS,
                COMPOUND,
                new int[] {topicalForm},
                new int[] {notOnSkin});
    }

    List<ServiceRule> rules() {
        return rules;
    }

    /** The rule that several actives make together. */
    ServiceRule compound() {
        return compound;
    }

    boolean isActive(int concept) {
        return actives.contains(concept);
    }

    /** Menthol and its like, sold without prescription: among themselves they make no compound. */
    boolean isMild(int concept) {
        return mild.contains(concept);
    }

    boolean isTopicalBrand(int concept) {
        return topicalBrands.contains(concept);
    }

    int topicalForm() {
        return topicalForm;
    }

    int compoundWord() {
        return compoundWord;
    }
}
