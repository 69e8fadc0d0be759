package org.uphold.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the store is. */
public sealed interface Database {

    /** The one that Uphold brings; nothing needs to be set up. */
    record Embedded(Path home) implements Database {}

    /**
     * A PostgreSQL of the user's own.
     *
     * @param url {@code jdbc:postgresql://…}
     * @param user the role, or null where the address or the system says
     * @param password its password, or null
     */
    record External(
            String url, @Nullable String user, @Nullable String password) implements Database {

        /** Without the password, so that no log or error shows it. */
        @Override
        public String toString() {
            return "External[url=" + Secrets.masked(url) + ", user=" + user + "]";
        }
    }
}
