package org.uphold.csv;

/** A dialect cannot be used as written: the message names the key, what was expected, and the nearest valid word. */
public final class InvalidDialectException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidDialectException(String message) {
        super(message);
    }
}
