package org.uphold.job.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.Slice;
import org.uphold.csv.TableReader;
import org.uphold.source.SourceFile;

/**
 * The slices of a table, looked for by a worker and handed on as they are found. Of a large file that can begin while another worker
 * still hashes it: one thread alone can do neither faster.
 */
final class TableSlices {

    private static final long BYTES = 32L << 20;

    private final TableReader reader;
    private final SourceFile file;
    private final ExecutorService workers;
    private final long bytes;
    private final List<Slice> found = new ArrayList<>();
    private @Nullable Consumer<Slice> taker;
    private @Nullable Future<?> search;
    private volatile boolean cancelled;

    TableSlices(TableReader reader, SourceFile file, ExecutorService workers) {
        this(reader, file, workers, BYTES);
    }

    /** @param bytes of a slice, about */
    TableSlices(TableReader reader, SourceFile file, ExecutorService workers, long bytes) {
        this.reader = reader;
        this.file = file;
        this.workers = workers;
        this.bytes = bytes;
    }

    TableReader reader() {
        return reader;
    }

    SourceFile file() {
        return file;
    }

    /** Begins to look for them, once; of an error hears who waits for it. */
    synchronized Future<?> start() {
        if (search == null) {
            int parts = (int) Math.min(1_000_000, 1 + Math.max(0, file.size()) / bytes);
            search = workers.submit(() -> reader.slices(file, parts, this::found));
        }
        return search;
    }

    /** A search ends with the slice that nobody wants: reading a file cannot be interrupted. */
    private synchronized void found(Slice slice) {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The slices are not wanted any longer");
        }
        if (taker == null) {
            found.add(slice);
        } else {
            taker.accept(slice);
        }
    }

    /** Hands over those found so far, and all others when they are found. */
    synchronized void handTo(Consumer<Slice> to) {
        found.forEach(to);
        found.clear();
        taker = to;
    }

    /** They are not wanted. */
    void cancel() {
        cancelled = true;
    }

    /** These, or those still to be found where the file was written to since it was listed: what was found may be another file's. */
    TableSlices current() {
        Path path = file.path();
        try {
            if (path == null
                    || file.lastModified() < 0
                    || Files.size(path) == file.size()
                            && Files.getLastModifiedTime(path).toMillis() == file.lastModified()) {
                return this;
            }
        } catch (IOException e) {
            // Whoever reads it says so.
            return this;
        }
        cancel();
        return new TableSlices(reader, file, workers, bytes);
    }
}
