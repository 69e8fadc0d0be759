package org.uphold.bench.chance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uphold.aggregate.Cell;
import org.uphold.aggregate.Tally;

/** The rows of one table, letter by letter. */
final class Sums {

    private static final int UPHELD = 0;
    private static final int OVERTURNED = 1;

    private final Map<List<String>, Tally> tallies = new HashMap<>();
    private final Map<List<String>, Map<String, Long>> mixes = new HashMap<>();
    private final Map<List<String>, int[]> letter = new HashMap<>();

    /** One determined item of the letter at hand. */
    void add(List<String> key, String category, boolean upheld) {
        letter.computeIfAbsent(key, k -> new int[2])[upheld ? UPHELD : OVERTURNED]++;
        mixes.computeIfAbsent(key, k -> new HashMap<>()).merge(category, 1L, Long::sum);
    }

    void endOfLetter() {
        letter.forEach((key, counts) ->
                tallies.merge(key, Tally.ofLetter(counts[UPHELD], counts[OVERTURNED], 0, 0), Tally::plus));
        letter.clear();
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        tallies.forEach((key, tally) -> cells.add(new Cell(key, tally, mixes.getOrDefault(key, Map.of()))));
        return cells;
    }
}
