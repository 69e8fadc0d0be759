package org.uphold.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that knows whether all of it was written. A {@link PrintWriter} keeps failures to itself; here the first is
 * remembered, so that a command whose output does not fit on the disk does not end as if it did.
 */
final class StandardOutput extends PrintWriter {

    private final Remembering stream;
    private final boolean pipe;

    private StandardOutput(Remembering stream, boolean pipe) {
        super(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
        this.stream = stream;
        this.pipe = pipe;
    }

    static StandardOutput of(OutputStream stream) {
        return new StandardOutput(new Remembering(stream), isPipe(Path.of("/proc/self/fd/1")));
    }

    /** As {@link #of(OutputStream)}, where the caller knows what it writes to. */
    static StandardOutput of(OutputStream stream, boolean pipe) {
        return new StandardOutput(new Remembering(stream), pipe);
    }

    /** Where the system does not say, the failure's own words decide. */
    private static boolean isPipe(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether something could not be written, for whatever reason: what is still to come cannot be either. */
    boolean broken() {
        return stream.failure != null;
    }

    /**
     * Writes what is still held back.
     *
     * @return why not all of it could be written; null when it could, and when a reader had simply seen enough: a closed pipe is
     *     its reader's decision
     */
    @Nullable
    String failure() {
        flush();
        IOException failure = stream.failure;
        if (failure == null || pipe || words(failure).toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return null;
        }
        return words(failure);
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static final class Remembering extends OutputStream {

        private final OutputStream stream;
        private volatile @Nullable IOException failure;

        Remembering(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                stream.write(bytes, from, count);
            } catch (IOException e) {
                throw remember(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                stream.flush();
            } catch (IOException e) {
                throw remember(e);
            }
        }

        private IOException remember(IOException e) {
            if (failure == null) {
                failure = e;
            }
            return e;
        }
    }
}
