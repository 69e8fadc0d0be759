package org.uphold.cli;

/** What was asked for cannot be; the message says what can. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
