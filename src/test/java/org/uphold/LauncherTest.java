package org.uphold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code uphold}, with a Java and a Maven that only write down how they were called. */
class LauncherTest {

    @TempDir
    Path folder;

    private Path base = Path.of("");
    private Path java = Path.of("");

    @BeforeEach
    void an_installation() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is a POSIX shell script");
        base = Files.createDirectories(folder.resolve("in stalled"));
        java = Files.createDirectories(folder.resolve("jdk/bin")).resolveSibling("");
        Files.copy(Path.of("uphold"), base.resolve("uphold"));
        Files.createDirectories(base.resolve("src/main/java"));
        Path launcher = Files.createDirectories(base.resolve("src/main/launcher"));
        try (Stream<Path> files = Files.list(Path.of("src/main/launcher"))) {
            for (Path file : files.toList()) {
                Files.copy(file, launcher.resolve(file.getFileName()));
            }
        }
        Files.createDirectories(base.resolve("sql/migrations"));
        Files.writeString(base.resolve("pom.xml"), "<project/>");
        Files.writeString(base.resolve("src/main/java/A.java"), "class A {}");
        script(
                base.resolve("mvnw"),
                "echo built >> calls; sleep 0.3; mkdir -p target/uphold; touch target/uphold/uphold.jar;"
                        + " cp src/main/launcher/*.options target/uphold");
        // Argument files are read as the JVM reads them: before the main class, a word an option, without remarks.
        script(folder.resolve("jdk/bin/java"), """
                main=
                for word; do
                    case $main$word in
                        @*) sed -e '/^#/d' -e '/^$/d' -e 's/.*/<&>/' "${word#@}" ;;
                        *) printf '<%s>\\n' "$word" ;;
                    esac
                    [ "$word" != org.uphold.cli.Main ] || main=yes
                done
                exit ${EXIT:-0}""");
        release("17.0.9");
    }

    @Test
    void a_missing_program_is_built_once_with_one_line_said() throws Exception {
        Call first = call(List.of(), "doctor");
        assertThat(first.errors).hasLineCount(1).startsWith("uphold: building");
        assertThat(first.exit).isZero();

        assertThat(call(List.of(), "doctor").errors).isEmpty();
        assertThat(Files.readAllLines(base.resolve("calls"))).hasSize(1);
        assertThat(base.resolve("target/.building")).doesNotExist();
    }

    @Test
    void it_is_built_again_when_a_source_is_newer_or_was_deleted() throws Exception {
        Path source = base.resolve("src/main/java/A.java");
        Files.writeString(base.resolve("src/main/java/B.java"), "class B {}");
        call(List.of(), "doctor");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(call(List.of(), "doctor").errors).contains("building");

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        call(List.of(), "doctor");
        Files.delete(base.resolve("src/main/java/B.java"));
        assertThat(call(List.of(), "doctor").errors).contains("building");
    }

    @Test
    void two_that_start_at_once_build_once() throws Exception {
        Process first = start(List.of(), "doctor");
        Process second = start(List.of(), "doctor");
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(Files.readAllLines(base.resolve("calls"))).hasSize(1);
    }

    @Test
    void a_lock_whose_owner_died_stops_nobody() throws Exception {
        Files.createDirectories(base.resolve("target"));
        Process gone = new ProcessBuilder("/bin/true").start();
        gone.waitFor();
        Files.createSymbolicLink(base.resolve("target/.building"), Path.of(Long.toString(gone.pid())));
        assertThat(call(List.of(), "doctor").exit).isZero();
    }

    @Test
    void a_failed_build_is_an_error_and_tried_again() throws Exception {
        script(base.resolve("mvnw"), "echo '[ERROR] A.java:1' >&2; exit 1");
        Call failed = call(List.of(), "doctor");
        assertThat(failed.exit).isEqualTo(1);
        assertThat(failed.errors).contains("[ERROR] A.java:1", "the build failed");
        assertThat(failed.output).isEmpty();
        assertThat(call(List.of(), "doctor").exit).isEqualTo(1);
    }

    @Test
    void words_and_exit_codes_pass_through_unchanged() throws Exception {
        Call call = call(List.of("EXIT=75", "UPHOLD_JAVA_OPTS=-Xmx7g -Da=b"), "classify", "a  b", "", "*");
        assertThat(call.exit).isEqualTo(75);
        assertThat(call.output)
                .contains("<-Xmx7g>\n<-Da=b>\n")
                .contains("<-Duphold.basedir=" + base.toRealPath() + ">\n")
                .endsWith("<org.uphold.cli.Main>\n<classify>\n<a  b>\n<>\n<*>\n");
    }

    @Test
    void a_collector_of_the_users_own_replaces_ours() throws Exception {
        assertThat(call(List.of("UPHOLD_JAVA_OPTS=-XX:+UseG1GC"), "run", "nightly").output)
                .contains("<-XX:+UseG1GC>")
                .doesNotContain("ParallelGC");
    }

    @Test
    void no_archive_of_classes_is_written_where_the_user_says_how_they_are_shared() throws Exception {
        assertThat(call(List.of("UPHOLD_JAVA_OPTS=-Xshare:off"), "run", "nightly").output)
                .contains("<-Xshare:off>")
                .doesNotContain("ArchiveClassesAtExit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPHOLD_JAVA_OPTS=-XX:StartFlightRecording",
                "JAVA_TOOL_OPTIONS=-javaagent:telemetry.jar",
                "JDK_JAVA_OPTIONS=-agentlib:jdwp=transport=dt_socket",
                "_JAVA_OPTIONS=-Xrunjdwp:transport=dt_socket"
            })
    void no_archive_of_classes_is_used_or_written_where_something_looks_at_classes_that_are_loaded(String own)
            throws Exception {
        assertThat(call(List.of(own), "run", "nightly").output).doesNotContain("ArchiveClassesAtExit");
        Files.createFile(base.resolve("target/uphold/java-17.jsa"));
        assertThat(call(List.of(own), "run", "nightly").output).doesNotContain("SharedArchiveFile");
        assertThat(call(List.of(), "run", "nightly").output).contains("SharedArchiveFile");
    }

    @Test
    void from_java_25_on_the_archive_is_a_cache_of_linked_classes() throws Exception {
        release("25.0.1");
        String archive = base.toRealPath() + "/target/uphold/java-25.jsa";
        assertThat(call(List.of(), "run", "nightly").output)
                .contains("<-XX:AOTCacheOutput=" + archive + ".", "<-XX:-DisplayVMOutput>")
                .doesNotContain("ArchiveClassesAtExit");
        Files.createFile(base.resolve("target/uphold/java-25.jsa"));
        assertThat(call(List.of(), "doctor").output)
                .contains("<-XX:AOTCache=" + archive + ">")
                .doesNotContain("DisplayVMOutput");
        for (String own : List.of("UPHOLD_JAVA_OPTS=-Xshare:off", "JDK_JAVA_OPTIONS=-XX:AOTCache=own")) {
            assertThat(call(List.of(own), "doctor").output).as(own).doesNotContain("-XX:AOTCache=" + archive);
        }
    }

    @Test
    void what_is_over_soon_does_without_the_second_compiler_and_a_load_does_not() throws Exception {
        assertThat(call(List.of(), "report", "--all").output).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(call(List.of(), "extract", "letters").output)
                .contains("<-XX:TieredStopAtLevel=1>")
                .doesNotContain("<-Xmx512m>");
        assertThat(call(List.of(), "run", "nightly").output)
                .contains("<-XX:Tier4InvocationThreshold=50000>")
                .doesNotContain("TieredStopAtLevel");
        Files.createFile(base.resolve("target/uphold/java-17.jsa"));
        assertThat(call(List.of(), "run", "nightly").output)
                .contains("<-XX:TieredStopAtLevel=1>", "<-Duphold.launcher=" + base.toRealPath() + "/uphold>\n")
                .endsWith("<run>\n<nightly>\n");
        assertThat(call(List.of("UPHOLD_COMPILERS=both"), "run", "nightly").output)
                .doesNotContain("TieredStopAtLevel")
                .doesNotContain("uphold.launcher");
        assertThat(call(List.of(), "ingest", "items.csv").output).doesNotContain("TieredStopAtLevel");
    }

    @ParameterizedTest
    @CsvSource({
        "always [madvise] never, true",
        "[always] madvise never, true",
        "always madvise [never], false",
        "'', false",
    })
    void memory_is_asked_for_in_huge_pages_where_the_system_gives_them(String offered, boolean asked) throws Exception {
        Path system = folder.resolve("enabled");
        if (!offered.isEmpty()) {
            Files.writeString(system, offered + "\n");
        }
        Path launcher = base.resolve("uphold");
        Files.writeString(
                launcher,
                Files.readString(launcher).replace("/sys/kernel/mm/transparent_hugepage/enabled", system.toString()));
        for (String command : List.of("run", "report", "doctor")) {
            Call call = call(List.of(), command);
            assertThat(call.exit).as(call.errors).isZero();
            assertThat(call.output.contains("<-XX:+UseTransparentHugePages>"))
                    .as(command)
                    .isEqualTo(asked);
        }
        assertThat(call(List.of("UPHOLD_JAVA_OPTS=-XX:+UseLargePages"), "run").output)
                .as("large pages of the user's own")
                .contains("<-XX:+UseLargePages>")
                .doesNotContain("UseTransparentHugePages");
    }

    @Test
    void the_archive_of_classes_is_not_moved_by_short_commands_of_a_known_java() throws Exception {
        assertThat(call(List.of(), "--version").output).contains("<-XX:ArchiveRelocationMode=0>");
        assertThat(call(List.of(), "report", "--all").output).doesNotContain("ArchiveRelocationMode");
        release("26.0.1");
        assertThat(call(List.of(), "--version").output).doesNotContain("ArchiveRelocationMode");
    }

    @Test
    void every_option_has_a_reason_and_is_used() throws Exception {
        String launcher = Files.readString(Path.of("uphold"));
        try (Stream<Path> files = Files.list(Path.of("src/main/launcher"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".options")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).startsWith("# ");
                assertThat(launcher)
                        .as(file.toString())
                        .contains(file.getFileName().toString().replace(".options", ""));
            }
        }
    }

    @Test
    void it_finds_itself_through_links_and_from_elsewhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("in stalled/uphold"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("link2"), link);
        Process process = start(linkToLink, List.of(), "doctor");
        assertThat(text(process.getInputStream().readAllBytes())).contains("<-Duphold.basedir=" + base.toRealPath());
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_java_that_is_too_old_or_missing_is_named() throws Exception {
        release("11.0.2");
        Call old = call(List.of(), "doctor");
        assertThat(old.exit).isEqualTo(2);
        assertThat(old.errors).contains("Java 17 or later is needed", "11.0.2");

        Call none = call(List.of("JAVA_HOME=/nowhere"), "doctor");
        assertThat(none.exit).isEqualTo(2);
        assertThat(none.errors).contains("JAVA_HOME is /nowhere");
    }

    private record Call(int exit, String output, String errors) {}

    private Call call(List<String> environment, String... words) throws Exception {
        Process process = start(environment, words);
        String output = text(process.getInputStream().readAllBytes());
        String errors = text(process.getErrorStream().readAllBytes());
        return new Call(process.waitFor(), output, errors);
    }

    private Process start(List<String> environment, String... words) throws IOException {
        return start(base.resolve("uphold"), environment, words);
    }

    private Process start(Path launcher, List<String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("UPHOLD_"));
        builder.environment().put("JAVA_HOME", java.toString());
        for (String pair : environment) {
            String[] parts = pair.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        return builder.start();
    }

    private void release(String version) throws IOException {
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
