package org.uphold.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** One path as given: standard input, a file, a folder or a glob. */
sealed interface Root {

    /** What the path says, looked up on disk. */
    static Root of(String given) throws MissingInputException {
        Path path = null;
        try {
            path = Path.of(given);
            if (Files.exists(path)) {
                Path real = path.toRealPath();
                return Files.isDirectory(real) ? new Folder(path, real) : new File(path, real);
            }
            if (Files.isSymbolicLink(path)) {
                return new File(path, path.toAbsolutePath().normalize());
            }
        } catch (InvalidPathException | IOException e) {
            if (path != null) {
                return new File(path, path.toAbsolutePath().normalize());
            }
        }
        return glob(given);
    }

    private static Root glob(String given) throws MissingInputException {
        int first = 0;
        while (first < given.length() && "*?[{".indexOf(given.charAt(first)) < 0) {
            first++;
        }
        if (first == given.length()) {
            throw new MissingInputException(given, "No such file or folder: " + given);
        }
        int slash = given.lastIndexOf('/', first);
        try {
            Path base = Path.of(slash < 0 ? "" : given.substring(0, slash + 1));
            if (!Files.isDirectory(base)) {
                throw new MissingInputException(given, "No such folder: " + base + " (of " + given + ")");
            }
            return Glob.of(base, base.toRealPath(), given.substring(slash + 1));
        } catch (IllegalArgumentException | IOException e) {
            throw new MissingInputException(given, "Not a readable path or glob: " + given);
        }
    }

    /** Whether a walk of this root reads the file at this absolute path. */
    boolean covers(Path absolute);

    /**
     * Standard input, {@code -}.
     *
     * @param input the stream and its copy
     */
    record Standard(StandardInput input) implements Root {

        @Override
        public boolean covers(Path other) {
            return false;
        }
    }

    /**
     * A file named by itself; read whatever its name.
     *
     * @param given as given
     * @param absolute real path
     */
    record File(Path given, Path absolute) implements Root {

        @Override
        public boolean covers(Path other) {
            return absolute.equals(other);
        }
    }

    /**
     * A folder.
     *
     * @param given as given
     * @param absolute real path
     */
    record Folder(Path given, Path absolute) implements Root {

        @Override
        public boolean covers(Path other) {
            if (!other.startsWith(absolute) || other.equals(absolute)) {
                return false;
            }
            for (Path part : absolute.relativize(other)) {
                if (!VisibleNames.isVisible(part.toString())) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A glob over what lies below a folder.
     *
     * @param base the folder as given, empty for the working folder
     * @param absolute its real path
     * @param matchers what matches, relative to the folder
     * @param depth levels below the folder at which a match can lie
     * @param hidden whether the pattern itself names hidden files
     */
    record Glob(Path base, Path absolute, List<PathMatcher> matchers, int depth, boolean hidden) implements Root {

        static Glob of(Path base, Path absolute, String pattern) {
            List<PathMatcher> matchers = new ArrayList<>();
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
            // As in a shell, "**/x" finds an x right here too.
            String here = pattern.replace("**/", "");
            if (!here.equals(pattern)) {
                matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + here));
            }
            int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
            return new Glob(base, absolute, matchers, depth, ("/" + pattern).contains("/."));
        }

        @Override
        public boolean covers(Path other) {
            return other.startsWith(absolute) && !other.equals(absolute) && matches(absolute.relativize(other));
        }

        /** Whether the path matches, or a folder around it does: a matched folder is walked. */
        boolean matches(Path relative) {
            int names = relative.getNameCount();
            for (int i = 0; i < names; i++) {
                String name = relative.getName(i).toString();
                if (VisibleNames.isSideFile(name) || (!hidden && VisibleNames.isHidden(name))) {
                    return false;
                }
            }
            for (int i = 1; i <= names; i++) {
                Path part = relative.subpath(0, i);
                if (matchers.stream().anyMatch(m -> m.matches(part))) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it is a part of a file that is still being transferred and matches when it is whole. */
        boolean matchesWhole(Path relative) {
            String name = relative.getFileName().toString();
            return VisibleNames.isTransfer(name) && matches(relative.resolveSibling(VisibleNames.transferred(name)));
        }

        /** Whether matches can lie inside the folder at this path. */
        boolean mayHold(Path relative) {
            return relative.getNameCount() < depth || matches(relative);
        }
    }
}
