package org.uphold.job.reading;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.Slice;
import org.uphold.csv.TableReader;
import org.uphold.job.control.Awaited;
import org.uphold.job.control.StopSignal;
import org.uphold.source.SourceFile;
import org.uphold.store.Encoder;
import org.uphold.store.StagedChunk;

/**
 * One table into one load: workers read slices of it, classify and encode; the calling thread sends what they have ready. A few
 * chunks wait at most, so that memory does not grow with the file.
 */
final class TableLoad {

    private static final int CHUNK_BYTES = 4 << 20;
    private static final int FILE = 0;

    private final Consumer<StagedChunk> load;
    private final Encoder encoder;
    private final ExecutorService workers;
    private final StopSignal stop;
    private final BlockingQueue<StagedChunk> ready = new ArrayBlockingQueue<>(4);

    TableLoad(Consumer<StagedChunk> load, Encoder encoder, ExecutorService workers, StopSignal stop) {
        this.load = load;
        this.encoder = encoder;
        this.workers = workers;
        this.stop = stop;
    }

    /** Reads all of it; the load's only file. */
    void read(TableSlices slices) {
        // The first slices are read while the others are still looked for.
        Queue<Future<?>> pending = new ConcurrentLinkedQueue<>();
        pending.add(slices.start());
        slices.handTo(slice -> pending.add(workers.submit(() -> readSlice(slices.reader(), slices.file(), slice))));
        try {
            for (Future<?> part = pending.peek(); part != null; part = pending.peek()) {
                while (!part.isDone()) {
                    stop.check();
                    send(ready.poll(100, TimeUnit.MILLISECONDS));
                }
                Awaited.result(part);
                pending.remove();
            }
            for (StagedChunk chunk = ready.poll(); chunk != null; chunk = ready.poll()) {
                send(chunk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        } finally {
            slices.cancel();
            pending.forEach(part -> part.cancel(true));
            slices.reader().forget();
        }
    }

    private void send(@Nullable StagedChunk chunk) {
        if (chunk != null) {
            load.accept(chunk);
        }
    }

    private void readSlice(TableReader reader, SourceFile file, Slice slice) {
        Encoder.Chunk[] chunk = {encoder.chunk()};
        reader.read(file, slice, reading -> {
            chunk[0].add(FILE, reading);
            if (chunk[0].bytes() >= CHUNK_BYTES) {
                put(chunk[0].done());
                chunk[0] = encoder.chunk();
            }
        });
        put(chunk[0].done());
    }

    private void put(StagedChunk chunk) {
        try {
            ready.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        }
    }
}
