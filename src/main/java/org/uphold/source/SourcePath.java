package org.uphold.source;

import java.nio.file.Path;

/** What a file is called wherever a command is given: an absolute path, with the member of an archive behind it. */
public final class SourcePath {

    /** Between an archive and its member. */
    public static final String MEMBER = "!/";

    private SourcePath() {}

    /** The same each time, wherever the command is given; standard input stays {@code -}. */
    public static String of(SourceFile file) {
        String name = file.name();
        if (name.equals("-")) {
            return name;
        }
        Path path = file.path();
        if (path != null) {
            return absolute(path);
        }
        // What comes behind is no path of this machine, and may hold what none here may.
        int member = name.indexOf(MEMBER);
        return member < 0
                ? absolute(Path.of(name))
                : absolute(Path.of(name.substring(0, member))) + name.substring(member);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
