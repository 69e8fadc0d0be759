package org.uphold.job;

import java.util.ArrayList;
import java.util.List;
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

    private static final long SLICE_BYTES = 32L << 20;

    private final TableReader reader;
    private final SourceFile file;
    private final ExecutorService workers;
    private final List<Slice> found = new ArrayList<>();
    private @Nullable Consumer<Slice> taker;
    private @Nullable Future<?> search;

    TableSlices(TableReader reader, SourceFile file, ExecutorService workers) {
        this.reader = reader;
        this.file = file;
        this.workers = workers;
    }

    TableReader reader() {
        return reader;
    }

    SourceFile file() {
        return file;
    }

    /** Begins to look for them, once; nobody hears of an error but who waits for it. */
    synchronized Future<?> start() {
        if (search == null) {
            int parts = (int) Math.min(1_000_000, 1 + Math.max(0, file.size()) / SLICE_BYTES);
            search = workers.submit(() -> reader.slices(file, parts, this::found));
        }
        return search;
    }

    private synchronized void found(Slice slice) {
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
    synchronized void cancel() {
        if (search != null) {
            search.cancel(true);
        }
    }
}
