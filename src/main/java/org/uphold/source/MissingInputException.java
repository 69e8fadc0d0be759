package org.uphold.source;

/** A path that was asked for does not exist, or a glob that matches nothing: the caller's mistake, told before reading. */
public final class MissingInputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    MissingInputException(String path, String message) {
        super(message);
        this.path = path;
    }

    /** The path or glob as given. */
    public String path() {
        return path;
    }
}
