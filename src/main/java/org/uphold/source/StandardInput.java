package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard input, named {@code -}: copied to a private temporary file the first time that it is asked for, because readers
 * hash, sniff and slice before they parse. Closing removes the copy.
 */
final class StandardInput extends HashedFile implements AutoCloseable {

    private final InputStream in;
    private final long most;
    private @Nullable Path copy;
    private @Nullable IOException failure;

    StandardInput(InputStream in, long most) {
        super("-");
        this.in = in;
        this.most = most;
    }

    @Override
    public long size() {
        try {
            return Files.size(spooled());
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(spooled());
    }

    @Override
    public @Nullable Path path() {
        try {
            return spooled();
        } catch (IOException e) {
            return null;
        }
    }

    /** A failure is kept and thrown again: what was consumed cannot be read a second time. */
    private synchronized Path spooled() throws IOException {
        if (failure != null) {
            throw failure;
        }
        Path file = copy;
        if (file != null) {
            return file;
        }
        try {
            file = Files.createTempFile("uphold-", ".stdin");
            copy = file;
            InputStream bounded = new BoundedStream(
                    in,
                    most,
                    ProblemCode.TOO_LARGE,
                    "expected at most " + most + " bytes on standard input, found more");
            try (OutputStream out = Files.newOutputStream(file)) {
                bounded.transferTo(out);
            }
            return file;
        } catch (IOException e) {
            failure = e;
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        Path file = copy;
        if (file != null) {
            copy = null;
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
