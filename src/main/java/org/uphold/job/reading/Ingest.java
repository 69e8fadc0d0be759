package org.uphold.job.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;
import org.uphold.csv.TableQuery;
import org.uphold.job.control.Awaited;
import org.uphold.job.control.Progress;
import org.uphold.job.control.StopSignal;
import org.uphold.settings.SourceSpec;
import org.uphold.settings.SourceSpec.TableSource;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.MissingInputException;
import org.uphold.source.Sha256;
import org.uphold.source.SourceFile;
import org.uphold.source.SourcePath;
import org.uphold.store.Determinations;
import org.uphold.store.Encoder;
import org.uphold.store.FirstLoad;
import org.uphold.store.Load;
import org.uphold.store.LoadedFile;
import org.uphold.store.SourceFiles;
import org.uphold.store.SourceFiles.Known;
import org.uphold.store.SourceFiles.Listing;
import org.uphold.store.Store;
import org.uphold.store.StoreException;
import org.uphold.store.WithdrawnRateException;

/**
 * Brings what is new in the sources into the store. Files that a listing or their content shows unchanged are not read again;
 * the others are read, classified and encoded on as many threads as there are cores, and loaded in the order they were found,
 * a bundle of small files or one table in a transaction.
 */
public final class Ingest {

    private static final int BUNDLE = 64;
    private static final int TABLE_CHUNK_BYTES = 4 << 20;
    /** From here on taking the indexes away and making them again pays. */
    private static final long LARGE = 8L << 20;

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final long run;
    private final Store store;
    private final Determinations determinations;
    private final SourceFiles sourceFiles;
    private final Classifier classifier;
    private final Limits limits;
    private final Rereading rereading;
    private final StopSignal stop;
    private final Progress progress;
    private final InputLedger ledger;
    private final Set<Long> moved = ConcurrentHashMap.newKeySet();
    private final Set<Integer> buckets = new TreeSet<>();

    /**
     * @param mostWithdrawn part of a table's cases that a new edition may withdraw, from 0 to 1; null for all
     * @param rereading what is read again though it is known
     */
    public Ingest(
            long run,
            Store store,
            Classifier classifier,
            InputLedger ledger,
            Limits limits,
            @Nullable BigDecimal mostWithdrawn,
            Rereading rereading,
            StopSignal stop,
            Progress progress) {
        this.run = run;
        this.store = store;
        this.determinations = new Determinations(store, mostWithdrawn);
        this.sourceFiles = new SourceFiles(store);
        this.classifier = classifier;
        this.limits = limits;
        this.rereading = rereading;
        this.stop = stop;
        this.progress = progress;
        this.ledger = ledger;
    }

    /** Reads all of a source but what may still be written, which is put aside. */
    public void read(SourceSpec source, InputFormat format, List<String> paths, Settling settling)
            throws MissingInputException {
        Instant settledBefore = settling.settledBefore(source);
        try (Inputs inputs =
                settledBefore == Instant.MAX ? Inputs.of(paths, limits) : Inputs.of(paths, limits, settledBefore)) {
            read(format, inputs, file -> settling.aside(source, file));
            ledger.transfers(inputs.transfers());
        } catch (IOException e) {
            throw closing(e);
        }
    }

    /** Reads of what was put aside the files that nobody wrote to meanwhile. */
    public void readSettled(InputFormats formats, Settling settling) {
        settling.settled().forEach((source, paths) -> readThere(formats.of(source), new ArrayList<>(paths), settling));
    }

    private void readThere(InputFormat format, List<String> paths, Settling settling) {
        try (Inputs inputs = Inputs.of(paths, limits)) {
            read(format, inputs, file -> {});
        } catch (MissingInputException e) {
            // It went away this very moment: nothing was read yet.
            paths.remove(e.path());
            settling.wentAway();
            readThere(format, paths, settling);
        } catch (IOException e) {
            throw closing(e);
        }
    }

    private static IllegalStateException closing(IOException e) {
        return new IllegalStateException("Inputs cannot be closed: " + e.getMessage(), e);
    }

