package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.uphold.source.SourceFile;

/** Opens text as bytes that {@link RecordSplitter} can cut: past a byte order mark, and UTF-16 as UTF-8. */
final class TextStreams {

    private static final int PEEK = 64;

    private TextStreams() {}

    /**
     * What the first bytes tell.
     *
     * @param mark bytes of a byte order mark to pass over
     * @param charset to convert from, or null where the bytes can be cut as they are
     */
    record Encoding(int mark, @Nullable Charset charset) {}

    static Encoding encoding(byte[] head, int length, @Nullable Charset stated) {
        if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new Encoding(3, null);
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new Encoding(2, StandardCharsets.UTF_16BE);
        }
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new Encoding(2, StandardCharsets.UTF_16LE);
        }
        if (stated != null && !stated.equals(StandardCharsets.UTF_8)) {
            return new Encoding(0, stated);
        }
        if (length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0) {
            return new Encoding(0, StandardCharsets.UTF_16BE);
        }
        if (length >= 4 && head[1] == 0 && head[0] != 0 && head[3] == 0) {
            return new Encoding(0, StandardCharsets.UTF_16LE);
        }
        return new Encoding(0, null);
    }

    /** The encoding of a file. */
    static Encoding encoding(SourceFile file, @Nullable Charset stated) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(PEEK);
            return encoding(head, head.length, stated);
        }
    }

    /** The file's text as bytes; the caller closes. */
    static InputStream open(SourceFile file, @Nullable Charset stated) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file.open(), PEEK);
        try {
            byte[] head = in.readNBytes(PEEK);
            Encoding encoding = encoding(head, head.length, stated);
            in.unread(head, encoding.mark, head.length - encoding.mark);
            Charset charset = encoding.charset;
            return charset == null ? in : new Utf8Stream(new InputStreamReader(in, charset));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Characters as UTF-8 bytes. */
    private static final class Utf8Stream extends InputStream {

        private final Reader reader;
        private final CharBuffer chars = CharBuffer.allocate(1 << 14);
        private byte[] bytes = new byte[0];
        private int at;
        private char high;

        Utf8Stream(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int n = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, n);
            at += n;
            return n;
        }

        /** Makes sure of a byte; half a surrogate pair waits for its other half. */
        private boolean fill() throws IOException {
            while (at == bytes.length) {
                chars.clear();
                if (high != 0) {
                    chars.put(high);
                    high = 0;
                }
                int n = reader.read(chars);
                chars.flip();
                if (n < 0 && !chars.hasRemaining()) {
                    return false;
                }
                if (n >= 0 && Character.isHighSurrogate(chars.get(chars.limit() - 1))) {
                    high = chars.get(chars.limit() - 1);
                    chars.limit(chars.limit() - 1);
                }
                bytes = chars.toString().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
