package org.uphold.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/** Rows that a query gives, one at a time; fields are read where they lie, without a copy of their own. */
public final class CopyRows implements AutoCloseable {

    private final @Nullable CopyOut copy;
    private byte[] bytes = new byte[0];
    private int position;
    private int limit;
    private int[] starts = new int[16];
    private int[] lengths = new int[16];
    private boolean begun;
    private boolean ended;

    CopyRows(CopyOut copy) {
        this.copy = copy;
    }

    /** Rows that are about to be sent, or were. */
    public CopyRows(CopyBuffer sent) {
        this.copy = null;
        this.bytes = sent.array();
        this.limit = sent.length();
        this.begun = true;
    }

    /** Goes to the next row; false after the last. */
    public boolean next() throws SQLException {
        if (ended) {
            return false;
        }
        if (!begun) {
            header();
        }
        if (copy == null && position == limit) {
            ended = true;
            return false;
        }
        need(2);
        int fields = (short) ((bytes[position] << 8) | (bytes[position + 1] & 0xff));
        position += 2;
        if (fields < 0) {
            while (copy != null && copy.readFromCopy() != null) {
                // The server's last word is read, so that the connection is free again.
            }
            ended = true;
            return false;
        }
        if (fields > starts.length) {
            starts = new int[fields];
            lengths = new int[fields];
        }
        // Fields are kept by their distance from the row's start at first: reading on may move the row.
        int at = 0;
        for (int i = 0; i < fields; i++) {
            need(at + 4);
            int length = int4At(position + at);
            at += 4;
            starts[i] = at;
            lengths[i] = length;
            if (length > 0) {
                need(at + length);
                at += length;
            }
        }
        for (int i = 0; i < fields; i++) {
            starts[i] += position;
        }
        position += at;
        return true;
    }

    /** The array in which the fields of this row lie; good until the next row. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a field starts in {@link #bytes()}. */
    public int start(int field) {
        return starts[field];
    }

    /** Bytes of a field, -1 where it is null. */
    public int length(int field) {
        return lengths[field];
    }

    public boolean isNull(int field) {
        return lengths[field] < 0;
    }

    /** A {@code smallint}. */
    public int int2(int field) {
        int at = starts[field];
        return (short) ((bytes[at] << 8) | (bytes[at + 1] & 0xff));
    }

    /** An {@code integer}, or the days of a {@code date} since 2000-01-01. */
    public int int4(int field) {
        return int4At(starts[field]);
    }

    /** A {@code bigint}, or the first eight bytes of any field that has as many. */
    public long int8(int field) {
        return ((long) int4At(starts[field]) << 32) | (int4At(starts[field] + 4) & 0xffffffffL);
    }

    /** Text, or the label of an enum. */
    public String text(int field) {
        return new String(bytes, starts[field], lengths[field], StandardCharsets.UTF_8);
    }

    /**
     * What the bytes of a field mean.
     *
     * @param type {@code Short}, {@code Integer}, {@code Long}, {@code String}, {@code LocalDate}, {@code Integer[]}, or {@code String[]}
     * @throws IllegalArgumentException of any other type
     */
    public static Object value(Class<?> type, byte[] field) {
        ByteBuffer bytes = ByteBuffer.wrap(field);
        if (type == Short.class) {
            return bytes.getShort();
        }
        if (type == Integer.class) {
            return bytes.getInt();
        }
        if (type == Long.class) {
            return bytes.getLong();
        }
        if (type == String.class) {
            return new String(field, StandardCharsets.UTF_8);
        }
        if (type == LocalDate.class) {
            return CopyBuffer.EPOCH.plusDays(bytes.getInt());
        }
        if (type == Integer[].class) {
            return integers(bytes);
        }
        if (type == String[].class) {
            return texts(bytes);
        }
        throw new IllegalArgumentException("Fields of " + type + " are not read");
    }

    /** Dimensions, flags and element type; of the one dimension its size, which is answered, and lower bound; lengths and elements follow. */
    private static int elements(ByteBuffer bytes) {
        int dimensions = bytes.getInt();
        bytes.getInt();
        bytes.getInt();
        if (dimensions == 0) {
            return 0;
        }
        int size = bytes.getInt();
        bytes.getInt();
        return size;
    }

    private static Integer[] integers(ByteBuffer bytes) {
        Integer[] values = new Integer[elements(bytes)];
        for (int i = 0; i < values.length; i++) {
            bytes.getInt();
            values[i] = bytes.getInt();
        }
        return values;
    }

    private static String[] texts(ByteBuffer bytes) {
        String[] values = new String[elements(bytes)];
        for (int i = 0; i < values.length; i++) {
            byte[] text = new byte[bytes.getInt()];
            bytes.get(text);
            values[i] = new String(text, StandardCharsets.UTF_8);
        }
        return values;
    }

    /** Whatever was not read is given up. */
    @Override
    public void close() throws SQLException {
        if (!ended && copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void header() throws SQLException {
        need(CopyBuffer.HEADER.length);
        int extension = int4At(position + CopyBuffer.HEADER.length - 4);
        position += CopyBuffer.HEADER.length;
        need(extension);
        position += extension;
        begun = true;
    }

    /** The server may cut its messages where it likes. */
    private void need(int count) throws SQLException {
        while (limit - position < count) {
            byte[] more = copy == null ? null : copy.readFromCopy();
            if (more == null) {
                throw new SQLException("A COPY ended in the middle of a row");
            }
            if (position == limit) {
                bytes = more;
            } else {
                byte[] joined = Arrays.copyOfRange(bytes, position, limit + more.length);
                System.arraycopy(more, 0, joined, limit - position, more.length);
                bytes = joined;
            }
            position = 0;
            limit = bytes.length;
        }
    }

    private int int4At(int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }
}
