package org.uphold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path home;

    private static Path made = Path.of("");
    private Path programs = Path.of("");
    private final List<Process> children = new ArrayList<>();

    /** Made once and copied, to save each test the time. */
    @BeforeAll
    static void a_home_is_made() throws IOException {
        Path home = Path.of("target/server-home").toAbsolutePath();
        Files.createDirectories(home.resolve("postgres"));
        Trees.deleteAll(home.resolve("postgres"), name -> !name.startsWith("programs-"));
        EmbeddedServer.open(home).close();
        made = home.resolve("postgres");
    }

    @BeforeEach
    void it_is_copied() throws IOException {
        Path folder = Files.createDirectories(home.resolve("postgres"));
        Path unpacked = Programs.under(made).folder();
        programs = Files.createSymbolicLink(folder.resolve(unpacked.getFileName()), unpacked);
        for (String part : List.of("data", "password")) {
            Command.run(made, "cp", "-a", made.resolve(part).toString(), folder.toString())
                    .orThrow("cp");
        }
    }

    private void forgetData() throws IOException {
        Trees.deleteAll(home.resolve("postgres"), name -> name.equals("data") || name.equals("password"));
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
        EmbeddedServer.open(home).close();
        assertThat(postmaster()).isEmpty();
        Files.delete(programs);
    }

    @Test
    void a_new_home_serves_and_keeps_its_data_until_the_next_start() throws Exception {
        forgetData();
        String url;
        try (EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            url = server.jdbcUrl();
            execute(connection, "CREATE TABLE kept AS SELECT 42 AS number");
        }
        assertThat(postmaster()).isEmpty();

        try (EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            assertThat(ask(connection, "SELECT number FROM kept")).isEqualTo("42");
            assertThat(server.jdbcUrl()).as("the port is remembered").isEqualTo(url);
        }
    }

    @Test
    void asked_to_stop_while_it_recovers_from_a_lost_backend_it_stops_and_keeps_what_was_committed() throws Exception {
        for (int i = 0; i < 3; i++) {
            EmbeddedServer server = EmbeddedServer.open(home);
            try (Connection connection = connect(server)) {
                execute(connection, "CREATE TABLE kept_" + i + " AS SELECT 42 AS number");
                long backend = Long.parseLong(ask(connection, "SELECT pg_backend_pid()"));
                ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            } catch (SQLException cutOff) {
                assertThat(cutOff.getMessage()).isNotBlank();
            }
            server.close();
            assertThat(postmaster()).isEmpty();
        }
        try (EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            assertThat(ask(connection, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'kept_%'"))
                    .isEqualTo("3");
        }
    }

    @Test
    void it_is_durable_checked_and_closed_to_strangers() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            assertThat(ask(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(connection, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(connection, "SHOW client_connection_check_interval")).isEqualTo("1s");
            assertThat(ask(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(connection, "SELECT 'Z' < 'a' AND lower('É') = 'é'")).isEqualTo("t");
            assertThat(ask(connection, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
                    .isEqualTo("f");
            assertThat(Files.readAllLines(home.resolve("postgres/data/pg_hba.conf")))
                    .filteredOn(line -> !line.startsWith("#"))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));

            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password()))
                    .as("nobody can log in as the superuser")
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void only_its_owner_can_read_the_password() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            Path file = server.passwordFile();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.password()).matches("[0-9a-f]{48}");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwordFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_user_shares_the_server_and_the_last_one_out_stops_it() throws Exception {
        EmbeddedServer first = EmbeddedServer.open(home);
        EmbeddedServer again = EmbeddedServer.open(home);
        Process other = child();
        assertThat(line(other)).isEqualTo(first.jdbcUrl()).isEqualTo(again.jdbcUrl());

        first.close();
        first.close();
        again.close();
        assertThat(postmaster()).as("the other process still uses it").isPresent();

        finish(other);
        assertThat(postmaster()).isEmpty();
    }

    @Test
    void the_connection_over_which_a_running_server_was_recognised_is_handed_out_once() throws Exception {
        Process other = child();
        line(other);
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            try (Connection known = server.connection().orElseThrow()) {
                assertThat(known.isValid(10)).isTrue();
            }
            assertThat(server.connection()).isEmpty();
        }
        finish(other);
        try (EmbeddedServer started = EmbeddedServer.open(home)) {
            assertThat(started.connection())
                    .as("one that it started needs no proof")
                    .isEmpty();
        }
    }

    @Test
    void a_connection_that_nobody_asked_for_is_closed_with_the_server() throws Exception {
        Process other = child();
        line(other);
        EmbeddedServer server = EmbeddedServer.open(home);
        EmbeddedServer again = EmbeddedServer.open(home);
        assertThat(again.connection()).as("nothing was proved twice").isEmpty();
        server.close();
        assertThat(server.connection()).isEmpty();
        again.close();
        finish(other);
    }

    @Test
    void a_server_left_by_a_killed_process_is_found_and_used() throws Exception {
        Process other = child();
        String url = line(other);
        long pid = postmaster().orElseThrow().pid();
        other.destroyForcibly().waitFor();
        assertThat(postmaster()).as("it lives on").isPresent();

        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThat(server.jdbcUrl()).isEqualTo(url);
            assertThat(postmaster().orElseThrow().pid()).isEqualTo(pid);
        }
        assertThat(postmaster()).as("the count did not include the dead").isEmpty();
    }

    @Test
    void a_killed_server_is_started_again_and_what_was_committed_is_there() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            try (Connection connection = connect(server)) {
                execute(connection, "CREATE TABLE committed AS SELECT generate_series(1, 1000) AS number");
            }
            ProcessHandle process =
                    ProcessHandle.of(postmaster().orElseThrow().pid()).orElseThrow();
            process.destroyForcibly();
            // Another process finds the dead one's postmaster.pid.
            Process other = child();
            try (Connection connection = DriverManager.getConnection(line(other), server.user(), server.password())) {
                assertThat(ask(connection, "SELECT count(*) FROM committed")).isEqualTo("1000");
            }
            finish(other);
        }
    }

    @Test
    void a_left_over_pid_file_that_names_another_process_is_no_server() throws Exception {
        EmbeddedServer.open(home).close();
        Path data = home.resolve("postgres/data");
        Files.writeString(
                data.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n1\n5432\n\n127.0.0.1\n");

        try (EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void processes_that_start_at_the_same_time_share_one_server() throws Exception {
        List<Process> all = List.of(child(), child(), child());
        List<String> urls = new ArrayList<>();
        for (Process each : all) {
            urls.add(line(each));
        }
        assertThat(urls).containsOnly(urls.get(0));
        for (Process each : all) {
            finish(each);
        }
        assertThat(postmaster()).isEmpty();
    }

    @Test
    void a_remembered_port_that_is_taken_is_given_up() throws Exception {
        String url;
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            url = server.jdbcUrl();
        }
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(server.jdbcUrl()).isNotEqualTo(url);
            assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void data_that_was_never_finished_is_made_anew() throws Exception {
        forgetData();
        Path half = Files.createDirectories(home.resolve("postgres/data.new-half/base"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");

        EmbeddedServer.open(home).close();

        assertThat(half).doesNotExist();
    }

    @Test
    void data_of_another_major_version_is_left_alone_and_named() throws Exception {
        EmbeddedServer.open(home).close();
        Path version = home.resolve("postgres/data/PG_VERSION");
        Files.writeString(version, "15\n");

        assertThatThrownBy(() -> EmbeddedServer.open(home))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        e -> assertThat(e.reason()).isEqualTo(ServerException.Reason.OTHER_VERSION))
                .hasMessageContaining("PostgreSQL 15")
                .hasMessageContaining("pg_dump");

        Files.writeString(version, "18\n");
    }

    @Test
    void a_lost_password_is_named_not_replaced() throws Exception {
        EmbeddedServer.open(home).close();
        Path file = home.resolve("postgres/password");
        String password = Files.readString(file);
        Files.delete(file);

        assertThatThrownBy(() -> EmbeddedServer.open(home))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup");

        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
    }

    @Test
    void a_setting_of_the_users_own_wins() throws Exception {
        Files.writeString(home.resolve("postgres/own.conf"), "work_mem = '77MB'\n");
        try (EmbeddedServer server = EmbeddedServer.open(home);
                Connection connection = connect(server)) {
            assertThat(ask(connection, "SHOW work_mem")).isEqualTo("77MB");
        }
    }

    @Test
    void a_setting_that_the_server_refuses_is_shown_with_its_own_words() throws Exception {
        Path own = home.resolve("postgres/own.conf");
        Files.writeString(own, "no_such_setting = 1\n");
        assertThatThrownBy(() -> EmbeddedServer.open(home))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no_such_setting")
                .hasMessageContaining("UPHOLD_DATABASE_URL");
        Files.delete(own);
    }

    @Test
    void a_full_disk_is_told_as_such() throws Exception {
        Path small = Files.createDirectory(home.resolve("small"));
        assumeTrue(
                Command.run(home, "mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString())
                        .succeeded(),
                "only root may mount a small disk");
        try {
            assertNotWritable(small, "full");
        } finally {
            Command.run(home, "umount", small.toString()).orThrow("umount");
        }
    }

    @Test
    void a_read_only_home_is_told_as_such() throws Exception {
        Path closed = Files.createDirectory(home.resolve("closed"));
        boolean mounted = Command.run(home, "mount", "-t", "tmpfs", "-o", "ro", "tmpfs", closed.toString())
                .succeeded();
        if (!mounted) {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        }
        try {
            assertNotWritable(closed, "UPHOLD_HOME");
        } finally {
            if (mounted) {
                Command.run(home, "umount", closed.toString()).orThrow("umount");
            }
        }
    }

    private static void assertNotWritable(Path place, String word) {
        assertThatThrownBy(() -> EmbeddedServer.open(place))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        e -> assertThat(e.reason()).isEqualTo(ServerException.Reason.NOT_WRITABLE))
                .hasMessageContaining(word);
    }

    private Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(home.resolve("postgres/data"));
    }

    private Process child() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerUser.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        children.add(child);
        return child;
    }

    private static String line(Process child) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).startsWith("jdbc:");
        return line;
    }

    private static void finish(Process child) throws Exception {
        try (OutputStream in = child.getOutputStream()) {
            in.write('\n');
        }
        assertThat(child.waitFor()).isZero();
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
