package org.uphold.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.source.DeterminationReader;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

/**
 * Reads determination letters, PDF or text by what the bytes say: exactly one reading a file. Bounded in bytes, pages,
 * characters and time; the time bound holds even where a parser hangs, because the waiting is given up.
 */
public final class LetterReader implements DeterminationReader {

    /**
     * Goes up by one with every change by which some letter reads otherwise: what an earlier version read is then read again. A test
     * holds it together with what it reads of the letters that ship.
     */
    public static final int VERSION = 2;

    /** SHA-256 of nothing, for a file whose bytes cannot be had. */
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** As many as read at a time, and those that hang: one that is free takes the next letter. */
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(LetterReader::worker);

    private final Limits limits;
    private final LetterOptions options;

    public LetterReader(Limits limits) {
        this(limits, LetterOptions.DEFAULT);
    }

    public LetterReader(Limits limits, LetterOptions options) {
        this.limits = limits;
        this.options = options;
    }

    @Override
    public void read(SourceFile file, Consumer<Reading> sink) {
        sink.accept(read(file));
    }

    /** The one reading of a file. */
    public Reading read(SourceFile file) {
        try {
            if (file.size() > limits.letterBytes()) {
                throw tooLarge();
            }
            byte[] bytes = bytes(file);
            Supplement supplement = SideInformation.of(file, options);
            Reading reading = withinTime(() -> reading(bytes, supplement));
            return reading instanceof Reading.Rejected rejected ? rejected(file, rejected.problem()) : reading;
        } catch (LetterFailure e) {
            return rejected(file, new Problem(e.code(), e.text(), Place.FILE));
        } catch (IOException e) {
            return rejected(
                    file,
                    new Problem(ProblemCode.UNREADABLE_FILE, "A file that can be read was expected.", Place.FILE));
        }
    }

    private byte[] bytes(SourceFile file) throws IOException, LetterFailure {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limits.letterBytes() + 1));
            if (bytes.length > limits.letterBytes()) {
                throw tooLarge();
            }
            if (bytes.length == 0) {
                throw new LetterFailure(ProblemCode.EMPTY_FILE, "A letter was expected; found an empty file.");
            }
            return bytes;
        }
    }

    private LetterFailure tooLarge() {
        return new LetterFailure(
                ProblemCode.TOO_LARGE, "At most " + limits.letterBytes() + " bytes were expected; found more.");
    }

    private Reading reading(byte[] bytes, Supplement supplement) throws LetterFailure {
        if (!PdfText.isPdf(bytes)) {
            return LetterParser.parse(text(bytes), supplement, options.latest());
        }
        return PdfLetter.read(bytes, limits, supplement, options.latest());
    }

    private LetterText text(byte[] bytes) throws LetterFailure {
        refuse(OtherFormats.ofBytes(bytes));
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        if (decoded == null) {
            throw new LetterFailure(ProblemCode.UNKNOWN_FORMAT, "Text or PDF was expected; found neither.");
        }
        if (decoded.text().length() > limits.characters()) {
            throw new LetterFailure(
                    ProblemCode.TOO_LARGE, "At most " + limits.characters() + " characters were expected; found more.");
        }
        refuse(OtherFormats.ofText(decoded.text()));
        return LetterText.of(decoded.text()).withUndecodable(decoded.undecodable());
    }

    private static void refuse(@Nullable String other) throws LetterFailure {
        if (other != null) {
            throw new LetterFailure(
                    ProblemCode.UNKNOWN_FORMAT, "A letter as text or PDF was expected; found " + other + ".");
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "uphold-letter");
        thread.setDaemon(true);
        return thread;
    }

    /** On another thread, which can be left behind. */
    private Reading withinTime(Callable<Reading> work) throws LetterFailure {
        Future<Reading> task = WORKERS.submit(work);
        try {
            return task.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new LetterFailure(
                    ProblemCode.TOO_SLOW,
                    "At most " + limits.time().toSeconds() + " seconds were expected to be enough.");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new LetterFailure(ProblemCode.TOO_SLOW, "Reading was interrupted.");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static LetterFailure failure(@Nullable Throwable cause) {
        if (cause instanceof LetterFailure failure) {
            return failure;
        }
        if (cause instanceof OutOfMemoryError) {
            return new LetterFailure(ProblemCode.TOO_LARGE, "The file unpacks to more than the memory there is.");
        }
        if (cause instanceof StackOverflowError) {
            return PdfText.damaged();
        }
        return new LetterFailure(ProblemCode.UNREADABLE_FILE, "The file's structure cannot be followed.");
    }

    private static Reading rejected(SourceFile file, Problem problem) {
        String sha256;
        try {
            sha256 = file.sha256();
        } catch (IOException e) {
            sha256 = NOTHING;
        }
        return new Reading.Rejected(problem, Place.FILE, sha256);
    }
}
