package org.uphold.bench.chance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uphold.rates.Cell;
import org.uphold.rates.Tally;

/** The rows of one table by their number, letter by letter. */
final class Sums {

    private final List<List<String>> keys;
    private final Tally[] tallies;
    private final int[][] mixes;
    private final int[] upheld;
    private final int[] overturned;
    private final List<Integer> touched = new ArrayList<>();

    /**
     * @param keys of the rows
     */
    Sums(List<List<String>> keys) {
        this.keys = keys;
        tallies = new Tally[keys.size()];
        Arrays.fill(tallies, Tally.ZERO);
        mixes = new int[keys.size()][World.CATEGORIES.size()];
        upheld = new int[keys.size()];
        overturned = new int[keys.size()];
    }

    /** One determined item of the letter at hand. */
    void add(int row, int category, boolean isUpheld) {
        if (upheld[row] + overturned[row] == 0) {
            touched.add(row);
        }
        (isUpheld ? upheld : overturned)[row]++;
        mixes[row][category]++;
    }

    void endOfLetter() {
        for (int row : touched) {
            tallies[row] = tallies[row].plus(Tally.ofLetter(upheld[row], overturned[row], 0, 0));
            upheld[row] = 0;
            overturned[row] = 0;
        }
        touched.clear();
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < tallies.length; row++) {
            if (tallies[row].items() > 0) {
                cells.add(new Cell(keys.get(row), tallies[row], mix(row)));
            }
        }
        return cells;
    }

    private Map<String, Long> mix(int row) {
        Map<String, Long> mix = new HashMap<>();
        for (int category = 0; category < mixes[row].length; category++) {
            if (mixes[row][category] > 0) {
                mix.put(World.CATEGORIES.get(category).get(0), (long) mixes[row][category]);
            }
        }
        return mix;
    }
}
