package org.uphold.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;
import org.uphold.classification.Taxonomy;
import org.uphold.csv.DayRules;
import org.uphold.csv.Dialect;
import org.uphold.csv.TableCases;
import org.uphold.csv.TableReader;
import org.uphold.csv.TableSniffer;
import org.uphold.job.control.ExitCodes;
import org.uphold.letter.LetterOptions;
import org.uphold.letter.LetterReader;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads letters and tables and prints what they say; needs no database. */
@Command(
        name = "extract",
        description = "Read letters and tables, print one JSON object a line, a line a case; needs no database.")
@SuppressWarnings("NullAway.Init")
final class ExtractCommand implements Callable<Integer> {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int AHEAD = 16 * THREADS;

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "How many read at once; as many as there are cores unless said.")
    private int threads = THREADS;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "auto (default), letter, or the name of a dialect that ships: items-csv, dmhc-csv, ny-dfs.")
    private String kind;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A file, a folder (walked) or a glob; .zip and .gz are read in place.")
    private List<String> paths;

    private int broken;

    private TableSniffer.@Nullable Kind every;

    @Override
    public Integer call() throws MissingInputException, IOException {
        Output output = new Session(parent.environment(), options).output();
        Limits limits = Limits.DEFAULT;
        every = FileKinds.of(kind);
        LetterReader letters = new LetterReader(
                limits,
                LetterOptions.DEFAULT.until(LocalDate.now(ZoneOffset.UTC).plusDays(1)));
        TableSniffer sniffer = new TableSniffer(List.of(), limits);
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads), work -> {
            Thread thread = new Thread(work, "reader");
            thread.setDaemon(true);
            return thread;
        });
        try (Inputs inputs = Inputs.of(paths, limits)) {
            // The tables are read while the first letters are.
            Future<Classifier> classifier = workers.submit(() -> Taxonomy.load().classifier());
            LetterJson json = new LetterJson(() -> result(classifier));
            Deque<Future<Lines>> ahead = new ArrayDeque<>();
            for (Input input : inputs) {
                if (output.broken()) {
                    break;
                }
                ahead.add(workers.submit(() -> lines(input, letters, sniffer, json)));
                if (ahead.size() > AHEAD) {
                    print(output, ahead.remove());
                }
            }
            while (!ahead.isEmpty()) {
                print(output, ahead.remove());
            }
        } finally {
            workers.shutdownNow();
        }
        return broken > 0 ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE;
    }

    /**
     * What is to be printed of one input, when its turn comes.
     */
    private interface Lines {

        void print(Consumer<Line> to);
    }

    /**
     * One line of output.
     *
     * @param json the object
     * @param read whether it is a letter or a case that was read
     */
    private record Line(String json, boolean read) {}

    /** A letter is read at once, by the worker; a table when it is printed, for it may not fit into memory. */
    private Lines lines(Input input, LetterReader letters, TableSniffer sniffer, LetterJson json) {
        if (input instanceof Input.Unreadable unreadable) {
            return line(input, unreadable.reading(), json);
        }
        SourceFile file = ((Input.Found) input).file();
        TableSniffer.Kind found = kind(file, sniffer);
        Problem problem = found.problem();
        Dialect dialect = found.dialect();
        if (problem != null) {
            return line(input, new Reading.Rejected(problem, Place.FILE, Sha256.NOTHING), json);
        }
        if (dialect == null) {
            Reading[] reading = {null};
            ReadingGuard.read(file, one -> reading[0] = one, letters);
            return line(input, reading[0], json);
        }
        // The plain table is California's unless it says otherwise, which only a job can; others know their first year.
        DayRules days = new DayRules(
                ZoneOffset.UTC,
                DayRules.CALIFORNIA,
                LocalDate.now(parent.environment().clock().withZone(ZoneOffset.UTC)));
        TableReader tables = new TableReader(dialect, Limits.DEFAULT, days);
        return to -> new TableCases(tables, file)
                .each(reading ->
                        to.accept(new Line(json.caseLine(input.name(), reading), reading instanceof Reading.Accepted)));
    }

    private TableSniffer.Kind kind(SourceFile file, TableSniffer sniffer) {
        if (every != null) {
            return every;
        }
        try {
            return sniffer.sniff(file);
        } catch (IOException e) {
            return new TableSniffer.Kind(null, SourceException.problem(e));
        } catch (RuntimeException | StackOverflowError e) {
            return new TableSniffer.Kind(null, ReadingGuard.rejected(file, e).problem());
        }
    }

    private static Lines line(Input input, Reading reading, LetterJson json) {
        Line line = new Line(json.line(input.name(), reading), reading instanceof Reading.Accepted);
        return to -> to.accept(line);
    }

    private void print(Output output, Future<Lines> pending) {
        result(pending).print(line -> {
            output.data(line.json());
            if (!line.read()) {
                broken++;
            }
        });
    }

    private static <T> T result(Future<T> pending) {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
