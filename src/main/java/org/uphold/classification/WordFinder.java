package org.uphold.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All words of all rules, found in one pass over a normalised text. A phrase is matched as whole words; one that ends in
 * {@code *} at the beginning of a word. Several concepts may share a phrase. Every phrase begins where a word does, and most words
 * begin none: the phrases are a tree of letters that is entered at each word and mostly left at its second or third letter.
 */
final class WordFinder {

    /** Receives what is found: the concept, and the offsets of its first letter and behind its last. */
    interface Sink {
        void found(int concept, int begin, int end);
    }

    private static final int[] NOTHING = {};
    private static final int NOWHERE = -1;

    // The nodes, level by level, so that children of one parent stand next to each other: the letter of each, what ends
    // there,
    // and where its children begin; they end where those of the node behind begin.
    private final byte[] letters;
    private final int[] children;
    private final int[][] concepts;
    // By their letter: most of a tree's fan is at its root.
    private final int[] first = new int[128];

    private WordFinder(Tree root) {
        List<Tree> nodes = new ArrayList<>(List.of(root));
        int[] starts = new int[16];
        for (int n = 0; n < nodes.size(); n++) {
            if (n + 2 > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[n] = nodes.size();
            nodes.addAll(nodes.get(n).children.values());
        }
        starts[nodes.size()] = nodes.size();
        children = Arrays.copyOf(starts, nodes.size() + 1);
        letters = new byte[nodes.size()];
        concepts = new int[nodes.size()][];
        for (int n = 0; n < letters.length; n++) {
            letters[n] = nodes.get(n).letter;
            concepts[n] = nodes.get(n).concepts;
        }
        for (int letter = 0; letter < first.length; letter++) {
            first[letter] = child(0, (byte) letter);
        }
    }

    void find(NormalizedText text, Sink sink) {
        int length = text.length();
        for (int begin = 1; begin < length; begin++) {
            int node = first[text.letterAt(begin)];
            for (int at = begin + 1; node != NOWHERE; at++) {
                for (int concept : concepts[node]) {
                    sink.found(concept, begin, at);
                }
                node = at < length ? child(node, text.letterAt(at)) : NOWHERE;
            }
            while (begin < length && text.letterAt(begin) != ' ') {
                begin++;
            }
        }
    }

    private int child(int node, byte letter) {
        int end = children[node + 1];
        for (int child = children[node]; child < end; child++) {
            if (letters[child] == letter) {
                return child;
            }
        }
        return NOWHERE;
    }

    /** A node while phrases are still added. */
    private static final class Tree {
        private final byte letter;
        private final SortedMap<Byte, Tree> children = new TreeMap<>();
        private int[] concepts = NOTHING;

        private Tree(byte letter) {
            this.letter = letter;
        }

        private void add(String phrase, int[] of) {
            Tree node = this;
            for (int i = 0; i < phrase.length(); i++) {
                node = node.children.computeIfAbsent((byte) phrase.charAt(i), Tree::new);
            }
            node.concepts = of;
        }
    }

    /** Collects phrases before the tree is laid out. */
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
            Tree root = new Tree((byte) ' ');
            concepts.forEach((key, ids) -> root.add(
                    key.substring(1), ids.stream().mapToInt(Integer::intValue).toArray()));
            return new WordFinder(root);
        }
    }
}
