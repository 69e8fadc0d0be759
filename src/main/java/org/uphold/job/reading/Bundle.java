package org.uphold.job.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.Dialect;
import org.uphold.csv.TableSniffer;
import org.uphold.source.Input;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.Reading;
import org.uphold.source.ReadingGuard;
import org.uphold.source.Sha256;
import org.uphold.source.SourceException;
import org.uphold.source.SourceFile;
import org.uphold.source.SourcePath;
import org.uphold.store.Encoder;
import org.uphold.store.LoadedFile;
import org.uphold.store.SourceFiles;
import org.uphold.store.StagedChunk;

/**
 * Some inputs, read on a worker and ready to be loaded in one transaction.
 *
 * @param files those with readings, in order
 * @param chunk their readings
 * @param same those that say what they said before
 * @param tables those that are tables: too large for a bundle, read on their own
 */
record Bundle(List<LoadedFile> files, StagedChunk chunk, List<SeenBefore.Same> same, List<Table> tables) {

    /** Bytes from which on finding the slices of a table takes so long that it begins before the table is known to be new. */
    private static final long LARGE_TABLE = 64L << 20;

    /**
     * A table to be read on its own.
     *
     * @param dialect what it is written in
     * @param slices its parts
     */
    record Table(Dialect dialect, TableSlices slices) {

        SourceFile file() {
            return slices.file();
        }
    }

    /** Reads the inputs; what cannot be read is a rejected reading. */
    static Bundle read(
            List<Input> inputs,
            InputFormat format,
            SourceFiles sourceFiles,
            Encoder encoder,
            Set<Long> moved,
            Rereading rereading,
            ExecutorService workers) {
        List<LoadedFile> files = new ArrayList<>();
        List<SeenBefore.Same> same = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        Encoder.Chunk chunk = encoder.chunk();
        TableSlices ahead = ahead(inputs, format, workers);
        SeenBefore before = before(inputs, format, sourceFiles, moved, rereading);
        for (Input input : inputs) {
            if (input instanceof Input.Unreadable unreadable) {
                chunk.add(files.size(), unreadable.reading());
                files.add(format.unreadable(unreadable.name()));
                continue;
            }
            SourceFile file = ((Input.Found) input).file();
            String sha256;
            Problem unknown;
            try {
                sha256 = file.sha256();
                TableSniffer.Kind kind = format.kind(file);
                if (kind.dialect() != null) {
                    tables.add(new Table(
                            kind.dialect(),
                            ahead != null && ahead.file() == file
                                    ? ahead
                                    : slices(file, kind.dialect(), format, workers)));
                    continue;
                }
                unknown = kind.problem();
            } catch (IOException e) {
                chunk.add(files.size(), rejected(file, e));
                files.add(format.unreadable(file.name()));
                continue;
            } catch (RuntimeException | StackOverflowError e) {
                chunk.add(files.size(), ReadingGuard.rejected(file, e));
                files.add(format.unreadable(file.name()));
                continue;
            }
            LoadedFile letter = format.letterFile(file, sha256);
            SeenBefore.Same known = before.of(letter);
            if (known != null) {
                same.add(known);
                continue;
            }
            int number = files.size();
            files.add(letter);
            if (unknown == null) {
                ReadingGuard.read(file, reading -> chunk.add(number, reading), format.letters());
            } else {
                chunk.add(number, new Reading.Rejected(unknown, Place.FILE, sha256));
            }
        }
        if (ahead != null && tables.stream().noneMatch(table -> table.slices() == ahead)) {
            ahead.cancel();
        }
        return new Bundle(files, chunk.done(), same, tables);
    }

    /** Those of the first large table among them, looked for from now on; those of others once it is their turn. */
    private static @Nullable TableSlices ahead(List<Input> inputs, InputFormat format, ExecutorService workers) {
        for (Input input : inputs) {
            if (input instanceof Input.Found found
                    && found.file().size() >= LARGE_TABLE
                    && found.file().path() != null) {
                try {
                    Dialect dialect = format.kind(found.file()).dialect();
                    if (dialect != null) {
                        TableSlices slices = slices(found.file(), dialect, format, workers);
                        slices.start();
                        return slices;
                    }
                } catch (IOException | RuntimeException e) {
                    // Said when its turn comes.
                    continue;
                }
            }
        }
        return null;
    }

    private static TableSlices slices(SourceFile file, Dialect dialect, InputFormat format, ExecutorService workers) {
        return new TableSlices(format.tables(dialect), file, workers);
    }

    /** Of those whose bytes can be had; the store is asked for all of them at once. */
    private static SeenBefore before(
            List<Input> inputs, InputFormat format, SourceFiles sourceFiles, Set<Long> moved, Rereading rereading) {
        Set<String> hashes = new HashSet<>();
        List<String> paths = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Input.Found found) {
                try {
                    hashes.add(found.file().sha256());
                    paths.add(SourcePath.of(found.file()));
                } catch (IOException e) {
                    // Said when its turn comes.
                    continue;
                }
            }
        }
        return new SeenBefore(sourceFiles, format, hashes, paths, moved, rereading);
    }

    private static Reading rejected(SourceFile file, IOException e) {
        return new Reading.Rejected(
                SourceException.problem(e), Place.FILE, Sha256.of(file.name().getBytes(StandardCharsets.UTF_8)));
    }
}
