package org.uphold.job.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.uphold.cells.SentSums;
import org.uphold.copy.NamedRows;
import org.uphold.job.control.Awaited;
import org.uphold.store.FirstRows;
import org.uphold.store.Store;

/** Sums the rows of a first load while they are sent, on a thread and a connection of its own. */
final class FirstSums implements FirstRows, AutoCloseable {

    /** Chunks that may wait: what is sent faster than it is summed must not pile up. */
    private static final int WAITING = 2;

    private final Connection words;
    private final SentSums sums;
    private final Set<Integer> buckets;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(FirstSums::thread);
    private final Deque<Future<?>> pending = new ArrayDeque<>();

    /**
     * @param store for the words of dimensions, which every transaction sees
     * @param buckets takes those whose sums changed
     */
    FirstSums(Store store, Set<Integer> buckets) {
        this.words = store.begin();
        this.sums = new SentSums(Store.dsl(words));
        this.buckets = buckets;
    }

    @Override
    public void came(NamedRows determinations, NamedRows items) {
        while (pending.size() >= WAITING) {
            Awaited.result(pending.remove());
        }
        pending.add(thread.submit(() -> sums.add(determinations, items)));
    }

    @Override
    public void ended() {
        pending.add(thread.submit(sums::order));
    }

    @Override
    public void went(Connection connection, String ids) throws SQLException {
        joinAll();
        sums.takeOut(Store.dsl(connection), ids);
        // Until what went is merged there is time to put the rest in order again.
        ended();
    }

    @Override
    public void complete(Connection connection) throws SQLException {
        joinAll();
        buckets.addAll(sums.write(Store.dsl(connection)));
    }

    private void joinAll() {
        while (!pending.isEmpty()) {
            Awaited.result(pending.remove());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sums");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws SQLException {
        thread.shutdownNow();
        words.close();
    }
}
