package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One file to read: on disk, a member of an archive, or standard input. */
public interface SourceFile {

    /** The path as given; a member of an archive as {@code a.zip!/b.txt}. Never to be logged: real names are case numbers. */
    String name();

    /** Bytes, or -1 where not known before reading. */
    long size();

    /** The bytes from the start; the caller closes. A limit that is passed while reading is a {@link SourceException}. */
    InputStream open() throws IOException;

    /** Lower-case hex SHA-256 of the bytes, in one pass and constant memory; reads the file the first time it is asked. */
    String sha256() throws IOException;

    /** The file on disk that holds exactly these bytes, so that a part of it can be read; null where there is none. */
    default @Nullable Path path() {
        return null;
    }

    /**
     * When the file, or the archive around it, was last written, in milliseconds since 1970; -1 where not known. With
     * {@link #size()} it lets a run skip what a listing shows unchanged.
     */
    default long lastModified() {
        return -1;
    }
}
