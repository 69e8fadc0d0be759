package org.uphold.cells;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.CopyRows;

/**
 * Numbers in place of values that come again and again, by their bytes: the first is 0, a new one gets the next number. What
 * the bytes mean is nobody's business here.
 */
final class RawValues {

    private static final int NULL_LENGTH = -1;

    private byte[] bytes = new byte[1 << 12];
    private int used;
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private int count;
    // Open addressing: number + 1, or 0 where free.
    private int[] index = new int[256];

    /** Values met so far. */
    int count() {
        return count;
    }

    /** The bytes of a value; null for null. */
    byte @Nullable [] bytes(int number) {
        int length = lengths[number];
        return length == NULL_LENGTH ? null : Arrays.copyOfRange(bytes, starts[number], starts[number] + length);
    }

    /**
     * Answers the number of a value.
     *
     * @param in array that holds it
     * @param start of its first byte
     * @param length in bytes; negative for null, which is a value too
     */
    int number(byte[] in, int start, int length) {
        int mask = index.length - 1;
        int at = hash(in, start, length) & mask;
        for (int found = index[at]; found != 0; found = index[at]) {
            if (is(found - 1, in, start, length)) {
                return found - 1;
            }
            at = (at + 1) & mask;
        }
        return add(in, start, length, at);
    }

    /** The number of a field's value. */
    int number(CopyRows rows, int field) {
        return number(rows.bytes(), rows.start(field), rows.length(field));
    }

    private int add(byte[] in, int start, int length, int at) {
        int size = Math.max(0, length);
        if (used + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + size));
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
        }
        System.arraycopy(in, size == 0 ? 0 : start, bytes, used, size);
        starts[count] = used;
        lengths[count] = length < 0 ? NULL_LENGTH : length;
        used += size;
        index[at] = ++count;
        if (2 * count > index.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        index = new int[index.length * 4];
        int mask = index.length - 1;
        for (int i = 0; i < count; i++) {
            int at = hash(bytes, starts[i], lengths[i]) & mask;
            while (index[at] != 0) {
                at = (at + 1) & mask;
            }
            index[at] = i + 1;
        }
    }

    private boolean is(int number, byte[] in, int start, int length) {
        int known = lengths[number];
        if (length <= 0 || known <= 0) {
            return known == Math.max(NULL_LENGTH, length);
        }
        int from = starts[number];
        return known == length && Arrays.equals(bytes, from, from + length, in, start, start + length);
    }

    private static int hash(byte[] in, int start, int length) {
        int h = length;
        for (int i = start; i < start + length; i++) {
            h = h * 31 + in[i];
        }
        return h ^ (h >>> 15) ^ (h >>> 7);
    }
}
