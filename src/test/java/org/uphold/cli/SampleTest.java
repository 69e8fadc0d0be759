package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.report.ReportsIndex;

/**
 * The package in reports/sample is what the program makes of the letters that ship. After a change of figures, texts or looks:
 * {@code ./mvnw -q test -Dtest=SampleTest -Dsample.write}, and look at what changed.
 */
class SampleTest {

    private static final Path SAMPLE = Path.of("reports", "sample");
    private static final int MOST_BYTES = 1 << 20;

    @TempDir
    private Path base;

    @Test
    void the_committed_sample_is_what_the_shipped_letters_give() throws IOException {
        Path made = publish();
        if (System.getProperty("sample.write") != null) {
            replace(made, SAMPLE);
        }
        Map<String, String> committed = files(SAMPLE);
        assertThat(committed.keySet()).isEqualTo(files(made).keySet());
        files(made)
                .forEach((name, content) -> assertThat(content)
                        .as("%s; when the change is meant, run this test with -Dsample.write", name)
                        .isEqualTo(committed.get(name)));
    }

    @Test
    void a_reader_can_check_it_as_any_other() throws IOException {
        try (TestDatabase database = TestDatabase.empty()) {
            Installation here = new Installation(base, database);
            Installation.Ended ended = here.uphold(
                    "verify", SAMPLE.resolve("all/v1").toAbsolutePath().toString());
            assertThat(ended.exit()).as(ended.out()).isZero();
        }
        Path reports = Files.createDirectories(base.resolve("shelf"));
        replace(SAMPLE, reports.resolve("sample"));
        ReportsIndex.rebuild(reports);
        assertThat(reports.resolve("index.html")).content().contains("href=\"sample/all/v1/report.html\"");
    }

    @Test
    void it_is_small() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(MOST_BYTES));
        }
    }

    private Path publish() throws IOException {
        try (TestDatabase database = TestDatabase.empty()) {
            Installation here = new Installation(base, database);
            here.at("2026-11-01T00:00:00Z");
            here.job(
                    "sample",
                    "description: The letters that ship",
                    "sources:",
                    "  - path: " + Path.of("src", "samples", "letters").toAbsolutePath(),
                    "    kind: letter",
                    "window: all",
                    "tables: [service_category, guideline_source, specialty, month, service_category*specialty]");
            Path statements = Files.createDirectories(base.resolve("sql/reports"));
            Files.copy(
                    Path.of("sql", "reports", "examples", "reviews_by_items_in_letter.sql"),
                    statements.resolve("reviews_by_items_in_letter.sql"));
            Installation.Ended ended = here.uphold("run", "sample");
            assertThat(ended.exit()).as(ended.err()).isZero();
            return base.resolve("reports/sample");
        }
    }

    /** Packages only: what lies beside them is not for others, and the pointer to the newest is made by runs. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(SampleTest::belongs).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, content(name, Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static boolean belongs(Path file) {
        return Files.isRegularFile(file) && String.valueOf(file.getParent()).matches(".*[/\\\\]v[0-9]+");
    }

    /** Deflate is not the same in every Java: a workbook is compared by what is in it, and its size and hash not at all. */
    private static String content(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".xlsx")) {
            StringBuilder entries = new StringBuilder();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    entries.append(entry.getName())
                            .append('\n')
                            .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
            return entries.toString();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (name.endsWith(".html")) {
            return text.replaceAll("(report\\.xlsx</a></th><td class=\"n\">)[0-9,]+(</td><td><code>)[0-9a-f]+", "$1$2");
        }
        return name.endsWith("manifest.json")
                ? text.replaceAll(
                                "(\"file\": \"report\\.(?:xlsx|html)\",\\s+\"sha256\": \")[0-9a-f]+(\",\\s+\"bytes\": )[0-9]+",
                                "$1$2")
                        .replaceAll("\"(id|store|started|finished|settings_sha256)\": \"[^\"]*\"", "\"$1\"")
                : text;
    }

    private static void replace(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(SampleTest::belongs).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
