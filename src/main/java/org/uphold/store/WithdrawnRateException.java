package org.uphold.store;

/** A new edition would withdraw more of what its path stated than may be: it was not loaded, and nothing of it is in the store. */
public final class WithdrawnRateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WithdrawnRateException(String sha256, long withdrawn, long stated) {
        super("the new edition with SHA-256 " + sha256 + " would withdraw " + withdrawn + " of the " + stated
                + " cases that its path stated");
    }
}
