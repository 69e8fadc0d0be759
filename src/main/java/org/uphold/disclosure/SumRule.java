package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.uphold.disclosure.Link.Relation;

/**
 * At least two hidden rows in every sum of a package that has one, one more where those are all tiny or sum to few people. Sums that tie
 * a package to others are the audit's: what is left between two windows is often of many people, and then tells nothing.
 */
final class SumRule {

    private static final long TINY = 3;

    private final PackageModel model;
    private final List<int[]> sums = new ArrayList<>();
    private final int[][] sumsByRow;
    private final int[] hidden;
    private final int[] notTiny;
    private final long[] cases;

    /** @param hidden which rows are hidden to begin with */
    SumRule(PackageModel model, boolean[] hidden) {
        this.model = model;
        int[] sizes = new int[hidden.length];
        for (Link link : model.links()) {
            int[] members = members(link);
            if (link.items() == Relation.SUM && Arrays.stream(members).allMatch(model::movable)) {
                sums.add(members);
                Arrays.stream(members).forEach(row -> sizes[row]++);
            }
        }
        sumsByRow = new int[hidden.length][];
        Arrays.setAll(sumsByRow, row -> new int[sizes[row]]);
        for (int sum = 0; sum < sums.size(); sum++) {
            for (int row : sums.get(sum)) {
                sumsByRow[row][--sizes[row]] = sum;
            }
        }
        this.hidden = new int[sums.size()];
        this.notTiny = new int[sums.size()];
        this.cases = new long[sums.size()];
        for (int row = 0; row < hidden.length; row++) {
            if (hidden[row]) {
                set(row, true);
            }
        }
    }

    private static int[] members(Link link) {
        int[] members = Arrays.copyOf(link.children(), link.children().length + 1);
        members[members.length - 1] = link.parent();
        return members;
    }

    /** Notes that a row is hidden now, or shown. */
    void set(int row, boolean hide) {
        long count = model.rows().get(row).count(Quantity.CASES);
        int sign = hide ? 1 : -1;
        for (int sum : sumsByRow[row]) {
            hidden[sum] += sign;
            cases[sum] += sign * count;
            notTiny[sum] += count > TINY ? sign : 0;
        }
    }

    int count() {
        return sums.size();
    }

    int[] members(int sum) {
        return sums.get(sum);
    }

    /** Sums that a row stands in, as their total or as a part. */
    int[] of(int row) {
        return sumsByRow[row];
    }

    boolean needsMore(int sum) {
        return hidden[sum] == 1 || (hidden[sum] == 2 && (notTiny[sum] == 0 || cases[sum] <= Target.SMALL));
    }

    /** Whether one hidden row stands alone in it. */
    boolean hasOne(int sum) {
        return hidden[sum] == 1;
    }

    /** Whether every sum of a row has enough hidden rows, or none. */
    boolean isKeptAround(int row) {
        return Arrays.stream(sumsByRow[row]).noneMatch(this::needsMore);
    }
}