    private void read(InputFormat format, Inputs inputs, Consumer<SourceFile> unsettled) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, Ingest::worker);
        try (Closeable shutdown = workers::shutdownNow) {
            Deque<Future<Bundle>> ahead = new ArrayDeque<>();
            List<Input> next = new ArrayList<>(SourceFiles.LOOKED_UP);
            for (Input input : inputs) {
                next.add(input);
                if (next.size() == SourceFiles.LOOKED_UP) {
                    submit(workers, ahead, format, next, unsettled);
                    next.clear();
                }
            }
            submit(workers, ahead, format, next, unsettled);
            while (!ahead.isEmpty()) {
                load(format, ahead.remove(), workers);
            }
        }
    }

    /** Has those of the inputs read that are not known as they are, a bundle at a time. */
    private void submit(
            ExecutorService workers,
            Deque<Future<Bundle>> ahead,
            InputFormat format,
            List<Input> inputs,
            Consumer<SourceFile> unsettled) {
        List<Input> unseen = withoutUnchanged(format, inputs, unsettled);
        for (int from = 0; from < unseen.size(); from += BUNDLE) {
            List<Input> bundle = unseen.subList(from, Math.min(from + BUNDLE, unseen.size()));
            ahead.add(workers.submit(() -> Bundle.read(
                    bundle, format, sourceFiles, determinations.encoder(classifier), moved, rereading, workers)));
            if (ahead.size() > THREADS + 1) {
                load(format, ahead.remove(), workers);
            }
        }
        progress.read(ledger.inputs(), ledger.counts().read());
    }

    private List<Input> withoutUnchanged(InputFormat format, List<Input> inputs, Consumer<SourceFile> unsettled) {
        Map<Input, Listing> listings = new HashMap<>();
        for (Input input : inputs) {
            SourceFile file = input instanceof Input.Found found
                    ? found.file()
                    : input instanceof Input.Unsettled still ? still.file() : null;
            if (file != null) {
                Listing listing = format.listing(file);
                if (listing != null) {
                    listings.put(input, listing);
                }
            }
        }
        Map<Listing, Known> known = sourceFiles.byListing(listings.values());
        List<Input> unseen = new ArrayList<>();
        for (Input input : rereading.isOfKnownOnly() ? knownPaths(format, inputs) : inputs) {
            Listing listing = listings.get(input);
            Known file = listing == null ? null : known.get(listing);
            boolean young = input instanceof Input.Unsettled;
            if (file != null && (young || !rereading.isDue(format, file))) {
                ledger.known(file);
            } else if (input instanceof Input.Unsettled still) {
                unsettled.accept(still.file());
            } else {
                unseen.add(input);
            }
        }
        return unseen;
    }

    /** Those whose paths the store has read before. */
    private List<Input> knownPaths(InputFormat format, List<Input> inputs) {
        Map<Input, String> paths = new LinkedHashMap<>();
        for (Input input : inputs) {
            if (input instanceof Input.Found found) {
                paths.put(input, SourcePath.of(found.file()));
            }
        }
        Set<String> known =
                sourceFiles.byPath(List.copyOf(paths.values()), format.system()).keySet();
        paths.values().retainAll(known);
        return List.copyOf(paths.keySet());
    }

    private void load(InputFormat format, Future<Bundle> pending, ExecutorService workers) {
        stop.check();
        Bundle bundle = Awaited.result(pending);
        load(bundle);
        for (Bundle.Table table : bundle.tables()) {
            stop.check();
            table(format, table, workers);
        }
        progress.read(ledger.inputs(), ledger.counts().read());
    }

    private void load(Bundle bundle) {
        List<LoadedFile> changed = new ArrayList<>();
        for (SeenBefore.Same same : bundle.same()) {
            ledger.known(same.known());
            if (same.file() != null) {
                changed.add(same.file());
            }
        }
        if (bundle.files().isEmpty() && changed.isEmpty()) {
            return;
        }
        try (Load load = determinations.load(run)) {
            bundle.files().forEach(load::file);
            changed.forEach(load::file);
            load.add(bundle.chunk());
            ledger.loaded(bundle.files(), load.commit());
            ledger.cases(load.cases());
            ledger.takenOver(load.takenOver());
        }
    }

    private void table(InputFormat format, Bundle.Table table, ExecutorService workers) {
        LoadedFile loaded = tableFile(format, table);
        SeenBefore.Same same = new SeenBefore(
                        sourceFiles, format, Set.of(loaded.sha256()), List.of(loaded.path()), moved, rereading)
                .of(loaded);
        if (same != null) {
            table.slices().cancel();
            ledger.known(same.known());
            if (same.file() != null) {
                try (Load load = determinations.load(run)) {
                    load.file(same.file());
                    load.commit();
                    ledger.cases(load.cases());
                }
            }
            return;
        }
        if (loaded.bytes() >= LARGE && first(table, loaded, workers)) {
            return;
        }
        try (Load load = determinations.load(run)) {
            load.file(loaded);
            new TableLoad(load::add, determinations.encoder(classifier), workers, stop)
                    .read(table.slices().current());
            commit(load, loaded);
        }
    }

    /** A new edition that withdraws too much is not loaded; the others are. */
    private void commit(Load load, LoadedFile loaded) {
        try {
            ledger.loaded(List.of(loaded), load.commit());
            ledger.cases(load.cases());
            ledger.takenOver(load.takenOver());
        } catch (WithdrawnRateException e) {
            ledger.refused(loaded, e);
        }
    }

    /** Loads a table into a store that holds nothing yet; false where it holds something. */
    private boolean first(Bundle.Table table, LoadedFile loaded, ExecutorService workers) {
        try (FirstSums sums = new FirstSums(store, buckets)) {
            Optional<FirstLoad> first = determinations.first(run, loaded, sums);
            if (first.isEmpty()) {
                return false;
            }
            try (FirstLoad load = first.get()) {
                new TableLoad(load::add, determinations.encoder(classifier, load), workers, stop)
                        .read(table.slices().current());
                ledger.loaded(List.of(loaded), load.commit());
                ledger.cases(load.cases());
            }
            return true;
        } catch (SQLException e) {
            throw new StoreException("The sums cannot be kept: " + e.getMessage(), e);
        }
    }

    /** Months whose sums are up to date with what was read. */
    public Set<Integer> buckets() {
        return buckets;
    }

    /** Standard input is no place that says something else the next time: what comes there in a run stands. */
    private LoadedFile tableFile(InputFormat format, Bundle.Table table) {
        try {
            LoadedFile file = format.tableFile(table.file(), table.dialect());
            return file.path().equals("-") ? file.at(String.format(Locale.ROOT, "- of run %019d", run)) : file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table of a database. What it says is known only at its end: the same again changes nothing. */
    public void readTable(InputFormat format, TableSource table, Connection connection) throws SQLException {
        String name = table.title();
        String query = table.query();
        MessageDigest content = Sha256.digest();
        Encoder encoder = determinations.encoder(classifier);
        try (Load load = determinations.load(run)) {
            int number = load.file(format.databaseTable(table, Sha256.NOTHING));
            Encoder.Chunk[] chunk = {encoder.chunk()};
            TableQuery rows = query == null ? new TableQuery(name) : TableQuery.of(query);
            format.databaseTables().read(connection, rows, reading -> {
                content.update(reading.toString().getBytes(StandardCharsets.UTF_8));
                chunk[0].add(number, reading);
                if (chunk[0].bytes() >= TABLE_CHUNK_BYTES) {
                    stop.check();
                    load.add(chunk[0].done());
                    chunk[0] = encoder.chunk();
                }
            });
            LoadedFile loaded = format.databaseTable(table, Sha256.hex(content.digest()));
            SeenBefore.Same same = new SeenBefore(
                            sourceFiles,
                            format,
                            Set.of(loaded.sha256()),
                            List.of(loaded.path()),
                            moved,
                            Rereading.none())
                    .of(loaded);
            if (same != null) {
                ledger.known(same.known());
                return;
            }
            load.replace(number, loaded);
            load.add(chunk[0].done());
            commit(load, loaded);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    }
}
