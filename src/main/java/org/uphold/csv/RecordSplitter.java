package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts the bytes of a CSV file into records without decoding them, at the borders that RFC 4180 gives, and finds its way
 * back where a quotation is broken: the bad record then ends before the first line on which a whole record starts. So one
 * forgotten quotation mark costs one record and not the rest of the file. Any encoding whose ASCII characters are
 * single bytes will do.
 *
 * <p>What a record is depends only on the bytes from its start on, never on how they were read: any part of a file that
 * starts at a border gives the same records.
 */
final class RecordSplitter {

    /** No record of a table is longer; where one seems to be, a quotation was not closed. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 4 * LONGEST;

    /** What the bytes of a record turned out to be. */
    enum Verdict {
        WHOLE,
        BROKEN_QUOTATION,
        TOO_LONG,
        WRONG_COUNT,
        /** A quotation that runs over lines which are records of their own. */
        SWALLOWS_RECORDS
    }

    /** Tells a record from a line of prose that happens to have as many separators. */
    @FunctionalInterface
    interface Shape {

        /**
         * Whether fields that are as many as in the header can be a record's.
         *
         * @param buffer that has them
         * @param borders as {@link RecordSplitter#borders()}
         */
        boolean fits(byte[] buffer, int[] borders);
    }

    private final InputStream in;
    private final byte separator;
    private final boolean quoted;
    private final Shape shape;
    private int columns;

    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;

    private long offset;
    private long line;
    private long row;

    private int start;
    private int end;
    private long startLine;
    private long startOffset;
    private Verdict verdict = Verdict.WHOLE;
    private int fields;
    private long quotationLine;

    // What the last scan found.
    private int scanEnd;
    private int scanFields;
    private int scanQuotation;
    private boolean scanBreaks;
    private boolean scanDoubled;
    // Where the fields of the last record scanned start and end in the buffer.
    private int[] borders = new int[64];

    /**
     * @param in from a record's start on; not closed
     * @param separator between fields
     * @param line number of the line at which the stream starts
     * @param row number of the record before
     * @param offset of the stream's start in its file
     */
    RecordSplitter(InputStream in, char separator, long line, long row, long offset) {
        this(in, separator, true, (bytes, found) -> false, line, row, offset);
    }

    /**
     * The same.
     *
     * @param quoted whether quotation marks enclose fields; else they are characters as any other
     * @param shape what a record looks like
     */
    RecordSplitter(InputStream in, char separator, boolean quoted, Shape shape, long line, long row, long offset) {
        this.quoted = quoted;
        this.shape = shape;
        this.in = in;
        this.separator = (byte) separator;
        this.line = line;
        this.row = row;
        this.offset = offset;
    }

    /** From the next record on, a record that has another number of fields is bad; 0 allows any. */
    void expect(int count) {
        this.columns = count;
    }

