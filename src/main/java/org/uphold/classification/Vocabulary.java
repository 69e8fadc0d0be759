package org.uphold.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The phrases of all rules as numbered concepts: a concept is a set of phrases that mean the same to a rule. Lists named in
 * {@code words.csv} are written {@code {name}} in a pattern and expanded here.
 */
final class Vocabulary {

    private static final int LARGEST_EXPANSION = 5_000;

    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<TreeSet<String>, Integer> concepts = new HashMap<>();
    private final List<TreeSet<String>> phrases = new ArrayList<>();
    private final WordFinder.Builder finder = new WordFinder.Builder();

    Vocabulary(List<TableRow> wordLists) {
        for (TableRow row : wordLists) {
            List<String> expanded = new ArrayList<>();
            for (String phrase : row.alternatives("words")) {
                expanded.addAll(expand(row, phrase));
            }
            lists.put(row.required("id"), List.copyOf(expanded));
        }
    }

    /** The concept of the alternatives in a pattern's part. */
    int concept(TableRow row, List<String> alternatives) {
        TreeSet<String> set = new TreeSet<>();
        for (String alternative : alternatives) {
            for (String phrase : expand(row, alternative)) {
                String key = WordFinder.Builder.key(phrase);
                if (key.isBlank()) {
                    throw row.error("nothing is left of \"" + phrase + "\" without punctuation");
                }
                set.add(key);
            }
        }
        if (set.isEmpty()) {
            throw row.error("a pattern has an empty part");
        }
        Integer known = concepts.get(set);
        if (known != null) {
            return known;
        }
        int id = phrases.size();
        concepts.put(set, id);
        phrases.add(set);
        for (String key : set) {
            finder.addKey(key, id);
        }
        return id;
    }

    /** The phrases of a concept, each with a blank before and, unless it is the beginning of a word, one behind. */
    TreeSet<String> phrases(int concept) {
        return phrases.get(concept);
    }

    int size() {
        return phrases.size();
    }

    WordFinder build() {
        return finder.build();
    }

    private List<String> expand(TableRow row, String phrase) {
        int open = phrase.indexOf('{');
        if (open < 0) {
            return List.of(phrase);
        }
        int close = phrase.indexOf('}', open);
        if (close < 0) {
            throw row.error("\"" + phrase + "\" opens a brace and does not close it");
        }
        String name = phrase.substring(open + 1, close);
        List<String> list = lists.get(name);
        if (list == null) {
            throw row.error("no list of words above is called {" + name + "}");
        }
        List<String> result = new ArrayList<>();
        boolean last = close == phrase.length() - 1;
        for (String word : list) {
            String inner = last || !word.endsWith("*") ? word : word.substring(0, word.length() - 1);
            result.addAll(expand(row, phrase.substring(0, open) + inner + phrase.substring(close + 1)));
        }
        if (result.size() > LARGEST_EXPANSION) {
            throw row.error("\"" + phrase + "\" stands for more than " + LARGEST_EXPANSION + " phrases");
        }
        return result;
    }
}
