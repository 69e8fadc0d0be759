package org.uphold.store;

import org.uphold.copy.CopyBuffer;

/**
 * Buffers for rows of one kind, each with room for a little more than the last one that was filled took: chunks of one load are much
 * alike, and a buffer that has to grow is copied again and again, and then stays half empty until it is sent. For any thread.
 */
final class Rooms {

    /** A chunk can be larger, where it ends with a case of thousands of items; the next one is not, as a rule. */
    private static final int MOST = 4 << 20;

    private final int least;
    private volatile int room;

    /** @param least bytes that each has room for */
    Rooms(int least) {
        this.least = least;
        this.room = least;
    }

    CopyBuffer next() {
        return new CopyBuffer(room);
    }

    void filled(CopyBuffer buffer) {
        int length = buffer.length();
        room = Math.max(least, Math.min(MOST, length + length / 16));
    }
}
