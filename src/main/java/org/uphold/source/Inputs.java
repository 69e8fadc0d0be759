package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Walks the paths that a user or a job names, lazily and always in the same order: the paths as given, a folder depth
 * first with its names in code-point order, the members of an archive by name. A path may be a file, a folder, a glob or
 * {@code -} for standard input; {@code .zip} and {@code .gz} are read in place. Hidden files and side files
 * ({@code *.meta.csv}) are passed over unless named by themselves; a file that several paths reach is handed over once.
 * Nothing else is left out: what cannot be read comes as {@link Input.Unreadable}.
 *
 * <p>One thread walks; the files may be read by others, until this is closed.
 */
public final class Inputs implements Iterable<Input>, AutoCloseable {

    private final List<Root> roots;
    private final Limits limits;
    private final long settledBefore;
    private final OpenArchives archives = new OpenArchives();
    private final LongAdder transfers = new LongAdder();

    private Inputs(List<Root> roots, Limits limits, long settledBefore) {
        this.roots = List.copyOf(roots);
        this.limits = limits;
        this.settledBefore = settledBefore;
    }

    /**
     * Looks the paths up, without reading them.
     *
     * @param paths files, folders, globs or {@code -}
     * @throws MissingInputException where a path does not exist or a glob matches nothing
     */
    public static Inputs of(List<String> paths, Limits limits) throws MissingInputException {
        return of(paths, limits, System.in, Long.MAX_VALUE);
    }

    /**
     * The same, handing over as {@link Input.Unsettled} what may still be written.
     *
     * @param settledBefore files that were last written after it are unsettled
     */
    public static Inputs of(List<String> paths, Limits limits, Instant settledBefore) throws MissingInputException {
        return of(paths, limits, System.in, settledBefore.toEpochMilli());
    }

    /** One regular file on disk, by itself. */
    public static SourceFile file(Path path) {
        try {
            return new DiskFile(
                    path.toString(),
                    path,
                    Files.size(path),
                    Files.getLastModifiedTime(path).toMillis());
        } catch (IOException e) {
            // Whoever opens it learns why it cannot be read.
            return new DiskFile(path.toString(), path, -1, -1);
        }
    }

    static Inputs of(List<String> paths, Limits limits, InputStream standardInput) throws MissingInputException {
        return of(paths, limits, standardInput, Long.MAX_VALUE);
    }

    private static Inputs of(List<String> paths, Limits limits, InputStream standardInput, long settledBefore)
            throws MissingInputException {
        List<Root> roots = new ArrayList<>();
        Set<String> distinct = new LinkedHashSet<>(paths);
        for (String path : distinct) {
            Root root = path.equals("-")
                    ? new Root.Standard(new StandardInput(standardInput, limits.archiveBytes()))
                    : Root.of(path);
            if (root instanceof Root.Glob glob && !FolderWalk.of(glob).hasNext()) {
                throw new MissingInputException(path, "Nothing matches " + path);
            }
            roots.add(root);
        }
        return new Inputs(roots, limits, settledBefore);
    }

    /** A fresh walk from the start. */
    @Override
    public Iterator<Input> iterator() {
        return new InputWalk(roots, limits, archives, settledBefore, transfers);
    }

    /** A fresh walk from the start; lazy. */
    public Stream<Input> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Files that walks came by and passed over because they are still being transferred ({@code .part} and the like). */
    public long transfers() {
        return transfers.sum();
    }

    /** Closes archives that nobody reads and removes the copy of standard input. */
    @Override
    public void close() throws IOException {
        archives.close();
        for (Root root : roots) {
            if (root instanceof Root.Standard standard) {
                standard.input().close();
            }
        }
    }
}
