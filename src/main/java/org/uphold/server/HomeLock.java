package org.uphold.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file of the home. The operating system drops it with its process, however that ends, so a count of
 * holders is never stale. Locks belong to the whole process: each file is opened once in it at a time.
 */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private @Nullable FileLock lock;

    private HomeLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until nobody else holds it. */
    static HomeLock exclusive(Path file) throws IOException {
        return take(file, false);
    }

    /** Held together with any number of others; waits for an exclusive holder. */
    static HomeLock shared(Path file) throws IOException {
        return take(file, true);
    }

    private static HomeLock take(Path file, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new HomeLock(channel, channel.lock(0, Long.MAX_VALUE, shared));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Gives up a shared lock and tells whether nobody else holds one. */
    boolean releaseAndAskWhetherLast() throws IOException {
        if (lock != null) {
            lock.release();
        }
        lock = channel.tryLock();
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
