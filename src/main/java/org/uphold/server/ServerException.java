package org.uphold.server;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot serve. The message says what happened and what to do, in words for the user. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble, for the exit code. */
    public enum Reason {
        /** The home cannot be written, or its disk is full. */
        NOT_WRITABLE,
        /** The data was written by another major version of PostgreSQL. */
        OTHER_VERSION,
        /** No server for this platform, or the account may not start one. */
        UNSUPPORTED,
        /** Anything else: the server did not start, or does not answer. */
        UNAVAILABLE
    }

    private final Reason reason;

    ServerException(Reason reason, String message) {
        this(reason, message, null);
    }

    ServerException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What an I/O error or the output of a program means: a full or read-only disk is told from all else. */
    static ServerException because(String what, String detail, @Nullable Throwable cause) {
        String text = detail.toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("disk quota") || text.contains("enospc")) {
            return new ServerException(
                    Reason.NOT_WRITABLE,
                    what + ": the disk is full. Free some space there, or point UPHOLD_HOME elsewhere.\n" + detail,
                    cause);
        }
        if (text.contains("read-only file system") || text.contains("accessdenied")) {
            return notWritable(what, detail, cause);
        }
        return new ServerException(
                Reason.UNAVAILABLE,
                what + ". To use a PostgreSQL of your own instead, set UPHOLD_DATABASE_URL.\n" + detail,
                cause);
    }

    static ServerException notWritable(String what, String detail, @Nullable Throwable cause) {
        return new ServerException(
                Reason.NOT_WRITABLE,
                what + ": no permission to write there. Change its owner or mode, or point UPHOLD_HOME elsewhere.\n"
                        + detail,
                cause);
    }
}
