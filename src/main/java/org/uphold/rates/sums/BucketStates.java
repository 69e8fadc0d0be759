package org.uphold.rates.sums;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many letters came to each bucket, less those that went, and the sum of the digests of what they say. */
public final class BucketStates {

    private static final long LOW = 0xffffffffL;

    private final SortedMap<Integer, Sums> buckets = new TreeMap<>();
    private boolean taken;

    /** Digests are summed in two halves, so that billions of letters overflow neither. */
    private static final class Sums {
        private long letters;
        private long high;
        private long low;
    }

    public void add(LetterBatch letters) {
        for (int letter = 0; letter < letters.letters(); letter++) {
            Sums sums = buckets.computeIfAbsent(letters.bucket(letter), b -> new Sums());
            int sign = letters.sign(letter);
            long digest = letters.digest(letter);
            sums.letters += sign;
            sums.high += sign * (digest >> 32);
            sums.low += sign * (digest & LOW);
            taken |= sign < 0;
        }
    }

    /** Buckets that letters came into or went from. */
    public SortedMap<Integer, Change> changes() {
        SortedMap<Integer, Change> changes = new TreeMap<>();
        for (Map.Entry<Integer, Sums> entry : buckets.entrySet()) {
            Sums sums = entry.getValue();
            changes.put(
                    entry.getKey(),
                    new Change(
                            sums.letters,
                            BigInteger.valueOf(sums.high).shiftLeft(32).add(BigInteger.valueOf(sums.low))));
        }
        return changes;
    }

    /** Whether any letter went. */
    public boolean isTaken() {
        return taken;
    }

    /**
     * What a bucket gained, or lost.
     *
     * @param letters letters
     * @param content sum of their digests
     */
    public record Change(long letters, BigInteger content) {}
}
