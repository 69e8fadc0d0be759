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
import org.uphold.classification.Classifier;
import org.uphold.classification.Taxonomy;
import org.uphold.job.ExitCodes;
import org.uphold.letter.LetterOptions;
import org.uphold.letter.LetterReader;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.MissingInputException;
import org.uphold.source.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads letters and prints what they say; needs no database. */
@Command(name = "extract", description = "Read letters, print one JSON object a line; needs no database.")
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

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A file, a folder (walked) or a glob; .zip and .gz are read in place.")
    private List<String> paths;

    private int broken;

    @Override
    public Integer call() throws MissingInputException, IOException {
        Output output = new Session(parent.environment(), options).output();
        Limits limits = Limits.DEFAULT;
        LetterReader letters = new LetterReader(
                limits,
                LetterOptions.DEFAULT.until(LocalDate.now(ZoneOffset.UTC).plusDays(1)));
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads), work -> {
            Thread thread = new Thread(work, "reader");
            thread.setDaemon(true);
            return thread;
        });
        try (Inputs inputs = Inputs.of(paths, limits)) {
            // The tables are read while the first letters are.
            Future<Classifier> classifier = workers.submit(() -> Taxonomy.load().classifier());
            LetterJson json = new LetterJson(() -> result(classifier));
            Deque<Future<Line>> ahead = new ArrayDeque<>();
            for (Input input : inputs) {
                ahead.add(workers.submit(() -> line(input, letters, json)));
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
     * One line of output.
     *
     * @param json the object
     * @param read whether it is a letter that was read
     */
    private record Line(String json, boolean read) {}

    private static Line line(Input input, LetterReader letters, LetterJson json) {
        Reading reading = input instanceof Input.Unreadable unreadable
                ? unreadable.reading()
                : letters.read(((Input.Found) input).file());
        return new Line(json.line(input.name(), reading), reading instanceof Reading.Accepted);
    }

    private void print(Output output, Future<Line> pending) {
        Line line = result(pending);
        output.data(line.json());
        if (!line.read()) {
            broken++;
        }
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
