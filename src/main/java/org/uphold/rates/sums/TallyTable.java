package org.uphold.rates.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uphold.rates.Cell;
import org.uphold.rates.Tally;

/** Cells of several groupings, added up whatever month they are of. */
public final class TallyTable {

    private final Map<String, Map<List<String>, long[]>> sums = new HashMap<>();

    /** Adds sums to a group's. */
    public void add(String grouping, List<String> key, long[] more) {
        long[] all =
                sums.computeIfAbsent(grouping, g -> new HashMap<>()).computeIfAbsent(key, k -> new long[more.length]);
        for (int i = 0; i < more.length; i++) {
            all[i] += more[i];
        }
    }

    public void add(SummedCell cell) {
        add(cell.grouping(), cell.key(), cell.tally().sums());
    }

    public void add(TallyTable more) {
        more.sums.forEach((grouping, cells) -> cells.forEach((key, s) -> add(grouping, key, s)));
    }

    /** Rows of a grouping, in any order; none for what only letters had that were taken out. */
    public List<Cell> cells(String grouping) {
        List<Cell> cells = new ArrayList<>();
        sums.getOrDefault(grouping, Map.of()).forEach((key, s) -> {
            if (Arrays.stream(s).anyMatch(sum -> sum != 0)) {
                cells.add(new Cell(key, Tally.of(s), Map.of()));
            }
        });
        return cells;
    }
}
