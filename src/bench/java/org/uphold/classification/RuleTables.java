package org.uphold.classification;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in classification tables as plain tables for a database, so that others can be asked to classify by the same
 * rules: phrases with the concept they mean, rules over concepts, names. It stands in this package because the rules are
 * nobody else's business.
 *
 * <pre>RuleTables FOLDER</pre>
 *
 * <p>A phrase is normalised ({@link NormalizedText}); of one that is the beginning of a word, {@code is_prefix} is true.
 */
public final class RuleTables {

    private final Path folder;

    private RuleTables(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        new RuleTables(folder).write(Tables.load(List.of()));
    }

    private void write(Tables tables) throws IOException {
        Vocabulary vocabulary = new Vocabulary(tables.rows("words"));
        List<TableRow> drugRows = tables.rows("drugs");
        TableRow any = drugRows.get(0);
        int context = vocabulary.concept(any, List.of("{context}"));
        int associated = vocabulary.concept(any, List.of("{associated surgical service}"));
        int notOnSkin = vocabulary.concept(any, List.of("{not on the skin}"));
        Drugs drugs = new Drugs(drugRows, vocabulary);
        List<ServiceRule> rules = new ArrayList<>();
        for (TableRow row : tables.rows("services")) {
            rules.add(ServiceRule.of(row, vocabulary));
        }
        rules.addAll(drugs.rules());
        concepts(vocabulary, drugs, context, associated, notOnSkin);
        phrases(vocabulary);
        rules(rules, drugs.compound());
        names(tables);
    }

    private void concepts(Vocabulary vocabulary, Drugs drugs, int context, int associated, int notOnSkin)
            throws IOException {
        try (Writer out = table("rule_concept", "concept,role")) {
            for (int c = 0; c < vocabulary.size(); c++) {
                String role = drugs.isActive(c)
                        ? "active"
                        : drugs.isMild(c)
                                ? "mild"
                                : drugs.isTopicalBrand(c)
                                        ? "brand"
                                        : c == context
                                                ? "context"
                                                : c == associated
                                                        ? "associated"
                                                        : c == drugs.compoundWord()
                                                                ? "compound"
                                                                : c == drugs.topicalForm()
                                                                        ? "topical"
                                                                        : c == notOnSkin ? "not on skin" : "";
                out.write(c + "," + role + "\n");
            }
        }
    }

    private void phrases(Vocabulary vocabulary) throws IOException {
        try (Writer out = table("rule_phrase", "concept,words,is_prefix,phrase,head,last,letters")) {
            for (int c = 0; c < vocabulary.size(); c++) {
                for (String key : vocabulary.phrases(c)) {
                    boolean prefix = !key.endsWith(" ");
                    String phrase = key.strip();
                    int cut = phrase.lastIndexOf(' ');
                    out.write(c + "," + phrase.split(" ", -1).length + "," + prefix + "," + phrase + ","
                            + (cut < 0 ? "" : phrase.substring(0, cut)) + "," + phrase.substring(cut + 1) + ","
                            + (key.length() - 1) + "\n");
                }
            }
        }
    }

    private void rules(List<ServiceRule> rules, ServiceRule compound) throws IOException {
        try (Writer out = table("rule", "rule,id,priority,category,subcategory,parts");
                Writer parts = table("rule_part", "rule,concept,ordinal");
                Writer unless = table("rule_unless", "rule,concept")) {
            for (int r = 0; r < rules.size(); r++) {
                ServiceRule rule = rules.get(r);
                rule(out, r, rule, rule.parts().length);
                for (int p = 0; p < rule.parts().length; p++) {
                    parts.write(r + "," + rule.parts()[p] + "," + (p + 1) + "\n");
                }
                for (int concept : rule.unless()) {
                    unless.write(r + "," + concept + "\n");
                }
            }
            // Its parts are counted, not listed: how many actives, of which kind.
            rule(out, rules.size(), compound, 0);
        }
    }

    private static void rule(Writer out, int number, ServiceRule rule, int parts) throws IOException {
        out.write(number + "," + rule.id() + "," + rule.priority() + "," + csv(rule.category()) + ","
                + csv(rule.subcategory()) + "," + parts + "\n");
    }

    private void names(Tables tables) throws IOException {
        try (Writer out = table("rule_specialty", "printed,specialty")) {
            for (TableRow row : tables.rows("specialties")) {
                for (String name : row.alternatives("names")) {
                    out.write(csv(NormalizedText.words(name)) + "," + csv(row.required("specialty")) + "\n");
                }
            }
        }
        try (Writer out = table("rule_guideline", "kind,source,guideline,phrase")) {
            for (TableRow row : tables.rows("guidelines")) {
                GuidelineName name = GuidelineName.of(row);
                for (String phrase : row.alternatives("pattern")) {
                    out.write(name.kind() + ","
                            + (name.kind() == GuidelineName.Kind.MARK
                                    ? ""
                                    : name.source().label())
                            + "," + csv(name.guideline()) + "," + NormalizedText.words(phrase) + "\n");
                }
            }
        }
        try (Writer out = table("rule_listed", "phrase,category,subcategory")) {
            for (TableRow row : tables.rows("crosswalk")) {
                if (row.cell("vocabulary").equals("dwc")) {
                    out.write(NormalizedText.words(row.cell("category")) + "," + csv(row.required("target_category"))
                            + "," + csv(row.required("target_subcategory")) + "\n");
                }
            }
        }
    }

    private Writer table(String name, String header) throws IOException {
        Writer out = Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8);
        out.write(header + "\n");
        return out;
    }

    private static String csv(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
