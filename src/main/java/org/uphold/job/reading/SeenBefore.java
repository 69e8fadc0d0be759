package org.uphold.job.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.source.SourcePath;
import org.uphold.store.LoadedFile;
import org.uphold.store.SourceFiles;
import org.uphold.store.SourceFiles.Known;
import org.uphold.store.SourceFiles.KnownPath;

/**
 * Which of some files say what they said before, so that they need not be read: the bytes of their path's newest edition, or those of
 * a file that is no longer where it was, which was renamed. The same bytes elsewhere are read: each path speaks for itself.
 */
final class SeenBefore {

    private final Map<String, Known> contents;
    private final Map<String, KnownPath> paths;
    private final Map<Long, List<KnownPath>> places = new HashMap<>();
    private final Set<Long> moved;
    private final InputFormat format;
    private final Rereading rereading;

    /**
     * A file that says what it said before.
     *
     * @param known what became of it then
     * @param file what is to be written down of it, or null where nothing changed
     */
    record Same(Known known, @Nullable LoadedFile file) {}

    /**
     * Asks for all of the files at once.
     *
     * @param hashes of their bytes
     * @param names their paths
     * @param moved paths that are taken for renamed already, by number; safe for several threads
     * @param rereading which of them are to be read though they are known
     */
    SeenBefore(
            SourceFiles files,
            InputFormat format,
            Set<String> hashes,
            Collection<String> names,
            Set<Long> moved,
            Rereading rereading) {
        this.moved = moved;
        this.format = format;
        this.rereading = rereading;
        contents = files.byContent(hashes, format.reading());
        paths = contents.isEmpty() ? Map.of() : files.byPath(names, format.system());
        Set<Long> elsewhere = new TreeSet<>();
        Set<Long> here = new TreeSet<>();
        paths.values().forEach(path -> {
            Long content = path.sourceFile();
            if (content != null) {
                here.add(content);
            }
        });
        contents.values().forEach(known -> {
            if (!here.contains(known.id()) || paths.size() < names.size()) {
                elsewhere.add(known.id());
            }
        });
        places.putAll(files.places(elsewhere, format.system()));
    }

    /** What was known of the file, or null where it is to be read. */
    @Nullable
    Same of(LoadedFile file) {
        Known known = contents.get(file.sha256());
        if (known == null) {
            return null;
        }
        KnownPath path = paths.get(file.path());
        if (path != null) {
            Long content = path.sourceFile();
            if (content == null || content != known.id() || rereading.isDue(format, known)) {
                return null;
            }
            boolean asItWas = file.modified() == null && path.said().equals(file.said());
            return new Same(known, asItWas ? null : file.as(LoadedFile.State.SAME, null));
        }
        for (KnownPath place : places.getOrDefault(known.id(), List.of())) {
            if (isGone(place.path()) && moved.add(place.id())) {
                return new Same(known, file.as(LoadedFile.State.SAME, place.id()));
            }
        }
        return null;
    }

    /** Whether a path of this machine is certainly no longer there. */
    private static boolean isGone(String path) {
        int member = path.indexOf(SourcePath.MEMBER);
        String file = member < 0 ? path : path.substring(0, member);
        return file.startsWith("/") && Files.notExists(Path.of(file));
    }
}
