package org.uphold.copy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format (its manual, COPY, "Binary Format"), without header and trailer, so that buffers
 * filled by several threads can be sent one after another in one COPY.
 */
public final class CopyBuffer {

    /** {@code PGCOPY\n\377\r\n\0}, flags and extension length: what a stream starts with. */
    static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** A field count of -1 ends the stream. */
    static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_DAY = EPOCH.toEpochDay();
    private static final int INT4_OID = 23;
    private static final int TEXT_OID = 25;

    private byte[] bytes;
    private int length;

    /** With room for so many bytes at first. */
    public CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Bytes collected. */
    public int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    /** Forgets what was collected and keeps the room. */
    public void clear() {
        length = 0;
    }

    /** A copy of what was collected. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Fields that were collected elsewhere. */
    public CopyBuffer fields(byte[] collected) {
        room(collected.length);
        putRaw(collected);
        return this;
    }

    /** Starts a row of so many fields. */
    public CopyBuffer row(int fields) {
        room(2);
        putShort(fields);
        return this;
    }

    public CopyBuffer int2(@Nullable Integer value) {
        if (value == null) {
            return nothing();
        }
        room(6);
        putInt(2);
        putShort(value);
        return this;
    }

    public CopyBuffer int4(@Nullable Integer value) {
        return value == null ? nothing() : number(value);
    }

    private CopyBuffer number(int value) {
        room(8);
        putInt(4);
        putInt(value);
        return this;
    }

    public CopyBuffer int8(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        room(12);
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) (long) value);
        return this;
    }

    public CopyBuffer bool(boolean value) {
        room(5);
        putInt(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CopyBuffer date(@Nullable LocalDate value) {
        return value == null ? nothing() : number((int) (value.toEpochDay() - EPOCH_DAY));
    }

    /** Several arrays of bytes as one field. */
    public CopyBuffer bytes(List<byte[]> parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        room(4 + size);
        putInt(size);
        parts.forEach(this::putRaw);
        return this;
    }

    public CopyBuffer bytes(byte[] value) {
        room(4 + value.length);
        putInt(value.length);
        putRaw(value);
        return this;
    }

    /** Rows as one field. */
    public CopyBuffer bytes(CopyBuffer rows) {
        room(4 + rows.length);
        putInt(rows.length);
        System.arraycopy(rows.bytes, 0, bytes, length, rows.length);
        length += rows.length;
        return this;
    }

    /** Text, or the label of an enum. PostgreSQL's text cannot hold a NUL, so it is left out. */
    public CopyBuffer text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        putText(value);
        return this;
    }

    public CopyBuffer int4Array(List<Integer> values) {
        room(4 + 20 + 8 * values.size());
        int start = arrayHeader(INT4_OID, values.size());
        for (int value : values) {
            putInt(4);
            putInt(value);
        }
        patchLength(start);
        return this;
    }

    public CopyBuffer textArray(List<String> values) {
        room(4 + 20);
        int start = arrayHeader(TEXT_OID, values.size());
        for (String value : values) {
            putText(value);
        }
        patchLength(start);
        return this;
    }

    /** Null. */
    public CopyBuffer nothing() {
        room(4);
        putInt(-1);
        return this;
    }

    /** Space for the length, then dimensions, flags, element type, and for the one dimension its size and lower bound. */
    private int arrayHeader(int elementType, int size) {
        int start = length;
        putInt(0);
        putInt(size == 0 ? 0 : 1);
        putInt(0);
        putInt(elementType);
        if (size > 0) {
            putInt(size);
            putInt(1);
        }
        return start;
    }

    private void patchLength(int start) {
        int end = length;
        length = start;
        putInt(end - start - 4);
        length = end;
    }

    private void putText(String value) {
        String clean = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        // Of a plain text this is a copy of its bytes, which is faster than to look at each letter.
        byte[] utf8 = clean.getBytes(StandardCharsets.UTF_8);
        room(4 + utf8.length);
        putInt(utf8.length);
        putRaw(utf8);
    }

    private void putRaw(byte[] value) {
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void putShort(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putInt(int value) {
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
