package org.uphold.server;

/** A short wait for another process. */
final class Pause {

    private static final long MILLISECONDS = 50;

    private Pause() {}

    static void shortly() {
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException(
                    ServerException.Reason.UNAVAILABLE, "Interrupted while waiting for the server", e);
        }
    }
}
