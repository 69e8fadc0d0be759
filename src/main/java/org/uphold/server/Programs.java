package org.uphold.server;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once from the jar into the home: not into a temporary folder, where a cleaner would
 * take them away from under a running server.
 *
 * @param folder where they are, with {@code bin} inside
 */
record Programs(Path folder) {

    private static final String PREFIX = "programs-";

    Path command(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The major version, such as 18. */
    int major() throws IOException {
        return Integer.parseInt(
                Files.readString(folder.resolve("major-version")).strip());
    }

    /** Unpacks them unless they are there; the caller holds the start lock. */
    static Programs under(Path postgres) throws IOException {
        URL archive = archive();
        Path folder = postgres.resolve(PREFIX + platform() + "-" + fingerprint(archive));
        if (Files.isDirectory(folder)) {
            return new Programs(folder);
        }
        Path aside = postgres.resolve(PREFIX + UUID.randomUUID() + ".part");
        try (InputStream packed = archive.openStream()) {
            unpack(packed, aside);
            String version = Command.run(aside, aside.resolve("bin/postgres").toString(), "--version")
                    .orThrow("The embedded PostgreSQL cannot be run from " + aside);
            Files.writeString(aside.resolve("major-version"), version.replaceFirst("(?s).*\\) (\\d+).*", "$1"));
            // Older versions go only now that this one is known to run; a server still running keeps its open files.
            Trees.deleteAll(postgres, name -> name.startsWith(PREFIX) && !name.endsWith(".part"));
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.deleteAll(postgres, name -> name.startsWith(PREFIX) && name.endsWith(".part"));
        }
        return new Programs(folder);
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        Files.createDirectories(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry climbs out of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()));
                } else {
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    boolean program =
                            (entry.getMode() & 0100) != 0 || entry.getName().startsWith("bin/");
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        if (!Files.exists(target.resolve("bin/postgres"), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileNotFoundException("bin/postgres is not in the archive");
        }
    }

    /** Tells one release of the programs from another without reading 15 MB at every start. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                return String.format(
                        Locale.ROOT, "%08x", file.getEntry(jar.getEntryName()).getCrc());
            }
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static URL archive() {
        String name = "/postgres-" + platform() + ".txz";
        URL found = Programs.class.getResource(name);
        if (found == null) {
            throw new ServerException(
                    ServerException.Reason.UNSUPPORTED,
                    "No embedded PostgreSQL for this platform (" + platform()
                            + "). Set UPHOLD_DATABASE_URL to a PostgreSQL 15 or later.");
        }
        return found;
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.replaceAll("[^a-z0-9]", "");
        return switch (arch) {
            case "amd64", "x86_64" -> system + "-x86_64";
            case "aarch64", "arm64" -> system + "-arm_64";
            default -> system + "-" + arch;
        };
    }
}
