package org.uphold.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Whole records of a file, copied one after the other to be parsed together by Commons CSV. A batch is small enough to be
 * let go soon, and lives as long as one of its rows is held.
 */
final class CsvBatch {

    private static final int BYTES = 1 << 17;
    private static final int RECORDS = 1 << 10;

    private byte[] bytes = new byte[BYTES];
    private int length;
    private int records;
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

    /** Parses all records, in their order. */
    void parse(CSVFormat format, Consumer<Row> sink) {
        int index = 0;
        try (CSVParser parser = format.parse(new StringReader(LenientText.decode(bytes, 0, length)))) {
            for (CSVRecord fields : parser) {
                sink.accept(new CsvRow(this, index++, fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (index != records) {
            throw new IllegalStateException("Commons CSV sees " + index + " records where " + records + " were cut");
        }
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
