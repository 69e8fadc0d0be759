package org.uphold.csv;

/**
 * A part of a CSV file that starts and ends between two cases, to be read by one thread beside others. The readings of a
 * file's slices, one after the other, are those of the file.
 *
 * @param index from 0, in the order of the file
 * @param from offset of its first byte
 * @param to offset after its last byte; {@link Long#MAX_VALUE} for the last
 * @param line number of the line at which it starts
 * @param row number of the record before it; 0 is the header
 */
public record Slice(int index, long from, long to, long line, long row) {

    /** The whole file. */
    static final Slice ALL = new Slice(0, 0, Long.MAX_VALUE, 1, -1);

    /** Whether it starts with the file, byte order mark and header included. */
    boolean isFirst() {
        return index == 0;
    }
}
