package org.uphold.job.memory;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;
import org.uphold.csv.DayRules;
import org.uphold.csv.Dialect;
import org.uphold.csv.TableCases;
import org.uphold.csv.TableReader;
import org.uphold.csv.TableSniffer;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Statement;
import org.uphold.letter.LetterOptions;
import org.uphold.letter.LetterReader;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.sums.WordSums;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.MissingInputException;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.Reading;
import org.uphold.source.ReadingGuard;
import org.uphold.source.Sha256;
import org.uphold.source.SourceException;
import org.uphold.source.SourceFile;
import org.uphold.source.SourcePath;

/**
 * Files to figures in memory: no store, no history, no Spring, and the same figures as a store that reads these files for the first time
 * and publishes without a disclosure profile.
 */
public final class MemoryRun {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final Supplier<Classifier> classifier;
    private final LetterReader letters;
    private final TableSniffer sniffer = new TableSniffer(List.of(), Limits.DEFAULT);
    private final TableSniffer.@Nullable Kind kind;
    private final DayRules days;
    private final CaseBook cases = new CaseBook();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    /**
     * A run.
     *
     * @param classifier asked for by the first reading
     * @param kind what the files hold; null: told from each file itself
     * @param since first year in which a review can have been decided
     * @param zone whose days these are
     * @param today the day of the run in that zone
     */
    public MemoryRun(
            Supplier<Classifier> classifier,
            TableSniffer.@Nullable Kind kind,
            int since,
            ZoneId zone,
            LocalDate today) {
        this.classifier = classifier;
        this.kind = kind;
        this.letters = new LetterReader(Limits.DEFAULT, LetterOptions.DEFAULT.until(today.plusDays(1)));
        this.days = new DayRules(zone, since, today);
    }

    /**
     * Reads everything there, each file by one of as many threads as there are cores.
     *
     * @param rejections told of each reading that is none, on any thread
     * @throws MissingInputException before anything is read, where a path is not there
     */
    public void read(List<String> paths, Consumer<Reading.Rejected> rejections) throws MissingInputException {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, MemoryRun::worker);
        try (Closeable shutdown = workers::shutdownNow;
                Inputs inputs = Inputs.of(paths, Limits.DEFAULT)) {
            List<Future<?>> pending = new ArrayList<>();
            for (Input input : inputs) {
                pending.add(workers.submit(() -> read(input, rejections)));
            }
            for (Future<?> one : pending) {
                await(one);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Inputs cannot be closed: " + e.getMessage(), e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<?> pending) {
        try {
            pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void read(Input input, Consumer<Reading.Rejected> rejections) {
        if (input instanceof Input.Unreadable unreadable) {
            take(unreadable.reading(), "", Instant.EPOCH, rejections);
            return;
        }
        SourceFile file = ((Input.Found) input).file();
        String path = SourcePath.of(file);
        Instant modified = file.lastModified() < 0 ? Statement.NOW : Instant.ofEpochMilli(file.lastModified());
        Consumer<Reading> sink = reading -> take(reading, path, modified, rejections);
        TableSniffer.Kind found = kind(file);
        Problem problem = found.problem();
        Dialect dialect = found.dialect();
        if (problem != null) {
            sink.accept(new Reading.Rejected(problem, Place.FILE, Sha256.NOTHING));
        } else if (dialect == null) {
            ReadingGuard.read(file, sink, letters);
        } else {
            new TableCases(new TableReader(dialect, Limits.DEFAULT, days), file).each(sink);
        }
    }

    private TableSniffer.Kind kind(SourceFile file) {
        if (kind != null) {
            return kind;
        }
        try {
            return sniffer.sniff(file);
        } catch (IOException e) {
            return new TableSniffer.Kind(null, SourceException.problem(e));
        } catch (RuntimeException | StackOverflowError e) {
            return new TableSniffer.Kind(null, ReadingGuard.rejected(file, e).problem());
        }
    }

    private void take(Reading reading, String path, Instant modified, Consumer<Reading.Rejected> rejections) {
        if (reading instanceof Reading.Accepted read) {
            accepted.incrementAndGet();
            cases.state(path, modified, read.determination(), CountedLetter.of(read.determination(), classifier.get()));
        } else if (reading instanceof Reading.Rejected no) {
            rejected.incrementAndGet();
            rejections.accept(no);
        }
    }

    /** Readings that were taken. */
    public long accepted() {
        return accepted.get();
    }

    /** Readings that could not be taken. */
    public long rejected() {
        return rejected.get();
    }

    /** Everything that tables are made of, of one window. */
    public WindowTallies window(DateRange window, Basis basis, List<Grouping> groupings) {
        CaseBook.Counting counting = cases.within(window, basis);
        return new WordSums(counting.letters(), basis, window.isUnbounded(), counting.superseded(), groupings)
                .window(groupings);
    }
}
