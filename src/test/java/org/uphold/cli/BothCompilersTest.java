package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a run starts itself again, and how. */
class BothCompilersTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-01T03:00:00Z");

    @TempDir
    private Path base;

    @Test
    void a_large_table_that_was_never_published_from_pays() throws IOException {
        Path table = file("tables/items.csv", 64 << 20, PUBLISHED);
        assertThat(pay(table)).isTrue();
        assertThat(pay(base.resolve("tables"))).isTrue();
        assertThat(pay(table.resolveSibling("*.csv"))).isTrue();
    }

    @Test
    void one_that_the_newest_package_holds_does_not_until_it_changes() throws IOException {
        Path table = file("items.csv", 64 << 20, PUBLISHED.minusSeconds(60));
        Path latest = Files.createDirectories(base.resolve("reports/nightly/latest"));
        Files.setLastModifiedTime(latest, FileTime.from(PUBLISHED));
        assertThat(pay(table)).isFalse();
        Files.setLastModifiedTime(table, FileTime.from(PUBLISHED.plusSeconds(60)));
        assertThat(pay(table)).isTrue();
    }

    @Test
    void letters_small_tables_and_what_is_not_there_do_not() throws IOException {
        file("letters/a.pdf", 40_000, PUBLISHED);
        assertThat(pay(base.resolve("letters"))).isFalse();
        assertThat(pay(file("items.csv", (64 << 20) - 1, PUBLISHED))).isFalse();
        assertThat(pay(base.resolve("nowhere/items.csv"))).isFalse();
    }

    @Test
    void the_launcher_is_called_with_the_same_words_and_its_exit_code_is_ours() throws Exception {
        Path said = base.resolve("said.txt");
        Path launcher = Files.writeString(
                base.resolve("uphold"),
                "#!/bin/sh\nprintf '%s|' \"$UPHOLD_COMPILERS\" \"$@\" > '" + said + "'\nexit 75\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThat(BothCompilers.run(launcher, List.of("run", "a job.yaml", "--from", "2017-01-01")))
                .isEqualTo(75);
        assertThat(said).content().isEqualTo("both|run|a job.yaml|--from|2017-01-01|");
    }

    private boolean pay(Path source) {
        return BothCompilers.pay(base.resolve("reports/nightly/latest"), List.of(source));
    }

    /** Of that size, without its bytes. */
    private Path file(String name, long bytes, Instant changed) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(bytes);
        }
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return file;
    }
}
