package org.uphold.classification;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All words of all rules, found in one pass over a normalised text (Aho-Corasick). A phrase is matched as whole words; one
 * that ends in {@code *} at the beginning of a word. Several concepts may share a phrase.
 */
final class WordFinder {

    /** Receives what is found: the concept, and the offsets of its first letter and behind its last. */
    interface Sink {
        void found(int concept, int begin, int end);
    }

    private final AhoCorasickDoubleArrayTrie<int[]> automaton = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;

    private WordFinder(Map<String, int[]> conceptsByPhrase) {
        empty = conceptsByPhrase.isEmpty();
        if (!empty) {
            automaton.build(conceptsByPhrase);
        }
    }

    void find(NormalizedText text, Sink sink) {
        if (empty || text.isEmpty()) {
            return;
        }
        automaton.parseText(text.chars(), (begin, end, concepts) -> {
            for (int concept : concepts) {
                sink.found(concept, begin + 1, end);
            }
        });
    }

    /** Collects phrases before the automaton is built. */
    static final class Builder {
        private final Map<String, List<Integer>> concepts = new TreeMap<>();

        /** Adds a phrase as a table writes it; false if nothing is left of it but blanks. */
        boolean add(String phrase, int concept) {
            String key = key(phrase);
            if (key.isBlank()) {
                return false;
            }
            addKey(key, concept);
            return true;
        }

        /** Adds what {@link #key} made of a phrase. */
        void addKey(String key, int concept) {
            List<Integer> known = concepts.computeIfAbsent(key, k -> new ArrayList<>(2));
            if (!known.contains(concept)) {
                known.add(concept);
            }
        }

        static String key(String phrase) {
            boolean prefix = phrase.endsWith("*");
            String words = NormalizedText.words(prefix ? phrase.substring(0, phrase.length() - 1) : phrase);
            if (words.isEmpty()) {
                return "";
            }
            return prefix ? " " + words : " " + words + " ";
        }

        WordFinder build() {
            Map<String, int[]> packed = new TreeMap<>();
            concepts.forEach((phrase, ids) ->
                    packed.put(phrase, ids.stream().mapToInt(Integer::intValue).toArray()));
            return new WordFinder(packed);
        }
    }
}
