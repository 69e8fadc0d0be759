package org.uphold.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

/** Reading a file's bytes failed for a reason that has a code of its own: a limit passed, an archive damaged. */
public final class SourceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public SourceException(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    /** The problem to report for a failure while reading; its message names no file. */
    public static Problem problem(IOException failure) {
        if (failure instanceof SourceException known) {
            return new Problem(known.code, String.valueOf(known.getMessage()), Place.FILE);
        }
        if (failure instanceof ZipException) {
            return new Problem(
                    ProblemCode.DAMAGED_ARCHIVE, "expected a whole archive, found a damaged one", Place.FILE);
        }
        if (failure instanceof EOFException) {
            return new Problem(
                    ProblemCode.DAMAGED_ARCHIVE, "expected more bytes, found the end of the file", Place.FILE);
        }
        if (failure instanceof CharacterCodingException) {
            return new Problem(ProblemCode.UNDECODABLE_TEXT, "expected text, found bytes that are none", Place.FILE);
        }
        return new Problem(
                ProblemCode.UNREADABLE_FILE,
                "expected a readable file, found " + failure.getClass().getSimpleName(),
                Place.FILE);
    }
}
