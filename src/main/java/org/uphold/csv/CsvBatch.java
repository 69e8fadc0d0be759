package org.uphold.csv;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Whole records of a file, copied one after the other. Fields are decoded when somebody asks for them, from the bytes. A batch is
 * small enough to stay near the processor, and is filled again once none of its rows is held.
 */
final class CsvBatch {

    private static final int BYTES = 1 << 17;
    private static final int RECORDS = 1 << 10;

    private final KnownTexts texts;
    private byte[] bytes = new byte[BYTES];
    private int length;
    private int records;
    private final int[] ends = new int[RECORDS];
    private final long[] lines = new long[RECORDS];
    private final long[] rows = new long[RECORDS];
    /** Of each record, where its fields' borders begin. */
    private final int[] fields = new int[RECORDS];

    private int[] borders = new int[1 << 12];
    private int borderCount;
    /** Whether its last record is. */
    private boolean unfinished;

    /** @param texts what was decoded before */
    CsvBatch(KnownTexts texts) {
        this.texts = texts;
    }

    /** Forgets its records and keeps the room of ordinary ones. */
    void clear() {
        bytes = bytes.length > BYTES ? new byte[BYTES] : bytes;
        length = 0;
        records = 0;
        borderCount = 0;
        unfinished = false;
    }

    /** Line on which its first record starts; it has one. */
    long firstLine() {
        return lines[0];
    }

    boolean isEmpty() {
        return records == 0;
    }

    /** Whether the splitter's record still fits. A record alone always does. */
    boolean hasRoom(RecordSplitter record) {
        return records == 0 || (records < RECORDS && length + (record.end() - record.start()) + 1 <= BYTES);
    }

    /** Copies the splitter's record, which is whole. */
    void add(RecordSplitter record) {
        int size = record.end() - record.start();
        if (length + size + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, length + size + 1);
        }
        System.arraycopy(record.buffer(), record.start(), bytes, length, size);
        fields[records] = borderCount;
        addBorders(record.borders(), 2 * record.fields(), length - record.start());
        length += size;
        bytes[length++] = '\n';
        ends[records] = length;
        lines[records] = record.line();
        rows[records] = record.row();
        unfinished = record.isUnfinished();
        records++;
    }

    private void addBorders(int[] from, int count, int shift) {
        if (borderCount + count > borders.length) {
            borders = Arrays.copyOf(borders, Math.max(2 * borders.length, borderCount + count));
        }
        for (int i = 0; i < count; i++) {
            int border = from[i];
            borders[borderCount + i] = border < 0 ? border - shift : border + shift;
        }
        borderCount += count;
    }

    /** Hands over all records, in their order. */
    void rows(Consumer<Row> sink) {
        for (int i = 0; i < records; i++) {
            sink.accept(new CsvRow(this, i));
        }
    }

    /** The text of a field, folded. */
    String text(int index, int column) {
        int start = borders[fields[index] + 2 * column];
        int end = borders[fields[index] + 2 * column + 1];
        return start < 0 ? Folding.fold(undoubled(~start, end)) : texts.text(column, bytes, start, end);
    }

    private String undoubled(int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
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

    boolean isUnfinished(int index) {
        return unfinished && index == records - 1;
    }

    /** The bytes of a record without its line end. */
    byte[] bytes(int index) {
        return Arrays.copyOfRange(bytes, index == 0 ? 0 : ends[index - 1], ends[index] - 1);
    }
}
