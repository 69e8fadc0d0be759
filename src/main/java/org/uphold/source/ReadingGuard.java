package org.uphold.source;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps whatever a reader throws within its file: one reject, and the run goes on. What the taker of the readings throws is not the
 * reader's, and goes on to whoever called.
 */
public final class ReadingGuard {

    private ReadingGuard() {}

    /** Reads a file by a reader, which may fail in any way. */
    public static void read(SourceFile file, Consumer<Reading> sink, DeterminationReader reader) {
        Passing passing = new Passing(sink);
        try {
            reader.read(file, passing);
        } catch (RuntimeException | StackOverflowError e) {
            passing.rethrow();
            sink.accept(rejected(file, e));
        }
    }

    /** The reject of a file on which a reader failed; it names the kind of failure and none of its words. */
    public static Reading.Rejected rejected(SourceFile file, Throwable failure) {
        return new Reading.Rejected(
                new Problem(
                        ProblemCode.READER_FAILED,
                        "expected a file that can be read, found one on which the program fails ("
                                + failure.getClass().getSimpleName() + ")",
                        Place.FILE),
                Place.FILE,
                hash(file));
    }

    private static String hash(SourceFile file) {
        try {
            return file.sha256();
        } catch (java.io.IOException | RuntimeException e) {
            return Sha256.NOTHING;
        }
    }

    private static final class Passing implements Consumer<Reading> {

        private final Consumer<Reading> sink;
        private @Nullable RuntimeException failure;
        private @Nullable Error error;

        Passing(Consumer<Reading> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(Reading reading) {
            try {
                sink.accept(reading);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            } catch (Error e) {
                error = e;
                throw e;
            }
        }

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
            if (error != null) {
                throw error;
            }
        }
    }
}
