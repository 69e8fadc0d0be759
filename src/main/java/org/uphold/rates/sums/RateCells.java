package org.uphold.rates.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.uphold.determination.Outcome;

/**
 * The cells of one table of rates. An item counts under every combination of its dimensions' keys; what a letter adds to a cell
 * is {@link org.uphold.rates.Tally#ofLetter} of its items there.
 */
final class RateCells implements Summation {

    /** Upheld, overturned, partially overturned and unknown items: the first outcomes, in this order. */
    private static final int KINDS = 4;

    private final String grouping;
    private final int[] inputs;
    private final KeyBook[] books;
    private final int width;
    private final CellMap cells;

    // The groups that one letter's items are in, with the items of each kind.
    private int[] groups;
    private int[] counts;
    private int found;

    /**
     * @param grouping name of the cells
     * @param parts its dimensions; none: all items are one group
     */
    RateCells(String grouping, List<Keys.Part> parts) {
        this.grouping = grouping;
        this.inputs = parts.stream().mapToInt(Keys.Part::input).toArray();
        this.books = parts.stream().map(Keys.Part::book).toArray(KeyBook[]::new);
        this.width = 1 + books.length;
        this.cells = new CellMap(width);
        this.groups = new int[16 * width];
        this.counts = new int[16 * KINDS];
    }

    @Override
    public String grouping() {
        return grouping;
    }

    @Override
    public CellMap cells() {
        return cells;
    }

    @Override
    public List<String> words(int cell) {
        List<String> words = new ArrayList<>();
        for (int d = 0; d < books.length; d++) {
            words.addAll(books[d].words(cells.key(cell, 1 + d)));
        }
        return words;
    }

    @Override
    public void add(LetterBatch letters) {
        int[][] keys = new int[books.length][];
        int[] at = new int[books.length];
        for (int letter = 0; letter < letters.letters(); letter++) {
            found = 0;
            int bucket = letters.bucket(letter);
            for (int item = letters.from(letter); item < letters.to(letter); item++) {
                int outcome = letters.outcome(item);
                if (outcome < KINDS && lookUp(letters, item, keys)) {
                    Arrays.fill(at, 0);
                    do {
                        count(bucket, keys, at, outcome);
                    } while (advance(at, keys));
                }
            }
            for (int g = 0; g < found; g++) {
                int c = g * KINDS;
                cells.add(
                        groups,
                        g * width,
                        letters.sign(letter),
                        counts[c],
                        counts[c + 1],
                        counts[c + 2],
                        counts[c + 3]);
            }
        }
    }

    /** Finds an item's keys of every dimension; false where one has none, so that the item is in no group. */
    private boolean lookUp(LetterBatch letters, int item, int[][] keys) {
        for (int d = 0; d < books.length; d++) {
            keys[d] = books[d].keys(letters.value(item, inputs[d]));
            if (keys[d].length == 0) {
                return false;
            }
        }
        return true;
    }

    /** The next combination of keys; false after the last. */
    private static boolean advance(int[] at, int[][] keys) {
        for (int d = at.length - 1; d >= 0; d--) {
            if (++at[d] < keys[d].length) {
                return true;
            }
            at[d] = 0;
        }
        return false;
    }

    private void count(int bucket, int[][] keys, int[] at, int outcome) {
        if ((found + 1) * width > groups.length) {
            groups = Arrays.copyOf(groups, 2 * groups.length);
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        int to = found * width;
        groups[to] = bucket;
        for (int d = 0; d < at.length; d++) {
            groups[to + 1 + d] = keys[d][at[d]];
        }
        int group = 0;
        while (group < found && !isSame(group * width, to)) {
            group++;
        }
        if (group == found) {
            Arrays.fill(counts, group * KINDS, (group + 1) * KINDS, 0);
            found++;
        }
        counts[group * KINDS + outcome]++;
    }

    /** Keys are a few numbers: comparing arrays as such would take longer. */
    private boolean isSame(int one, int other) {
        for (int i = 0; i < width; i++) {
            if (groups[one + i] != groups[other + i]) {
                return false;
            }
        }
        return true;
    }

    static {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.isItem() != outcome.ordinal() < KINDS) {
                throw new IllegalStateException("The first outcomes are those that tables count: " + outcome);
            }
        }
    }
}
