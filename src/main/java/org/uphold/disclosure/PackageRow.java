package org.uphold.disclosure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Tally;

/**
 * One row of a package.
 *
 * @param table file name
 * @param key values of its key
 * @param counts by {@link Quantity}; null where they are hidden and not known to us either
 * @param listed whether some package names it, so that somebody counts under it; not so of a stretch of time that none is about
 */
@SuppressWarnings("ArrayRecordComponent") // small, inside this room, never compared by value
record PackageRow(String table, List<String> key, long @Nullable [] counts, boolean listed) {

    PackageRow(String table, List<String> key, long @Nullable [] counts) {
        this(table, key, counts, true);
    }

    static PackageRow of(String table, List<String> key, Tally tally) {
        long[] counts = new long[Quantity.COUNT];
        for (Quantity quantity : Quantity.values()) {
            counts[quantity.index()] = quantity.of(tally);
        }
        return new PackageRow(table, key, counts);
    }

    long count(Quantity quantity) {
        return counts == null ? 0 : counts[quantity.index()];
    }

    /** The counts in the order of {@link Quantity}. */
    List<Long> list() {
        return Arrays.stream(Quantity.values()).map(this::count).toList();
    }

    long items() {
        return count(Quantity.UPHELD)
                + count(Quantity.OVERTURNED)
                + count(Quantity.PARTIALLY_OVERTURNED)
                + count(Quantity.UNKNOWN);
    }

    /** {@code uphold_by_service_category[Physical Therapy]}. */
    String name() {
        return table + key;
    }
}
