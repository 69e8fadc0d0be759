package org.uphold.classification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last resort for a text in which no rule's words were found: a long word that is one slip of the pen away (one letter
 * too many, too few, wrong, or two swapped; two slips from {@value #TWO_SLIPS} letters on) from exactly one long word of
 * the tables is read as that word. Found by the words with letters left out, not by comparing with every word.
 */
final class Spelling {

    static final int SHORTEST = 7;
    static final int TWO_SLIPS = 11;

    private final Map<String, Set<Integer>> meanings;
    private final Map<String, Set<String>> byRemainder = new HashMap<>();

    /** @param meanings the words, each with what it may mean: of several words as near, those that mean the same are as one */
    Spelling(Map<String, Set<Integer>> meanings) {
        this.meanings = Map.copyOf(meanings);
        for (String word : this.meanings.keySet()) {
            if (word.length() >= SHORTEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                for (String remainder : remainders(word)) {
                    byRemainder
                            .computeIfAbsent(remainder, k -> new HashSet<>(2))
                            .add(word);
                }
            }
        }
    }

    /** The text with misspelt words corrected, or null if there is nothing to correct. */
    @Nullable
    NormalizedText corrected(NormalizedText text) {
        String[] words = text.toString().strip().split(" ", -1);
        boolean changed = false;
        for (int i = 0; i < words.length; i++) {
            String better = meant(words[i]);
            if (better != null) {
                words[i] = better;
                changed = true;
            }
        }
        return changed ? NormalizedText.of(String.join(" ", words)) : null;
    }

    private @Nullable String meant(String word) {
        if (word.length() < SHORTEST - 1 || word.length() > 40 || meanings.containsKey(word)) {
            return null;
        }
        Set<String> near = new HashSet<>();
        int allowed = word.length() >= TWO_SLIPS ? 2 : 1;
        int closest = allowed + 1;
        for (String remainder : remainders(word)) {
            for (String candidate : byRemainder.getOrDefault(remainder, Set.of())) {
                int distance = distance(word, candidate);
                if (distance < closest) {
                    closest = distance;
                    near.clear();
                }
                if (distance == closest && distance <= allowed) {
                    near.add(candidate);
                }
            }
        }
        return meaningTheSame(near);
    }

    /** The first of the words in the order of the alphabet, or null if there is none or they share no meaning. */
    private @Nullable String meaningTheSame(Set<String> words) {
        Set<Integer> shared = null;
        String first = null;
        for (String word : words) {
            Set<Integer> means = meanings.getOrDefault(word, Set.of());
            if (shared == null) {
                shared = new HashSet<>(means);
            } else {
                shared.retainAll(means);
            }
            first = first == null || word.compareTo(first) < 0 ? word : first;
        }
        return shared == null || shared.isEmpty() && words.size() > 1 ? null : first;
    }

    /** The word, and the word without one letter, and for long words without two. */
    private static Set<String> remainders(String word) {
        Set<String> result = new HashSet<>();
        result.add(word);
        int depth = word.length() >= TWO_SLIPS - 1 ? 2 : 1;
        Set<String> level = Set.of(word);
        for (int d = 0; d < depth; d++) {
            Set<String> next = new HashSet<>();
            for (String w : level) {
                for (int i = 0; i < w.length(); i++) {
                    next.add(w.substring(0, i) + w.substring(i + 1));
                }
            }
            result.addAll(next);
            level = next;
        }
        return result;
    }

    /** Letters added, left out, replaced, or swapped with their neighbour. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, d[i - 2][j - 2] + 1);
                }
                d[i][j] = least;
            }
        }
        return d[a.length()][b.length()];
    }
}
