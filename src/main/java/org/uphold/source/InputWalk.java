package org.uphold.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One walk over all roots: opens folders and archives as it comes to them, and remembers no file. */
final class InputWalk implements Iterator<Input> {

    private final List<Root> roots;
    private final Limits limits;
    private final ZipMembers zips;
    private final long settledBefore;
    private final LongAdder transfers;
    /** Which root names a file by itself, for lists of many files as a shell's own glob makes them. */
    private final Map<Path, Integer> named = new HashMap<>();
    /** Indexes of the roots that are folders or globs. */
    private final int[] wide;

    private int root = -1;
    private @Nullable FolderWalk folder;
    private Path folderGiven = Path.of("");
    private Path folderReal = Path.of("");
    private Iterator<Input> members = Collections.emptyIterator();
    private @Nullable Input next;

    /**
     * @param settledBefore what was last written after it, in milliseconds since 1970, is not opened
     * @param transfers counts what is passed over because it is still being transferred
     */
    InputWalk(List<Root> roots, Limits limits, OpenArchives archives, long settledBefore, LongAdder transfers) {
        this.roots = roots;
        this.limits = limits;
        this.settledBefore = settledBefore;
        this.transfers = transfers;
        this.zips = new ZipMembers(archives, limits);
        int count = 0;
        int[] found = new int[roots.size()];
        for (int i = 0; i < roots.size(); i++) {
            if (roots.get(i) instanceof Root.File file) {
                named.putIfAbsent(file.absolute(), i);
            } else if (!(roots.get(i) instanceof Root.Standard)) {
                found[count++] = i;
            }
        }
        wide = Arrays.copyOf(found, count);
        next = advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Input next() {
        Input result = next;
        if (result == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return result;
    }

    private @Nullable Input advance() {
        while (true) {
            if (members.hasNext()) {
                return members.next();
            }
            if (folder != null && folder.hasNext()) {
                members = ofEntry(folder.next());
                continue;
            }
            if (folder != null) {
                transfers.add(folder.transfers());
            }
            folder = null;
            if (++root >= roots.size()) {
                return null;
            }
            enter(roots.get(root));
        }
    }

    private void enter(Root at) {
        if (at instanceof Root.Standard standard) {
            members = one(new Input.Found(standard.input()));
        } else if (at instanceof Root.Folder f) {
            folderGiven = f.given();
            folderReal = f.absolute();
            folder = FolderWalk.of(f);
        } else if (at instanceof Root.Glob glob) {
            folderGiven = glob.base();
            folderReal = glob.absolute();
            folder = FolderWalk.of(glob);
        } else if (at instanceof Root.File file && !isCovered(file.absolute())) {
            members = ofNamed(file);
        }
    }

    private Iterator<Input> ofNamed(Root.File file) {
        String name = file.given().toString();
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.given(), BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return one(unreadable(name, new IOException("neither file nor folder")));
            }
            return open(name, file.given(), attributes);
        } catch (IOException e) {
            return one(unreadable(name, e));
        }
    }

    private Iterator<Input> ofEntry(FolderWalk.Entry entry) {
        Path real = folderReal.resolve(entry.relative());
        if (isCovered(real)) {
            return Collections.emptyIterator();
        }
        String name = folderGiven.resolve(entry.relative()).toString();
        IOException failure = entry.failure();
        BasicFileAttributes attributes = entry.attributes();
        if (failure != null || attributes == null) {
            return one(unreadable(name, failure == null ? new FileNotFoundException() : failure));
        }
        return open(name, real, attributes);
    }

    private Iterator<Input> open(String name, Path path, BasicFileAttributes attributes) {
        long size = attributes.size();
        long modified = attributes.lastModifiedTime().toMillis();
        String lower = name.toLowerCase(Locale.ROOT);
        if (!Files.isReadable(path)) {
            return one(unreadable(name, new AccessDeniedException("")));
        }
        if (modified > settledBefore) {
            return one(new Input.Unsettled(new DiskFile(name, path, size, modified)));
        }
        if (lower.endsWith(".zip")) {
            return zips.list(name, path, modified).iterator();
        }
        return one(new Input.Found(
                lower.endsWith(".gz") || isTable(lower) && GzipFile.isGzip(path)
                        ? new GzipFile(name, path, size, modified, limits)
                        : new DiskFile(name, path, size, modified)));
    }

    /** Tables are few, so that each can be looked into: portals send them compressed under their plain name. */
    private static boolean isTable(String lower) {
        return lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".tab");
    }

    /** Whether a root before this one reads the file. */
    private boolean isCovered(Path real) {
        if (named.getOrDefault(real, Integer.MAX_VALUE) < root) {
            return true;
        }
        for (int i = 0; i < wide.length && wide[i] < root; i++) {
            if (roots.get(wide[i]).covers(real)) {
                return true;
            }
        }
        return false;
    }

    private static Iterator<Input> one(Input input) {
        return Collections.singleton(input).iterator();
    }

    private static Input unreadable(String name, IOException failure) {
        String found;
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            found = "a link to nothing, or a file that has gone";
        } else if (failure instanceof AccessDeniedException) {
            found = "one that may not be read";
        } else if (failure instanceof FileSystemLoopException) {
            found = "a link to a folder above it";
        } else {
            found = "something that is neither file nor folder, or fails";
        }
        Problem problem =
                new Problem(ProblemCode.UNREADABLE_FILE, "expected a readable file, found " + found, Place.FILE);
        return new Input.Unreadable(name, new Reading.Rejected(problem, Place.FILE, Sha256.NOTHING));
    }
}
