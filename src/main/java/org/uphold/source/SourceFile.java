package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;

/** One file to read: on disk, a member of an archive, or standard input. */
public interface SourceFile {

    /** The path as given; a member of an archive as {@code a.zip!/b.txt}. Never to be logged: real names are case numbers. */
    String name();

    /** Bytes, or -1 where not known before reading. */
    long size();

    /** The bytes from the start; the caller closes. */
    InputStream open() throws IOException;

    /** Lower-case hex SHA-256 of the bytes; reads the file the first time it is asked. */
    String sha256() throws IOException;
}
