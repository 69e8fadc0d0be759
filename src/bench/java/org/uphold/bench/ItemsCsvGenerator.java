package org.uphold.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes {@code items-csv} files of any size: twelve years of letters with 1.6 items each on average, most service texts
 * different from each other, guideline sentences in the letters' grammar, and on request some dirty rows. The same seed and
 * size give the same bytes, on any number of processors; memory does not grow with the size.
 *
 * <pre>ItemsCsvGenerator OUT ITEMS [SEED] [DIRTY-PERCENT]</pre>
 */
public final class ItemsCsvGenerator {

    private static final String HEADER =
            "case_number,item_number,decision_date,service,outcome,claims_administrator_guideline,reviewer_guideline,"
                    + "reviewer_specialty,license_state,date_of_injury,ur_decision_date,application_received_date,"
                    + "assigned_date,priority,ur_action,claims_administrator,jurisdiction,age,sex\n";

    private final long seed;
    private final double dirty;

    private long items;
    private long upheld;
    private long dirtyRows;
    private long letters;

    /**
     * @param seed of the random numbers
     * @param dirty share of rows made bad, 0 to 1
     */
    public ItemsCsvGenerator(long seed, double dirty) {
        this.seed = seed;
        this.dirty = dirty;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("OUT ITEMS [SEED] [DIRTY-PERCENT]");
        }
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        double dirty = args.length > 3 ? Double.parseDouble(args[3]) / 100 : 0;
        ItemsCsvGenerator generator = new ItemsCsvGenerator(seed, dirty);
        try (Writer out = Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8)) {
            generator.write(out, Long.parseLong(args[1]));
        }
        PrintStream told = System.err;
        told.printf(
                Locale.ROOT,
                "letters %d, rows %d, of them dirty %d; upheld among the clean %d%n",
                generator.letters,
                generator.items,
                generator.dirtyRows,
                generator.upheld);
    }

    /** Writes a header and so many rows; the last letter is cut where they are reached. */
    public void write(Appendable out, long rows) throws IOException {
        out.append(HEADER);
        int blocks = Math.toIntExact((rows + ItemsBlock.ROWS - 1) / ItemsBlock.ROWS);
        int ahead = Runtime.getRuntime().availableProcessors() + 1;
        ExecutorService pool = Executors.newFixedThreadPool(ahead - 1);
        try {
            Deque<Future<ItemsBlock>> coming = new ArrayDeque<>();
            for (int b = 0; b < blocks || !coming.isEmpty(); b++) {
                if (b < blocks) {
                    int number = b;
                    coming.add(pool.submit(() -> new ItemsBlock(seed, dirty, number, rows).write()));
                }
                if (coming.size() == ahead || b >= blocks - 1) {
                    Future<ItemsBlock> next = coming.poll();
                    if (next != null) {
                        take(next.get(), out);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A block of rows could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Rows that are not dirty and say Upheld. */
    public long upheld() {
        return upheld;
    }

    /** Rows that a reader has to reject. */
    public long dirtyRows() {
        return dirtyRows;
    }

    /** Letters, those included whose rows are all dirty. */
    public long letters() {
        return letters;
    }

    private void take(ItemsBlock block, Appendable out) throws IOException {
        out.append(block.text());
        items += block.rows();
        letters += block.letters();
        dirtyRows += block.dirtyRows();
        upheld += block.upheld();
    }
}
