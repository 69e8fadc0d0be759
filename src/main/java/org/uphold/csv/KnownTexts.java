package org.uphold.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and folds fields, and remembers them by their bytes: most fields of a table say what others said before, and who gets the
 * same string again need not hash or compare it letter by letter either. Each text has one place, and whoever comes
 * last has it, so it never grows. A column whose texts hardly come again, such as the service, is soon decoded
 * without a look. For one thread.
 */
final class KnownTexts {

    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 512;
    /** So many more misses than hits, and a column is given up. */
    private static final int PATIENCE = 1 << 12;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Odd, about half of its bits set: 2^64 over the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final byte[] @Nullable [] bytes = new byte[PLACES][];
    private final @Nullable String[] texts = new String[PLACES];
    /** Of the bytes: small enough to stay near the processor, where the bytes mostly are not. */
    private final int[] hashes = new int[PLACES];

    private int[] misses = new int[64];

    /** Looks at every column again, for a while: what came first need not be like the rest. */
    void goOn() {
        for (int column = 0; column < misses.length; column++) {
            misses[column] /= 2;
        }
    }

    /** The text of a field of a column, folded. */
    String text(int column, byte[] from, int start, int end) {
        if (column >= misses.length) {
            misses = Arrays.copyOf(misses, 2 * column);
        }
        if (start == end) {
            return "";
        }
        if (end - start > LONGEST || misses[column] > PATIENCE) {
            return decoded(from, start, end);
        }
        long hash = hash(from, start, end);
        int place = (int) hash & (PLACES - 1);
        int check = (int) (hash >>> 32);
        byte[] known = bytes[place];
        String text = texts[place];
        if (hashes[place] == check
                && known != null
                && text != null
                && Arrays.equals(known, 0, known.length, from, start, end)) {
            misses[column] = Math.max(0, misses[column] - 1);
            return text;
        }
        misses[column]++;
        text = decoded(from, start, end);
        bytes[place] = Arrays.copyOfRange(from, start, end);
        texts[place] = text;
        hashes[place] = check;
        return text;
    }

    private static String decoded(byte[] from, int start, int end) {
        return Folding.fold(LenientText.decode(from, start, end - start));
    }

    /** Eight bytes at a time. */
    private static long hash(byte[] from, int start, int end) {
        long hash = end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mixed(hash, (long) LONGS.get(from, at));
        }
        if (at < end) {
            long rest = 0;
            for (; at < end; at++) {
                rest = rest << 8 | from[at] & 0xff;
            }
            hash = mixed(hash, rest);
        }
        return hash ^ hash >>> 29;
    }

    private static long mixed(long hash, long more) {
        long mixed = (hash ^ more) * SPREAD;
        return mixed ^ mixed >>> 32;
    }
}
