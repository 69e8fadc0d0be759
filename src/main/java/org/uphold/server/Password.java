package org.uphold.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The generated password, in a file that only its owner can read. */
final class Password {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private Password() {}

    /** Makes one, unless it is there. */
    static String create(Path file) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(aside);
        // Closed to others from its first moment, and complete from the moment it has its name.
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(aside, HexFormat.of().formatHex(random) + "\n");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return read(file);
    }

    /** Reads it; permissions that somebody opened are closed again. */
    static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ServerException(
                    ServerException.Reason.UNAVAILABLE,
                    "The password of the embedded PostgreSQL is gone: restore " + file
                            + " from a backup, or move the folder beside it named data away to start afresh.");
        }
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        return Files.readString(file).strip();
    }
}
