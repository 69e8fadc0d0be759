package org.uphold.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.uphold.rates.Dimension;

/**
 * The publication score of a table by the California Health and Human Services Data De-Identification Guidelines 2.0, as read in this
 * project; a privacy officer confirms the reading. A table is released if its smallest count is at least 11 and its denominators at
 * least 20,000, or else if the score is at most 12.
 *
 * @param smallest smallest non-zero count of people in the rows looked at; 0 without any
 * @param denominator fewest determined cases of these rows, counted low: an unknown item may be a case of its own
 * @param events points for the smallest count
 * @param time points for the length of time that a row covers
 * @param state points for a place as large as the state
 * @param interactions points for crossing variables
 * @param variables points for the number of groups of each variable
 */
record CalhhsScore(long smallest, long denominator, int events, int time, int state, int interactions, int variables) {

    static final int RELEASED_UP_TO = 12;

    private static final int STATE = -5;
    private static final long SAFE_COUNT = 11;
    private static final long SAFE_DENOMINATOR = 20_000;
    private static final long MONTH = 31;
    private static final long YEAR = 365;

    /**
     * @param dimensions of the table
     * @param rows shown
     * @param groups number of groups of each dimension
     * @param days length of the window
     */
    static CalhhsScore of(List<Dimension> dimensions, List<PackageRow> rows, List<Integer> groups, long days) {
        long smallest = rows.stream()
                .mapToLong(SensitiveCounts::smallest)
                .filter(s -> s > 0)
                .min()
                .orElse(0);
        long denominator = rows.stream()
                .mapToLong(r -> Math.max(0, r.count(Quantity.CASES) - r.count(Quantity.UNKNOWN)))
                .min()
                .orElse(0);
        int crossed = 0;
        int variables = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            if (!dimensions.get(i).isTime()) {
                crossed++;
                variables += variable(groups.get(i));
            }
        }
        return new CalhhsScore(
                smallest,
                denominator,
                events(smallest),
                time(covered(dimensions, days)),
                STATE,
                interactions(crossed, smallest),
                variables);
    }

    /** Days that one row of a table covers. */
    static long covered(List<Dimension> dimensions, long days) {
        return dimensions.contains(Dimension.MONTH)
                ? Math.min(days, MONTH)
                : dimensions.contains(Dimension.YEAR) ? Math.min(days, YEAR) : days;
    }

    /** Distinct values of each dimension among rows. */
    static List<Integer> groups(List<Dimension> dimensions, List<PackageRow> rows) {
        int column = 0;
        List<Integer> groups = new java.util.ArrayList<>();
        for (Dimension dimension : dimensions) {
            int from = column;
            column += dimension.columns().size();
            int to = column;
            Set<List<String>> values = new HashSet<>();
            rows.forEach(r -> values.add(r.key().subList(from, to)));
            groups.add(values.size());
        }
        return groups;
    }

    /** Of counts up to 10 as if the smallest were 1: all that a table that shows nothing may say of them is that there are some. */
    CalhhsScore worst() {
        return smallest == 0 || smallest >= SAFE_COUNT
                ? this
                : new CalhhsScore(1, 0, events(1), time, state, Math.max(interactions, interactions(0, 1)), variables);
    }

    /** The same with other points for time. */
    CalhhsScore withTime(int points) {
        return new CalhhsScore(smallest, denominator, events, points, state, interactions, variables);
    }

    int total() {
        return events + time + state + interactions + variables;
    }

    boolean released() {
        return (smallest >= SAFE_COUNT && denominator >= SAFE_DENOMINATOR) || total() <= RELEASED_UP_TO;
    }

    static int events(long smallest) {
        return smallest >= 1000 ? 2 : smallest >= 100 ? 3 : smallest >= 11 ? 5 : smallest == 0 ? 0 : 7;
    }

    static int time(long days) {
        if (days >= 5 * YEAR) {
            return -5;
        }
        if (days >= 2 * YEAR) {
            return -3;
        }
        if (days >= YEAR) {
            return 0;
        }
        return days >= 181 ? 3 : days >= 90 ? 4 : 5;
    }

    static int interactions(int crossed, long smallest) {
        return switch (crossed) {
            case 0 -> smallest >= 5 || smallest == 0 ? -5 : smallest >= 3 ? -3 : 0;
            case 1 -> 1;
            case 2 -> 2;
            default -> 4;
        };
    }

    static int variable(int groups) {
        return groups >= 10 ? 7 : groups >= 5 ? 5 : 3;
    }
}
