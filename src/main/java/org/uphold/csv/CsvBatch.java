package org.uphold.csv;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Whole records of a file, copied one after the other. Fields are decoded when somebody asks for them, from the bytes. A batch is
 * small enough to be let go soon, and lives as long as one of its rows is held.
 */
final class CsvBatch {

    private static final int BYTES = 1 << 17;
    private static final int RECORDS = 1 << 10;

    private byte[] bytes = new byte[BYTES];
    private int length;
    private int records;
    private int columns;
    private final int[] ends = new int[RECORDS];
    private final long[] lines = new long[RECORDS];
    private final long[] rows = new long[RECORDS];

    boolean isEmpty() {
        return records == 0;
    }

    /** Whether the splitter's record still fits. A record alone always does. */
    boolean hasRoom(RecordSplitter record) {
        return records == 0 || (records < RECORDS && length + (record.end() - record.start()) + 1 <= BYTES);
    }

    void add(RecordSplitter record) {
        int size = record.end() - record.start();
        if (length + size + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, length + size + 1);
        }
        System.arraycopy(record.buffer(), record.start(), bytes, length, size);
        length += size;
        bytes[length++] = '\n';
        ends[records] = length;
        lines[records] = record.line();
        rows[records] = record.row();
        records++;
    }

    /** Hands over all records, in their order. */
    void rows(char separator, Consumer<Row> sink) {
        for (int i = 0; i < records; i++) {
            sink.accept(new CsvRow(this, i, fields(i, (byte) separator)));
        }
    }

    /**
     * Where the fields of a record start and end, its quotation marks not counted; a start is written as its complement where
     * quotation marks inside are doubled. The borders are those by which {@link RecordSplitter} found the record whole, so
     * nothing is left to judge here.
     */
    private int[] fields(int record, byte separator) {
        byte[] b = bytes;
        int end = ends[record] - 1;
        int[] fields = new int[2 * Math.max(1, columns)];
        int count = 0;
        int i = record == 0 ? 0 : ends[record - 1];
        while (true) {
            if (2 * count == fields.length) {
                fields = Arrays.copyOf(fields, 2 * fields.length);
            }
            int from = i;
            int to;
            if (i < end && b[i] == '"') {
                from = ++i;
                boolean doubled = false;
                while (b[i] != '"' || i + 1 < end && b[i + 1] == '"') {
                    boolean quotation = b[i] == '"';
                    doubled |= quotation;
                    i += quotation ? 2 : 1;
                }
                to = i++;
                from = doubled ? ~from : from;
                while (i < end && b[i] != separator) {
                    i++;
                }
            } else {
                while (i < end && b[i] != separator) {
                    i++;
                }
                to = i;
            }
            fields[2 * count] = from;
            fields[2 * count + 1] = to;
            count++;
            if (i >= end) {
                columns = count;
                return 2 * count == fields.length ? fields : Arrays.copyOf(fields, 2 * count);
            }
            i++;
        }
    }

    /** The text of a field that {@link #fields} found. */
    String text(int start, int end) {
        if (start >= 0) {
            return start == end ? "" : LenientText.decode(bytes, start, end - start);
        }
        byte[] plain = new byte[end - ~start];
        int length = 0;
        for (int i = ~start; i < end; i++) {
            plain[length++] = bytes[i];
            i += bytes[i] == '"' ? 1 : 0;
        }
        return LenientText.decode(plain, 0, length);
    }

    long line(int index) {
        return lines[index];
    }

    long row(int index) {
        return rows[index];
    }

    /** The bytes of a record without its line end. */
    byte[] bytes(int index) {
        return Arrays.copyOfRange(bytes, index == 0 ? 0 : ends[index - 1], ends[index] - 1);
    }
}
