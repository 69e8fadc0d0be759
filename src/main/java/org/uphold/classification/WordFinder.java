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

    /** What letters are called in the {@link #branches} of a node: all that a normalised text is made of. */
    private static final String ALPHABET = " abcdefghijklmnopqrstuvwxyz0123456789.#";

    private static final byte[] CODES = codes();
    /** Beside the letters in {@link #branches}: some phrase ends at the node. */
    private static final long ENDS = 1L << 63;

    // The nodes, level by level, so that children of one parent stand next to each other, in the order of the alphabet.
    // Of each: by which letters it goes on, where its children begin, and what ends there.
    private final long[] branches;
    private final int[] children;
    private final int[][] concepts;

    private WordFinder(Tree root) {
        List<Tree> nodes = new ArrayList<>(List.of(root));
        List<Integer> starts = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            starts.add(nodes.size());
            nodes.addAll(nodes.get(n).children.values());
        }
        children = starts.stream().mapToInt(Integer::intValue).toArray();
        concepts = nodes.stream().map(node -> node.concepts).toArray(int[][]::new);
        branches = nodes.stream().mapToLong(Tree::branches).toArray();
    }

    void find(NormalizedText text, Sink sink) {
        int length = text.length();
        for (int begin = 1; begin < length; begin++) {
            int node = child(0, text.letterAt(begin));
            for (int at = begin + 1; node != NOWHERE; at++) {
                if (branches[node] < 0) {
                    for (int concept : concepts[node]) {
                        sink.found(concept, begin, at);
                    }
                }
                node = at < length ? child(node, text.letterAt(at)) : NOWHERE;
            }
            while (begin < length && text.letterAt(begin) != ' ') {
                begin++;
            }
        }
    }

    private int child(int node, byte letter) {
        int code = CODES[letter];
        long from = branches[node] << 63 - code;
        // The letter's own bit is the highest now; those behind it are the letters before it.
        return from < 0 ? children[node] + Long.bitCount(from) - 1 : NOWHERE;
    }

    private static byte[] codes() {
        byte[] codes = new byte[128];
        Arrays.fill(codes, (byte) ALPHABET.length());
        for (int i = 0; i < ALPHABET.length(); i++) {
            codes[ALPHABET.charAt(i)] = (byte) i;
        }
        return codes;
    }

    /** A node while phrases are still added. */
    private static final class Tree {
        private final SortedMap<Byte, Tree> children = new TreeMap<>();
        private int[] concepts = NOTHING;

        private void add(String phrase, int[] of) {
            Tree node = this;
            for (int i = 0; i < phrase.length(); i++) {
                node = node.children.computeIfAbsent(CODES[phrase.charAt(i)], code -> new Tree());
            }
            node.concepts = of;
        }

        private long branches() {
            long branches = concepts.length == 0 ? 0 : ENDS;
            for (byte code : children.keySet()) {
                branches |= 1L << code;
            }
            return branches;
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
            Tree root = new Tree();
            concepts.forEach((key, ids) -> root.add(
                    key.substring(1), ids.stream().mapToInt(Integer::intValue).toArray()));
            return new WordFinder(root);
        }
    }
}
