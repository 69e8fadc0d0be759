package org.uphold.rates.sums;

import java.util.Arrays;
import org.uphold.rates.Tally;

/**
 * Sums of a {@link Tally} by keys that are a few numbers each, in arrays without an object per cell. The sums of one cell lie
 * together, in the order of the tally's components.
 */
final class CellMap {

    private static final int SUMS = Tally.SUMS;

    private static final int LETTERS = 0;
    private static final int ITEMS = 7;

    private final int width;
    private int[] keys;
    private long[] sums;
    private int size;
    // Open addressing: cell + 1, or 0 where free.
    private int[] index = new int[256];

    /**
     * @param width numbers in a key
     */
    CellMap(int width) {
        this.width = width;
        this.keys = new int[64 * width];
        this.sums = new long[64 * SUMS];
    }

    /** Cells. */
    int size() {
        return size;
    }

    int key(int cell, int part) {
        return keys[cell * width + part];
    }

    /** What a cell holds. */
    Tally tally(int cell) {
        return Tally.of(Arrays.copyOfRange(sums, cell * SUMS, (cell + 1) * SUMS));
    }

    /** Whether what came and went in a cell is nothing altogether. */
    boolean isZero(int cell) {
        for (int i = cell * SUMS; i < (cell + 1) * SUMS; i++) {
            if (sums[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds {@link Tally#ofLetter}, times a sign. */
    void add(int[] key, int keyFrom, int sign, int u, int o, int p, int k) {
        int m = u + o + p;
        if (m + k == 0) {
            return;
        }
        int at = cell(key, keyFrom) * SUMS;
        long[] s = sums;
        s[at] += sign;
        if (m == 0) {
            s[at + 4] += sign;
        } else if (u == m) {
            s[at + 1] += sign;
        } else if (o == m) {
            s[at + 2] += sign;
        } else {
            s[at + 3] += sign;
        }
        if (u > 0) {
            s[at + 5] += sign;
            s[at + 8] += sign * u;
            s[at + 13] += sign * (long) u * m;
            s[at + 14] += sign * (long) u * u;
        }
        if (o + p > 0) {
            s[at + 6] += sign;
            s[at + 9] += sign * o;
            s[at + 10] += sign * p;
        }
        s[at + 7] += sign * (m + k);
        s[at + 11] += sign * k;
        s[at + 12] += sign * (long) m * m;
    }

    /** Adds letters and items that are counted and not rated. */
    void count(int[] key, int letters, int items) {
        int at = cell(key, 0) * SUMS;
        sums[at + LETTERS] += letters;
        sums[at + ITEMS] += items;
    }

    private int cell(int[] key, int from) {
        int mask = index.length - 1;
        int at = hash(key, from) & mask;
        for (int found = index[at]; found != 0; found = index[at]) {
            if (isAt((found - 1) * width, key, from)) {
                return found - 1;
            }
            at = (at + 1) & mask;
        }
        if ((size + 1) * width > keys.length) {
            int room = size + (size >> 1);
            keys = Arrays.copyOf(keys, room * width);
            sums = Arrays.copyOf(sums, room * SUMS);
        }
        System.arraycopy(key, from, keys, size * width, width);
        index[at] = ++size;
        if (2 * size > index.length) {
            grow();
        }
        return size - 1;
    }

    /** Keys are two to four numbers: comparing arrays as such would take longer. */
    private boolean isAt(int at, int[] key, int from) {
        for (int i = 0; i < width; i++) {
            if (keys[at + i] != key[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        index = new int[index.length * 2];
        int mask = index.length - 1;
        for (int i = 0; i < size; i++) {
            int at = hash(keys, i * width) & mask;
            while (index[at] != 0) {
                at = (at + 1) & mask;
            }
            index[at] = i + 1;
        }
    }

    private int hash(int[] key, int from) {
        int h = 0;
        for (int i = from; i < from + width; i++) {
            h = (h ^ key[i]) * 0x9E3779B1;
            h ^= h >>> 15;
        }
        return h;
    }
}
