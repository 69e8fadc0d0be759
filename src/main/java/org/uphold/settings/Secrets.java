package org.uphold.settings;

/** Keeps passwords out of what people see. */
final class Secrets {

    static final String MASK = "********";

    private Secrets() {}

    /** A JDBC address with the values of its passwords masked, and of what stands before an {@code @}. */
    static String masked(String url) {
        return url.replaceAll("(?i)([?&;](?:[a-z]*password|[a-z]*passphrase|token)=)[^&;]*", "$1" + MASK)
                .replaceAll("(//[^/@:?]*:)[^@/?]*@", "$1" + MASK + "@");
    }
}
