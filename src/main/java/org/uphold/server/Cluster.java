package org.uphold.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * The data and the server on it: made, started and stopped. Every method needs the start lock.
 *
 * @param postgres the folder of the room
 */
record Cluster(Path postgres) {

    /** Role and database of Uphold; the role is no superuser, so no report dropped in can reach the machine. */
    static final String NAME = "uphold";

    private static final String NEW = "data.new-";
    private static final int ATTEMPTS = 100;
    /** Seconds; crash recovery after a power cut may take minutes. */
    private static final String START_TIMEOUT = "900";

    private static final String STOP_TIMEOUT = "60";
    private static final long LOG_BYTES = 4L << 20;

    Path data() {
        return postgres.resolve("data");
    }

    Path passwordFile() {
        return postgres.resolve("password");
    }

    /** Starts the server, making its data first where there is none. */
    int start() throws IOException {
        Programs programs = Programs.under(postgres);
        Account account = Account.of(postgres, data(), programs);
        if (Files.exists(data().resolve("PG_VERSION"))) {
            checkVersion(programs);
        } else {
            create(programs, account);
        }
        rotateLog();
        for (int attempt = 1; ; attempt++) {
            int port = ServerConfiguration.choosePort(data());
            ServerConfiguration.write(data(), port, account);
            long logged = logSize();
            Command started =
                    control(programs, account, "start", "-w", "-s", "-t", START_TIMEOUT, "-l", log().toString());
            if (started.succeeded()) {
                return port;
            }
            String why = logFrom(logged);
            // Somebody took the port between our look and its start, or the last of a killed server is still going.
            boolean passing = why.contains("could not bind") || why.contains("still in use");
            if (!passing || attempt == ATTEMPTS) {
                throw ServerException.because(
                        "The embedded PostgreSQL did not start (log: " + log() + ")",
                        (started.output() + why).strip(),
                        null);
            }
            Pause.shortly();
        }
    }

    /**
     * Stops the server, cutting connections that are left; nothing committed is lost. One that does not stop in good order, as may
     * be where it lost a backend at that moment, is stopped at once, and recovers when it starts.
     */
    void stop() throws IOException {
        Programs programs = Programs.under(postgres);
        Account account = Account.of(postgres, data(), programs);
        Command stopped = control(programs, account, "stop", "-w", "-s", "-m", "fast", "-t", STOP_TIMEOUT);
        if (!stopped.succeeded() && Postmaster.of(data()).isPresent()) {
            stopped = control(programs, account, "stop", "-w", "-s", "-m", "immediate", "-t", STOP_TIMEOUT);
        }
        if (!stopped.succeeded() && Postmaster.of(data()).isPresent()) {
            throw ServerException.because(
                    "The embedded PostgreSQL did not stop", stopped.output().strip(), null);
        }
    }

    private Command control(Programs programs, Account account, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = programs.command("pg_ctl").toString();
        all[1] = "-D";
        all[2] = data().toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return account.run(data(), "", all);
    }

    /** A new cluster appears under its name only when it is whole. */
    private void create(Programs programs, Account account) throws IOException {
        if (Files.exists(data())) {
            throw new ServerException(
                    ServerException.Reason.UNAVAILABLE,
                    data() + " is no PostgreSQL data folder. Move it away and try again.");
        }
        Trees.deleteAll(postgres, name -> name.startsWith(NEW));
        String password = Password.create(passwordFile());
        Path fresh = postgres.resolve(NEW + UUID.randomUUID());
        try {
            Files.createDirectory(fresh);
            account.give(fresh);
            account.run(
                            fresh,
                            "",
                            programs.command("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=postgres",
                            "--auth=reject",
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale=C",
                            // Code-point order, yet upper and lower case of all letters.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions")
                    .orThrow("A PostgreSQL data folder could not be made in " + postgres);
            ServerConfiguration.prepare(fresh, account);
            createRole(programs, account, fresh, password);
            try (FileChannel folder = FileChannel.open(fresh, StandardOpenOption.READ)) {
                folder.force(true);
            }
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.deleteAll(postgres, name -> name.startsWith(NEW));
        }
    }

    /** Without a server, so that at no moment one runs that lets anybody in; the superuser never gets a password. */
    private void createRole(Programs programs, Account account, Path fresh, String password) {
        List<String> statements = List.of(
                "CREATE ROLE " + NAME + " LOGIN CREATEDB PASSWORD '" + password + "'",
                "GRANT pg_monitor TO " + NAME,
                "CREATE DATABASE " + NAME + " OWNER " + NAME);
        Command done = account.run(
                fresh,
                String.join("\n", statements) + "\n",
                programs.command("postgres").toString(),
                "--single",
                "-D",
                fresh.toString(),
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "password_encryption=scram-sha-256",
                // Thousands of them make guessing dear where people choose a password. Nobody guesses 24 random bytes,
                // and each connection would spend ten milliseconds on them.
                "-c",
                "scram_iterations=1",
                "postgres");
        if (!done.succeeded() || done.output().contains("ERROR:")) {
            throw ServerException.because(
                    "The embedded PostgreSQL could not be prepared",
                    done.output().strip(),
                    null);
        }
    }

    private void checkVersion(Programs programs) throws IOException {
        String theirs = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!theirs.equals(Integer.toString(programs.major()))) {
            throw new ServerException(
                    ServerException.Reason.OTHER_VERSION,
                    data() + " was written by PostgreSQL " + theirs + "; this Uphold brings PostgreSQL "
                            + programs.major()
                            + ". Either start the Uphold that wrote it, save the database with pg_dump and restore it"
                            + " here, or move the folder away and ingest the sources again.");
        }
    }

    private Path log() {
        return data().resolve("server.log");
    }

    private long logSize() throws IOException {
        return Files.exists(log()) ? Files.size(log()) : 0;
    }

    private String logFrom(long offset) throws IOException {
        if (logSize() <= offset) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(log(), StandardOpenOption.READ)) {
            channel.position(Math.max(offset, channel.size() - 16_384));
            return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
        }
    }

    private void rotateLog() throws IOException {
        if (logSize() > LOG_BYTES) {
            Files.move(log(), data().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