    /** Goes to the next record; false at the end. Blank lines are no records. */
    boolean next() throws IOException {
        do {
            lookAhead();
        } while (skipBlankLines());
        if (position == limit) {
            return false;
        }
        start = position;
        startLine = line;
        startOffset = offset;
        row++;
        verdict = scan(start, Math.min(limit, start + LONGEST));
        fields = scanFields;
        int zone = scanEnd;
        if (verdict == Verdict.WHOLE && columns != 0 && fields != columns) {
            verdict = Verdict.WRONG_COUNT;
        }
        if (verdict == Verdict.WHOLE && scanBreaks && columns != 0 && swallows(zone)) {
            verdict = Verdict.SWALLOWS_RECORDS;
        }
        if (verdict != Verdict.WHOLE) {
            quotationLine = startLine + lines(start, scanQuotation);
            if (verdict != Verdict.WRONG_COUNT && verdict != Verdict.SWALLOWS_RECORDS) {
                zone = Math.min(limit, start + LONGEST);
            }
            zone = columns == 0 ? zone : restart(zone);
        }
        end = zone;
        // Only a record with a line break in a quotation, or a bad one, spans lines.
        line += verdict == Verdict.WHOLE && !scanBreaks ? 0 : lines(start, end);
        advance(end);
        while (end > start && isLineEnd(buffer[end - 1]) && verdict != Verdict.WHOLE) {
            end--;
        }
        return true;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Index of the record's first byte in {@link #buffer()}. */
    int start() {
        return start;
    }

    /** Index after the record's last byte, its line end not counted. */
    int end() {
        return end;
    }

    /** 1-based line of the file on which the record starts. */
    long line() {
        return startLine;
    }

    /** 1-based number of the record; the header's is 0 where the splitter started with it at -1. */
    long row() {
        return row;
    }

    /** Offset of the record's first byte in the file. */
    long offset() {
        return startOffset;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Whether the record ends with the file, and not with a line end. */
    boolean isUnfinished() {
        return ended && end == limit;
    }

    /**
     * Where the fields of a whole record start and end in {@link #buffer()}, its quotation marks not counted, two numbers for each of
     * {@link #fields()}; a start is written as its complement where quotation marks inside are doubled.
     */
    int[] borders() {
        return borders;
    }

    /** Fields found, of a record that is whole or of a wrong count. */
    int fields() {
        return fields;
    }

    /** Line on which the broken quotation opens. */
    long quotationLine() {
        return quotationLine;
    }

    /** Whether a line inside the record, which ends there, is a record of its own. */
    private boolean swallows(int recordEnd) {
        boolean found = false;
        boolean open = opensInWholeLine(recordEnd);
        for (int i = start; open && i < recordEnd && !found; i++) {
            found = isLineBreak(i)
                    && i + 1 < recordEnd
                    && scan(i + 1, Math.min(limit, start + LONGEST)) == Verdict.WHOLE
                    && scanFields == columns
                    && scanEnd <= recordEnd
                    && shape.fits(buffer, borders);
        }
        scan(start, Math.min(limit, start + LONGEST));
        return found;
    }

    /** Whether the line that the record begins with has a record's separators: what swallows others is a record that was left open. */
    private boolean opensInWholeLine(int recordEnd) {
        int separators = 0;
        for (int i = start; i < recordEnd && !isLineBreak(i); i++) {
            separators += buffer[i] == separator ? 1 : 0;
        }
        return separators >= columns - 1;
    }

    /** Where a record that starts at a line inside the bad one is whole, or the end of the zone. */
    private int restart(int zone) {
        long work = 8L * LONGEST;
        for (int i = start; i < zone && work > 0; i++) {
            if (!isLineBreak(i) || i + 1 >= limit) {
                continue;
            }
            int candidate = i + 1;
            if (candidate >= zone) {
                return zone;
            }
            Verdict found = scan(candidate, Math.min(limit, candidate + LONGEST));
            if (found == Verdict.WHOLE && scanFields == columns) {
                return candidate;
            }
            work -= scanEnd - candidate;
        }
        return zone;
    }

    /** Scans one record; sets where it ends (before its line end), its fields and their borders, and where its last quotation opened. */
    private Verdict scan(int from, int bound) {
        byte[] b = buffer;
        byte sep = separator;
        int i = from;
        int count = 1;
        scanQuotation = from;
        scanBreaks = false;
        while (true) {
            if (2 * count > borders.length) {
                borders = Arrays.copyOf(borders, 2 * borders.length);
            }
            int begin = i;
            if (quoted && i < bound && b[i] == '"') {
                scanQuotation = i;
                scanDoubled = false;
                i = closing(b, ++begin, bound);
                borders[2 * count - 2] = scanDoubled ? ~begin : begin;
                borders[2 * count - 1] = i - 1;
                while (i >= 0 && i < bound && (b[i] == ' ' || b[i] == '\t') && b[i] != sep) {
                    i++;
                }
            } else {
                byte c;
                while (i < bound && (c = b[i]) != sep && c != '\n' && c != '\r') {
                    i++;
                }
                borders[2 * count - 2] = begin;
                borders[2 * count - 1] = i;
            }
            if (i < 0 || i >= bound) {
                scanFields = count;
                scanEnd = i < 0 ? bound : i;
                if (i < 0) {
                    return Verdict.BROKEN_QUOTATION;
                }
                return bound == limit && ended ? Verdict.WHOLE : Verdict.TOO_LONG;
            }
            byte c = b[i];
            if (c == sep) {
                count++;
                i++;
            } else {
                scanFields = count;
                scanEnd = i;
                return c == '\n' || c == '\r' ? Verdict.WHOLE : Verdict.BROKEN_QUOTATION;
            }
        }
    }

    /** The index after the closing quotation mark, or -1. */
    private int closing(byte[] b, int from, int bound) {
        int i = from;
        while (true) {
            byte c;
            while (i < bound && (c = b[i]) != '"') {
                scanBreaks |= c == '\n' || c == '\r';
                i++;
            }
            if (i >= bound) {
                return -1;
            }
            i++;
            if (i >= bound || b[i] != '"') {
                return i;
            }
            scanDoubled = true;
            i++;
        }
    }

    private boolean skipBlankLines() {
        int from = position;
        int i = from;
        while (i < limit && isLineEnd(buffer[i])) {
            i++;
        }
        line += lines(from, i);
        advance(i);
        return i > from;
    }

    private void advance(int to) {
        offset += to - position;
        position = to;
    }

    /** Line ends in a range; CR LF counts once. */
    private long lines(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            if (isLineBreak(i)) {
                count++;
            }
        }
        return count;
    }

    /** Whether a line ends with this byte: LF, or CR without one. */
    private boolean isLineBreak(int i) {
        byte c = buffer[i];
        return c == '\n' || (c == '\r' && (i + 1 >= limit || buffer[i + 1] != '\n'));
    }

    private static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }

    /** Sees to it that a record and the restart after it can be judged from the buffer alone. */
    private void lookAhead() throws IOException {
        if (ended || limit - position >= 2 * LONGEST + 2) {
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (!ended && limit < BUFFER) {
            if (limit == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(BUFFER, buffer.length * 4));
            }
            int n = in.read(buffer, limit, buffer.length - limit);
            if (n < 0) {
                ended = true;
            } else {
                limit += n;
            }
        }
    }
}
