package org.uphold.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder depth first, the names of each folder in code-point order. Holds the names of the folders it is in as
 * bytes and nothing else, so that millions of files in one folder stay cheap. What is neither file nor folder is handed
 * over as a failure.
 */
final class FolderWalk implements Iterator<FolderWalk.Entry> {

    /**
     * Something found.
     *
     * @param relative path below the folder walked
     * @param attributes of the file, or null where it failed
     * @param failure why it cannot be read, or null
     */
    record Entry(
            Path relative,
            @Nullable BasicFileAttributes attributes,
            @Nullable IOException failure) {}

    private final Path top;
    private final Predicate<Path> visible;
    private final Predicate<Path> descend;
    private final Predicate<Path> transfer;
    private long transfers;
    private final Deque<Listing> open = new ArrayDeque<>();
    private @Nullable Entry next;

    /**
     * @param top the folder
     * @param visible which relative paths are handed over
     * @param descend which folders, by relative path, are walked
     * @param transfer which files are counted as parts of others that are not there yet
     */
    FolderWalk(Path top, Predicate<Path> visible, Predicate<Path> descend, Predicate<Path> transfer) {
        this.top = top;
        this.visible = visible;
        this.descend = descend;
        this.transfer = transfer;
        Path here = top.getFileSystem().getPath("");
        IOException failure = enter(here);
        next = failure == null ? advance() : new Entry(here, null, failure);
    }

    /** All that is visible in a folder. */
    static FolderWalk of(Root.Folder folder) {
        // The folders around a path were tested when they were entered.
        Predicate<Path> visible =
                path -> VisibleNames.isVisible(path.getFileName().toString());
        return new FolderWalk(
                folder.absolute(),
                visible,
                visible,
                path -> VisibleNames.isTransfer(path.getFileName().toString()));
    }

    /** All that a glob matches. */
    static FolderWalk of(Root.Glob glob) {
        return new FolderWalk(glob.absolute(), glob::matches, glob::mayHold, glob::matchesWhole);
    }

    /** Files that were passed over because they are still being transferred, as far as it has come. */
    long transfers() {
        return transfers;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Entry next() {
        Entry result = next;
        if (result == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return result;
    }

    private @Nullable Entry advance() {
        while (!open.isEmpty()) {
            Path relative = open.getLast().next();
            if (relative == null) {
                open.removeLast();
                continue;
            }
            Entry entry = look(relative);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** Null where there is nothing to hand over: a folder entered, or a path that is not visible. */
    private @Nullable Entry look(Path relative) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(top.resolve(relative), BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                IOException failure = descend.test(relative) ? enter(relative) : null;
                return failure == null || !visible.test(relative) ? null : new Entry(relative, null, failure);
            }
            if (!visible.test(relative)) {
                transfers += attributes.isRegularFile() && transfer.test(relative) ? 1 : 0;
                return null;
            }
            return attributes.isRegularFile()
                    ? new Entry(relative, attributes, null)
                    : new Entry(relative, null, new IOException("neither file nor folder"));
        } catch (IOException e) {
            return visible.test(relative) ? new Entry(relative, null, e) : null;
        }
    }

    private @Nullable IOException enter(Path relative) {
        try {
            Path real = top.resolve(relative).toRealPath();
            for (Listing above : open) {
                if (above.real.equals(real)) {
                    return new FileSystemLoopException("a link to a folder above it");
                }
            }
            open.addLast(new Listing(relative, real));
            return null;
        } catch (DirectoryIteratorException e) {
            return e.getCause();
        } catch (IOException e) {
            return e;
        }
    }

    private static final class Listing {

        final Path real;
        private final Path relative;
        private final byte[][] names;
        private int at;
        /** Names that this platform's charset cannot express come last, as the paths they are. */
        private final List<Path> odd = new ArrayList<>();

        Listing(Path relative, Path real) throws IOException {
            this.relative = relative;
            this.real = real;
            List<byte[]> found = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
                for (Path path : stream) {
                    Path file = path.getFileName();
                    String name = file.toString();
                    if (name.indexOf('\uFFFD') >= 0) {
                        odd.add(file);
                    } else {
                        found.add(CodePoints.bytes(name));
                    }
                }
            }
            names = found.toArray(new byte[0][]);
            Arrays.sort(names, Arrays::compareUnsigned);
        }

        @Nullable
        Path next() {
            if (at < names.length) {
                byte[] name = names[at];
                at++;
                return relative.resolve(new String(name, StandardCharsets.UTF_8));
            }
            int i = at++ - names.length;
            return i < odd.size() ? relative.resolve(odd.get(i)) : null;
        }
    }
}
