package org.uphold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.uphold.job.control.RunRequest;

/**
 * The launcher starts a run with the first of the JVM's two compilers: a night of letters is over before the second one pays for
 * itself, and half of its processor time would go there. A run that seems to have a large table to read starts again with both.
 * A wrong guess costs time and nothing else.
 */
final class BothCompilers {

    /** Property with the launcher's path, where this JVM has the first compiler only. */
    static final String LAUNCHER = "uphold.launcher";

    /** Variable that tells the launcher to take both. */
    static final String VARIABLE = "UPHOLD_COMPILERS";

    private static final long LARGE = 64L << 20;

    /** A folder with more files than these is one of letters. */
    private static final int LOOKED_AT = 1_000;

    private BothCompilers() {}

    /** Whether a source has a large file, or holds one, that changed after the job's newest package was written. */
    static boolean pay(RunRequest request) {
        return pay(
                request.out().resolve(request.job()).resolve("latest"),
                request.inputs().sources().stream()
                        .flatMap(source -> source.paths().stream())
                        .map(request.inputs().folder()::resolve)
                        .toList());
    }

    /** The same, by the pointer to the newest package and the places that are read. */
    static boolean pay(Path latest, List<Path> sources) {
        FileTime published = changed(latest);
        return sources.stream().anyMatch(source -> hasLarge(source, published));
    }

    /**
     * Carries out the command line in a process of its own that has both; signals that end this process end that one.
     *
     * @return its exit code
     */
    static int run(Path launcher, List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().put(VARIABLE, "both");
        Process process = builder.start();
        Thread hook = new Thread(() -> end(process), "both-compilers-end");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // This process is being ended too, and says so by its own exit code.
        }
        return code;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasLarge(Path source, FileTime published) {
        Path parent = source.getParent();
        Path place = Files.exists(source) || parent == null ? source : parent;
        if (!Files.isDirectory(place)) {
            return isLarge(place, published);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.limit(LOOKED_AT).anyMatch(file -> isLarge(file, published));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isLarge(Path file, FileTime published) {
        try {
            return Files.size(file) >= LARGE
                    && Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).compareTo(published) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** When the pointer to the newest package was set; the beginning of time where there is none. */
    private static FileTime changed(Path latest) {
        try {
            return Files.getLastModifiedTime(latest, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
