package org.uphold.store;

import java.sql.SQLException;

/** The database is away, too old, or not as the program left it. The message is for people and says what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    static StoreException away(SQLException cause) {
        // A pool says that it waited in vain, and its cause for what.
        Throwable why = cause.getCause() instanceof SQLException inner ? inner : cause;
        return new StoreException(
                "The database cannot be reached (" + why.getMessage() + "): is the server up, and are"
                        + " UPHOLD_DATABASE_URL, user and password right? './uphold doctor' shows what would be used.",
                cause);
    }

    static StoreException failed(String what, Exception cause) {
        return new StoreException(what + " failed: " + cause.getMessage(), cause);
    }
}
