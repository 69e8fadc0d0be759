package org.uphold.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Commands of the system: copies that keep owners, mounts. */
final class Shell {

    private Shell() {}

    /** Runs one that must end well. */
    static void run(String... words) {
        String said = tryRun(words);
        if (!said.isEmpty()) {
            throw new IllegalStateException(said);
        }
    }

    /** Runs one; empty where it ended well, else what it said. */
    static String tryRun(String... words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            return code == 0 ? "" : String.join(" ", words) + " ended with " + code + ": " + said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
