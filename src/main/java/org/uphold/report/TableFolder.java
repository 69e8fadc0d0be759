package org.uphold.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** Tables as CSV files in a folder, byte for byte those of a package; no package: nothing says what they were made of. */
public final class TableFolder {

    private TableFolder() {}

    /**
     * Writes them beside the folder, which then appears as a whole.
     *
     * @param folder that is not there yet, or empty
     * @throws OutputException when it holds something, or cannot be written; nothing has appeared then
     */
    public static void write(Path folder, List<PublishedTable> tables) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            parent = target;
        }
        Path staging = null;
        try {
            if (isTaken(target)) {
                throw new OutputException(
                        "Nothing was written: " + folder
                                + " holds something already. Name a folder that is not there yet.",
                        new FileAlreadyExistsException(folder.toString()));
            }
            Files.createDirectories(parent);
            staging = Files.createTempDirectory(parent, Shelf.STAGING);
            Path made = Files.createDirectory(staging.resolve("tables"));
            CsvFiles.write(tables, new OutputFolder(made));
            Shelf.sync(made);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Shelf.remove(staging);
        } catch (IOException e) {
            discard(staging);
            throw new OutputException("Nothing was written: " + e.getMessage() + " under " + folder, e);
        }
    }

    private static boolean isTaken(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Files.exists(target);
        }
        try (Stream<Path> entries = Files.list(target)) {
            return entries.findAny().isPresent();
        }
    }

    private static void discard(@Nullable Path staging) {
        if (staging != null) {
            try {
                Shelf.remove(staging);
            } catch (IOException e) {
                // A folder of a name that nobody takes for tables; what went wrong first is what is told.
                return;
            }
        }
    }
}
