package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every text file of a small package, whole. After a wanted change, run with {@code -Dgolden.update=true} and read the
 * difference.
 */
class GoldenPackageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/package");

    @TempDir
    Path out;

    @Test
    void every_file_is_as_agreed() throws IOException {
        Published published = new PackageWriter()
                .write(out, "nightly", "2017", EnumSet.of(Format.CSV, Format.SQL), SmallPackage.content());
        Path internal = out.resolve("nightly/2017");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            copyAll(published.folder(), GOLDEN);
            for (String name : List.of("v1.lineage.jsonl", "v1.inputs.jsonl")) {
                Files.copy(internal.resolve(name), GOLDEN.resolve(name));
            }
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path golden : files.toList()) {
                String name = golden.getFileName().toString();
                Path actual = (name.startsWith("v1.") ? internal : published.folder()).resolve(name);
                assertThat(Files.readString(actual)).as(name).isEqualTo(Files.readString(golden));
            }
        }
        assertThat(published.files())
                .extracting(WrittenFile::name)
                .allSatisfy(name -> assertThat(GOLDEN.resolve(name)).exists());
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
