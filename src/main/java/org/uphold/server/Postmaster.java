package org.uphold.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}; a killed one leaves the file behind.
 *
 * @param pid its process
 * @param port where it listens
 */
record Postmaster(long pid, int port) {

    private static final int PORT_LINE = 3;

    /** Empty where no server runs on this data, whatever the file says. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            // Written line by line: a server that is only just starting. None can be while we hold the start lock,
            // so what is left of one that was killed; the server itself judges it when started.
            return Optional.empty();
        }
        Postmaster found;
        try {
            found = new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(found.pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Optional.empty();
        }
        if (isZombie(found.pid)
                || !process.get().info().command().orElse("postgres").endsWith("postgres")) {
            // Killed and not yet reaped, or, after a reboot, somebody else's number: the server would take both for a
            // running server and refuse to start.
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"))
                    .contains("State:\tZ");
        } catch (IOException noProcFileSystem) {
            return false;
        }
    }
}
