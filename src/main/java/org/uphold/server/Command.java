package org.uphold.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of running a program.
 *
 * @param exit its exit code; 127 where it could not be started
 * @param output standard output and error, as one
 */
record Command(int exit, String output) {

    static Command run(Path workingFolder, String... words) {
        return run(workingFolder, "", List.of(words));
    }

    /** Runs it to its end in a plain environment: no variable of the user's changes what the server does. */
    static Command run(Path workingFolder, String input, List<String> words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // It ended without reading its input; the exit code tells why.
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException e) {
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException(ServerException.Reason.UNAVAILABLE, "Interrupted while the server starts", e);
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** The output, or an exception that says what was to be done and what the program answered. */
    String orThrow(String what) {
        if (!succeeded()) {
            throw ServerException.because(what, output.strip(), null);
        }
        return output;
    }
}
