package org.uphold.disclosure;

import java.util.stream.LongStream;

/**
 * A hidden count that must not be narrowed down.
 *
 * @param row number of its row
 * @param quantity which count
 * @param values values that must remain possible
 * @param all whether all of them must, or just one
 */
@SuppressWarnings("ArrayRecordComponent") // small, inside this room, never compared by value
record Target(int row, Quantity quantity, long[] values, boolean all) {

    static final int SMALL = 10;

    /** A count of few people: all of 1 to 10 must remain possible. */
    static Target small(int row, Quantity quantity) {
        return new Target(row, quantity, LongStream.rangeClosed(1, SMALL).toArray(), true);
    }

    /** A change by few people between two states of the store: all of 1 to 10, or as many fewer, must remain possible. */
    static Target change(int row, Quantity quantity, long truth) {
        long sign = Long.signum(truth);
        return new Target(
                row,
                quantity,
                LongStream.rangeClosed(1, SMALL).map(d -> sign * d).toArray(),
                true);
    }

    /** A count that is hidden for another reason: some other value must remain possible. */
    static Target other(int row, Quantity quantity, long truth) {
        long[] values = LongStream.rangeClosed(1, SMALL)
                .flatMap(d -> LongStream.of(truth + d, truth - d))
                .filter(v -> v >= ModelSystem.hiddenFrom(quantity))
                .toArray();
        return new Target(row, quantity, values, false);
    }

    /** A count that differs by few people from one published before: differences of 1 to 10 must remain possible. */
    static Target difference(int row, Quantity quantity, long truth, long earlier) {
        long sign = Long.signum(truth - earlier);
        long[] values = LongStream.rangeClosed(1, SMALL)
                .map(d -> earlier + sign * d)
                .filter(v -> v >= ModelSystem.hiddenFrom(quantity))
                .toArray();
        return new Target(row, quantity, values, true);
    }

    int variable() {
        return ModelSystem.variable(row, quantity);
    }
}
