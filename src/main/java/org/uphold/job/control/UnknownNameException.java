package org.uphold.job.control;

/** A name, number or key on the command line that nothing has; the message says which there are. */
public final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownNameException(String message) {
        super(message);
    }
}
