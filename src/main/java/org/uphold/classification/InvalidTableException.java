package org.uphold.classification;

/** A taxonomy table that cannot be used; the message begins with its file and line. */
public final class InvalidTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTableException(String table, long line, String message) {
        super(line > 0 ? table + ":" + line + ": " + message : table + ": " + message);
    }
}
