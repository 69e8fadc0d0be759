package org.uphold.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's two configuration files: ours, written anew at every start, so that a newer Uphold brings newer ones. */
final class ServerConfiguration {

    static final String OURS = "uphold.conf";

    private static final Pattern PORT = Pattern.compile("(?m)^port = (\\d+)$");

    /** As the server has it by itself: more help little. */
    private static final int MOST_HELPERS = 2;

    private static final String SETTINGS = """
            # Written by Uphold at every start. Settings of your own go into own.conf beside the data folder.

            # Nobody but this machine, and never without the password.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'

            # A published figure must survive a power cut.
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            data_sync_retry = off

            # A nightly bulk load and a few wide reports on a machine that does other things by day.
            max_connections = 50
            shared_buffers = 256MB
            work_mem = 32MB
            maintenance_work_mem = 128MB
            # Who makes an index and its helpers, together no more than there are processors.
            max_parallel_maintenance_workers = %d
            max_wal_size = 2GB
            wal_level = minimal
            max_wal_senders = 0
            jit = off
            # Not in /dev/shm, which containers keep at 64 MB.
            min_dynamic_shared_memory = 64MB
            dynamic_shared_memory_type = %s

            # A statement whose client was killed must not commit later.
            client_connection_check_interval = 1000

            # Results depend on no zone or locale; logs hold no row of anybody's.
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_min_messages = warning
            log_checkpoints = off
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_line_prefix = '%%m [%%p] '

            include_if_exists = '../own.conf'
            """;

    /** Loopback with the password, and nothing else. */
    private static final String ACCESS = """
            # Written by Uphold.
            local all all                scram-sha-256
            host  all all 127.0.0.1/32   scram-sha-256
            host  all all ::1/128        scram-sha-256
            """;

    private ServerConfiguration() {}

    /** Into a new cluster: who may connect, and where the settings are. */
    static void prepare(Path data, Account account) throws IOException {
        write(data.resolve("pg_hba.conf"), ACCESS, account);
        String shipped = Files.readString(data.resolve("postgresql.conf"));
        write(data.resolve("postgresql.conf"), shipped + "\ninclude_if_exists = '" + OURS + "'\n", account);
    }

    static void write(Path data, int port, Account account) throws IOException {
        write(
                data.resolve(OURS),
                SETTINGS.formatted(port, helpers(Runtime.getRuntime().availableProcessors()), sharedMemory()),
                account);
    }

    /** The port of the last start while it is free, so that a bookmark keeps working; otherwise any free one. */
    static int choosePort(Path data) throws IOException {
        Path file = data.resolve(OURS);
        if (Files.exists(file)) {
            Matcher last = PORT.matcher(Files.readString(file));
            if (last.find() && isFree(Integer.parseInt(last.group(1)))) {
                return Integer.parseInt(last.group(1));
            }
        }
        return freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** Of whoever makes an index. */
    static int helpers(int processors) {
        return Math.min(processors - 1, MOST_HELPERS);
    }

    private static String sharedMemory() {
        Path memory = Path.of("/dev/shm");
        try {
            return Files.isDirectory(memory) && Files.getFileStore(memory).getTotalSpace() < (512L << 20)
                    ? "mmap"
                    : "posix";
        } catch (IOException e) {
            return "mmap";
        }
    }

    private static void write(Path file, String text, Account account) throws IOException {
        Files.writeString(file, text);
        account.give(file);
    }
}
