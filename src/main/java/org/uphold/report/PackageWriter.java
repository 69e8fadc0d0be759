package org.uphold.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a package aside, makes it durable, and lets it appear in one rename. The caller holds the lock of the job and
 * window; killed at any point, the next call removes what was left and writes the same bytes.
 */
public final class PackageWriter {

    /** As {@link #write(Path, String, String, Set, PackageContent, InternalFiles)}, with nothing refused. */
    public Published write(Path out, String job, String windowFolder, Set<Format> formats, PackageContent content) {
        return write(out, job, windowFolder, formats, content, InternalFiles.EMPTY);
    }

    /**
     * Publishes {@code <out>/<job>/<window>/v<N>/}, N the next free number, then points {@code <out>/<job>/latest} at it.
     *
     * @param formats besides CSV and the manifest, which are always written
     * @throws OutputException when the folder or the disk cannot be written; nothing has appeared then
     */
    public Published write(
            Path out,
            String job,
            String windowFolder,
            Set<Format> formats,
            PackageContent content,
            InternalFiles internal) {
        Shelf shelf = new Shelf(out, job, windowFolder);
        Path staging = null;
        try {
            staging = shelf.stage();
            Path folder = Files.createDirectory(staging.resolve("package"));
            List<WrittenFile> files = fill(folder, formats, content);
            Path aside = Files.createDirectory(staging.resolve("internal"));
            writeInternal(aside, content, internal, files);
            int number = shelf.place(folder, n -> moveAll(aside, shelf, n));
            discard(staging);
            point(shelf, number);
            return new Published(shelf.vintage(number), number, files);
        } catch (IOException | UncheckedIOException e) {
            discard(staging);
            tidy(shelf);
            throw new OutputException(
                    "Nothing was published: " + reason(e) + " under " + out
                            + ". Check that the folder may be written and that the disk has room.",
                    e);
        } catch (RuntimeException | Error e) {
            discard(staging);
            throw e;
        }
    }

    private static void point(Shelf shelf, int number) {
        try {
            shelf.pointLatest(number);
        } catch (IOException | UnsupportedOperationException e) {
            throw new OutputException(
                    "The package is published in " + shelf.vintage(number)
                            + ", but 'latest' could not be pointed at it: " + e.getMessage(),
                    e);
        }
    }

    private static List<WrittenFile> fill(Path path, Set<Format> formats, PackageContent content) throws IOException {
        OutputFolder folder = new OutputFolder(path);
        for (Format format : Format.values()) {
            if (format == Format.CSV || formats.contains(format)) {
                for (OutputFormat output : format.outputs()) {
                    output.write(content, folder);
                }
            }
        }
        ManifestFile.write(content, folder);
        Shelf.sync(path);
        return folder.written();
    }

    private static void writeInternal(
            Path path, PackageContent content, InternalFiles internal, List<WrittenFile> files) throws IOException {
        OutputFolder folder = new OutputFolder(path);
        try (Writer out = folder.unlisted(Shelf.REJECTS)) {
            RejectsFile.write(out, internal.rejections());
        }
        try (Writer out = folder.unlisted(Shelf.UNMAPPED)) {
            UnmappedFile.write(out, internal.unmapped());
        }
        try (Writer out = folder.unlisted(Shelf.STATEMENTS)) {
            StatementsFile.write(out, internal.lost());
        }
        try (Writer out = folder.unlisted(Shelf.LINEAGE)) {
            LineageFile.write(out, content, files);
        }
        if (content.edition().isProtected()) {
            try (Writer out = folder.unlisted(Shelf.INPUTS)) {
                InputsFile.write(out, content.manifest());
            }
        }
    }

    private static void moveAll(Path from, Shelf shelf, int number) throws IOException {
        for (String file : Shelf.INTERNAL) {
            // A copy moves, so that a number lost to another run leaves the file here for the next number.
            Path staged = from.resolve(file);
            if (!Files.exists(staged)) {
                continue;
            }
            Path named = from.resolve("v" + number + "." + file);
            Files.copy(staged, named, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    named,
                    shelf.beside(number, file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Files may lie beside a package that did not appear. */
    private static void tidy(Shelf shelf) {
        try {
            shelf.removeLeftovers();
        } catch (IOException | OutputException e) {
            // What went wrong first is what is told; the next run of this job and window tries again.
            return;
        }
    }

    private static void discard(@Nullable Path staging) {
        if (staging != null) {
            try {
                Shelf.remove(staging);
            } catch (IOException e) {
                // Invisible to readers; the next run of this job and window removes it.
                return;
            }
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        String message = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
        return cause instanceof AccessDeniedException
                ? "no permission to write " + message
                : cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException
                        ? message + " is a file, not a folder,"
                        : message;
    }
}
