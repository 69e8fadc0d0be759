package org.uphold.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.NamedRows;
import org.uphold.source.Sha256;

/**
 * The rows of {@code printed} that a first load makes, numbered as they come. A text that comes again keeps its number, as long as no
 * more than {@value #MOST} others came since; so memory is bounded, and copies of one text stay few. Filled by several threads,
 * emptied by one.
 */
final class NewTexts {

    static final int MOST = 1 << 20;
    private static final int ROOM = 1 << 16;

    private final MessageDigest sha256 = Sha256.digest();
    private final int most;
    // Places by the first half of a text's hash; the first free one behind it is taken. Half of them stay free.
    private long[] first;
    private long[] second;
    private int[] numbers;
    private int known;
    private CopyBuffer rows = new CopyBuffer(ROOM);
    private int next;

    /** @param number of the first text; at least 1 */
    NewTexts(int number) {
        this(number, MOST);
    }

    NewTexts(int number, int most) {
        this.next = number;
        this.most = most;
        this.first = new long[256];
        this.second = new long[first.length];
        this.numbers = new int[first.length];
    }

    synchronized int number(String text) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        long a = hash.getLong();
        long b = hash.getLong();
        int place = place(a, b);
        if (numbers[place] != 0) {
            return numbers[place];
        }
        rows.row(2).int4(next).text(text);
        if (known == most) {
            Arrays.fill(numbers, 0);
            known = 0;
        } else if (2 * (known + 1) > numbers.length) {
            grow();
        }
        put(a, b, next);
        known++;
        return next++;
    }

    private int place(long a, long b) {
        int place = (int) a & (numbers.length - 1);
        while (numbers[place] != 0 && (first[place] != a || second[place] != b)) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }

    private void put(long a, long b, int number) {
        int place = place(a, b);
        first[place] = a;
        second[place] = b;
        numbers[place] = number;
    }

    private void grow() {
        long[] a = first;
        long[] b = second;
        int[] n = numbers;
        first = new long[2 * n.length];
        second = new long[first.length];
        numbers = new int[first.length];
        for (int i = 0; i < n.length; i++) {
            if (n[i] != 0) {
                put(a[i], b[i], n[i]);
            }
        }
    }

    /** The number after the last one given. */
    synchronized int next() {
        return next;
    }

    synchronized int bytes() {
        return rows.length();
    }

    /** Those that came since it was asked last. */
    synchronized NamedRows take() {
        CopyBuffer taken = rows;
        rows = new CopyBuffer(ROOM);
        return new NamedRows("uphold.printed", List.of("id", "text"), taken);
    }
}
