package org.uphold.report;

/** The output folder or the disk cannot be written; nothing was published. The message says where and why. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
