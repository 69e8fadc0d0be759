package org.uphold.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The vintages of one job and window: {@code <out>/<job>/<window>/v1, v2, …}, and the job's pointer {@code latest}. Whoever
 * writes here holds the lock of that job and window; readers need none.
 */
public final class Shelf {

    static final String STAGING = ".writing-";

    private static final Pattern VINTAGE = Pattern.compile("v([1-9][0-9]{0,8})");
    /** Endings of the internal files that lie beside a package. */
    static final String REJECTS = "rejects.csv";

    static final String UNMAPPED = "unmapped.csv";
    static final String LINEAGE = "lineage.jsonl";
    static final String STATEMENTS = "statements.csv";
    /** Only under a disclosure profile; else the manifest lists them. */
    static final String INPUTS = "inputs.jsonl";

    static final List<String> INTERNAL = List.of(REJECTS, UNMAPPED, STATEMENTS, LINEAGE, INPUTS);

    private static final Pattern BESIDE = Pattern.compile("v([1-9][0-9]{0,8})\\.(.+)");

    private final Path job;
    private final Path window;

    public Shelf(Path out, String job, String windowFolder) {
        this.job = out.resolve(job);
        this.window = this.job.resolve(windowFolder);
    }

    /** Numbers of the vintages in place, ascending; empty where nothing was published yet. */
    public List<Integer> vintages() {
        try (Stream<Path> entries = Files.list(window)) {
            List<Integer> numbers = new ArrayList<>();
            for (Path entry : entries.toList()) {
                Matcher name = VINTAGE.matcher(entry.getFileName().toString());
                if (name.matches() && Files.isDirectory(entry)) {
                    numbers.add(Integer.parseInt(name.group(1)));
                }
            }
            numbers.sort(Comparator.naturalOrder());
            return numbers;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new OutputException(
                    "Nothing was published: the packages in " + window + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** The newest package of this window. */
    public Optional<Path> newest() {
        List<Integer> vintages = vintages();
        return vintages.isEmpty() ? Optional.empty() : Optional.of(vintage(vintages.get(vintages.size() - 1)));
    }

    /** The vintage that a run published, if it did: a run killed after its package appeared need not publish again. */
    public OptionalInt vintageOf(String runId) {
        for (int number : vintages()) {
            try {
                String run = ManifestFile.head(vintage(number))
                        .path("run")
                        .path("id")
                        .text("");
                if (run.equals(runId)) {
                    return OptionalInt.of(number);
                }
            } catch (IOException e) {
                // A manifest that cannot be read is not this run's: a package appears only when it is whole.
                continue;
            }
        }
        return OptionalInt.empty();
    }

    /** Where vintage N is or will be. */
    public Path vintage(int number) {
        return window.resolve("v" + number);
    }

    /** {@code v<N>.rejects.csv} and the like, beside the package. */
    public Path beside(int number, String ending) {
        return beside(vintage(number), ending);
    }

    static Path beside(Path vintage, String ending) {
        return vintage.resolveSibling(vintage.getFileName() + "." + ending);
    }

    /** Points the job's {@code latest} at a package, in one step: a reader sees the old or the new, never none. */
    public void pointLatest(int number) throws IOException {
        Path link = link();
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, job.relativize(vintage(number)));
        Files.move(link, job.resolve("latest"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(job);
    }

    /** A new empty folder on the same file system, invisible to readers. */
    Path stage() throws IOException {
        Files.createDirectories(window);
        removeLeftovers();
        return Files.createTempDirectory(window, STAGING);
    }

    /** Removes what killed runs of this job and window left: the lock says that none of them is alive. */
    public void removeLeftovers() throws IOException {
        if (!Files.isDirectory(window)) {
            return;
        }
        List<Integer> vintages = vintages();
        int newest = vintages.isEmpty() ? 0 : vintages.get(vintages.size() - 1);
        List<Path> found;
        try (Stream<Path> entries = Files.list(window)) {
            found = entries.toList();
        }
        for (Path entry : found) {
            String name = entry.getFileName().toString();
            Matcher beside = BESIDE.matcher(name);
            // Files of a vintage that never appeared.
            if (name.startsWith(STAGING) || isInternal(beside) && Integer.parseInt(beside.group(1)) > newest) {
                remove(entry);
            }
        }
        Files.deleteIfExists(link());
    }

    private static boolean isInternal(Matcher beside) {
        return beside.matches() && INTERNAL.contains(beside.group(2));
    }

    private Path link() {
        return job.resolve(STAGING + window.getFileName() + ".link");
    }

    /** Moves a staged folder into its place under the next free number. */
    int place(Path staged, FilesBeside beside) throws IOException {
        int number = vintages().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
        while (true) {
            OptionalInt placed = tryPlace(staged, number, beside);
            if (placed.isPresent()) {
                return number;
            }
            number++;
        }
    }

    private OptionalInt tryPlace(Path staged, int number, FilesBeside beside) throws IOException {
        Path target = vintage(number);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return OptionalInt.empty();
        }
        // The package is the last to appear, so that whoever sees it finds everything.
        beside.place(number);
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return OptionalInt.empty();
            }
            throw e;
        }
        sync(window);
        sync(job);
        return OptionalInt.of(number);
    }

    /** Puts the internal files of a vintage beside it. */
    interface FilesBeside {
        void place(int number) throws IOException;
    }

    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void remove(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
