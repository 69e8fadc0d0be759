package org.uphold.rates.sums;

import java.util.Arrays;

/**
 * Some letters with their items, as columns of numbers. What dimensions are read from stands in <em>inputs</em>: for each item,
 * the number of its value of every input (a letter's value is repeated for its items).
 */
public final class LetterBatch {

    /** A day that is not stated. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private final int inputs;
    private int letters;
    private int items;
    private long[] ids = new long[64];
    private int[] signs = new int[64];
    private int[] buckets = new int[64];
    private int[] days = new int[64 * 4];
    private long[] digests = new long[64];
    private int[] ends = new int[64];
    private byte[] outcomes = new byte[128];
    private int[] values;

    /**
     * @param inputs how many
     */
    public LetterBatch(int inputs) {
        this.inputs = inputs;
        this.values = new int[128 * Math.max(1, inputs)];
    }

    /**
     * Adds a letter; its items follow.
     *
     * @param id its number
     * @param sign 1 came, -1 went
     * @param bucket its month
     * @param decidedFrom first day of the decision
     * @param decidedTo last day of the decision
     * @param received day of the application
     * @param assigned day of the assignment
     * @param digest first eight bytes of its content hash
     */
    public void letter(
            long id, int sign, int bucket, int decidedFrom, int decidedTo, int received, int assigned, long digest) {
        if (letters == ids.length) {
            ids = Arrays.copyOf(ids, 2 * letters);
            signs = Arrays.copyOf(signs, 2 * letters);
            buckets = Arrays.copyOf(buckets, 2 * letters);
            days = Arrays.copyOf(days, 8 * letters);
            digests = Arrays.copyOf(digests, 2 * letters);
            ends = Arrays.copyOf(ends, 2 * letters);
        }
        ids[letters] = id;
        signs[letters] = sign;
        buckets[letters] = bucket;
        days[4 * letters] = decidedFrom;
        days[4 * letters + 1] = decidedTo;
        days[4 * letters + 2] = received;
        days[4 * letters + 3] = assigned;
        digests[letters] = digest;
        ends[letters] = items;
        letters++;
    }

    /** Adds an item of the last letter, its outcome as {@link org.uphold.determination.Outcome} counts them; its values follow by {@link #put}. */
    public void item(int outcome) {
        if (items == outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, 2 * items);
            values = Arrays.copyOf(values, 2 * values.length);
        }
        outcomes[items] = (byte) outcome;
        items++;
        ends[letters - 1] = items;
    }

    /** Sets the last item's value of an input. */
    public void put(int input, int value) {
        values[(items - 1) * inputs + input] = value;
    }

    public int letters() {
        return letters;
    }

    public boolean isLast(long id) {
        return letters > 0 && ids[letters - 1] == id;
    }

    int sign(int letter) {
        return signs[letter];
    }

    int bucket(int letter) {
        return buckets[letter];
    }

    int decidedFrom(int letter) {
        return days[4 * letter];
    }

    int decidedTo(int letter) {
        return days[4 * letter + 1];
    }

    int received(int letter) {
        return days[4 * letter + 2];
    }

    int assigned(int letter) {
        return days[4 * letter + 3];
    }

    long digest(int letter) {
        return digests[letter];
    }

    /** First item of a letter; the last is before that of the next. */
    int from(int letter) {
        return letter == 0 ? 0 : ends[letter - 1];
    }

    int to(int letter) {
        return ends[letter];
    }

    /** As {@link org.uphold.determination.Outcome} counts them. */
    int outcome(int item) {
        return outcomes[item];
    }

    int value(int item, int input) {
        return values[item * inputs + input];
    }
}
