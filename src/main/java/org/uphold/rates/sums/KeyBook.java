package org.uphold.rates.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which keys of a dimension a value counts: under one, several where several are mentioned, or none. Values and keys are
 * numbers here; the words of a key are kept once.
 */
public final class KeyBook {

    private int[][] byValue = new int[64][];
    private int known;
    private final List<List<String>> keys = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();

    /** Values with numbers below this one are written down. */
    public int known() {
        return known;
    }

    /** Writes the next value down, with each key as often as an item with it counts there. */
    public void add(List<List<String>> keysOfValue) {
        if (known == byValue.length) {
            byValue = Arrays.copyOf(byValue, 2 * known);
        }
        byValue[known++] = keysOfValue.stream().mapToInt(this::number).toArray();
    }

    /** Numbers of a value's keys. */
    int[] keys(int value) {
        return byValue[value];
    }

    /** The words of a key, one for each column of the dimension. */
    List<String> words(int key) {
        return keys.get(key);
    }

    /** The number of a key that some value has, or -1. */
    int find(List<String> words) {
        return numbers.getOrDefault(words, -1);
    }

    private int number(List<String> words) {
        return numbers.computeIfAbsent(words, w -> {
            keys.add(w);
            return keys.size() - 1;
        });
    }
}
