package org.uphold.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails with a {@link SourceException} as soon as more than so many bytes come. */
final class BoundedStream extends FilterInputStream {

    /** Small files may unpack to many times their size without harm. */
    private static final long HARMLESS = 1 << 20;

    private final ProblemCode code;
    private final String message;
    private long left;

    BoundedStream(InputStream in, long most, ProblemCode code, String message) {
        super(in);
        this.left = most;
        this.code = code;
        this.message = message;
    }

    /** The most bytes that something of this packed size may unpack to. */
    static long most(long packed, int ratio) {
        return packed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : Math.max(HARMLESS, packed * ratio);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long n) throws SourceException {
        left -= n;
        if (left < 0) {
            throw new SourceException(code, message);
        }
    }
}
