package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWriterTest {

    private static final Set<Format> ALL = EnumSet.allOf(Format.class);

    private final PackageWriter writer = new PackageWriter();

    @TempDir
    Path out;

    private Published publish(PackageContent content) {
        return writer.write(out, "nightly", "2017-01-01_2017-03-31", ALL, content);
    }

    @Test
    void the_same_figures_from_another_run_give_the_same_bytes_but_for_the_manifest() throws IOException {
        Published first = publish(SmallPackage.content());
        Published second = publish(SmallPackage.content("another", Instant.parse("2027-05-06T07:08:09Z")));
        Map<String, String> before = Folders.hashes(first.folder());
        Map<String, String> after = Folders.hashes(second.folder());
        assertThat(before.remove("manifest.json")).isNotEqualTo(after.remove("manifest.json"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void vintages_are_numbered_and_latest_points_to_the_newest_by_a_relative_link() throws IOException {
        Path job = out.resolve("nightly");
        assertThat(publish(SmallPackage.content()).vintage()).isEqualTo(1);
        assertThat(Files.readSymbolicLink(job.resolve("latest"))).isEqualTo(Path.of("2017-01-01_2017-03-31/v1"));
        assertThat(publish(SmallPackage.content()).vintage()).isEqualTo(2);
        assertThat(Files.readSymbolicLink(job.resolve("latest"))).isEqualTo(Path.of("2017-01-01_2017-03-31/v2"));
        assertThat(job.resolve("latest/summary.csv")).exists();
    }

    @Test
    void a_run_finds_the_package_that_it_published_before_it_was_killed() {
        publish(SmallPackage.content("one", Instant.EPOCH));
        publish(SmallPackage.content("two", Instant.EPOCH));
        Shelf shelf = new Shelf(out, "nightly", "2017-01-01_2017-03-31");
        assertThat(shelf.vintageOf("two")).hasValue(2);
        assertThat(shelf.vintageOf("three")).isEmpty();
        assertThat(shelf.newest()).hasValue(shelf.vintage(2));
    }

    @Test
    void internal_files_lie_beside_the_package_and_never_in_it() throws IOException {
        InternalFiles internal = new InternalFiles(
                List.of(new Rejection(SmallPackage.HASH, "page 2", "NO_OUTCOME", "=no outcome, ask", null))::forEach,
                List.of(new Unmapped("service", "Frobnication, 6 visits", 2)));
        Published published = writer.write(out, "j", "all", Set.of(), SmallPackage.content(), internal);
        Path window = out.resolve("j/all");
        assertThat(window.resolve("v1.rejects.csv"))
                .hasContent("source_sha256,place,code,message,record_sha256\n" + SmallPackage.HASH
                        + ",page 2,NO_OUTCOME,\"'=no outcome, ask\",\n");
        assertThat(window.resolve("v1.unmapped.csv"))
                .hasContent("kind,text,count\nservice,\"Frobnication, 6 visits\",2\n");
        assertThat(Files.readAllLines(window.resolve("v1.lineage.jsonl")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"eventType\":\""));
        assertThat(Folders.everything(published.folder())).noneMatch(name -> name.contains("rejects"));
    }

    @Test
    void a_run_stopped_in_the_middle_leaves_nothing_that_a_reader_sees_and_the_next_run_cleans_up() throws IOException {
        InternalFiles.Rejections broken = sink -> {
            throw new IllegalStateException("killed");
        };
        PackageContent content = SmallPackage.content();
        InternalFiles stopped = new InternalFiles(broken, List.of());
        assertThatThrownBy(() -> writer.write(out, "nightly", "all", ALL, content, stopped))
                .hasMessage("killed");
        assertThat(Folders.everything(out)).containsExactly("nightly/", "nightly/all/");

        // A kill runs no clean-up code: what it leaves is a folder that no reader looks into.
        Path left = Files.createDirectories(out.resolve("nightly/all/" + Shelf.STAGING + "x/package"));
        Files.writeString(left.resolve("summary.csv"), "half");
        Published published = writer.write(out, "nightly", "all", ALL, content);
        assertThat(published.vintage()).isEqualTo(1);
        assertThat(Folders.everything(out)).noneMatch(name -> name.contains(Shelf.STAGING));
    }

    @Test
    void a_number_taken_by_another_run_is_passed_over() throws IOException {
        Path foreign = Files.createDirectories(out.resolve("nightly/2017-01-01_2017-03-31/v7"));
        Files.writeString(foreign.resolve("x"), "other");
        assertThat(publish(SmallPackage.content()).vintage()).isEqualTo(8);
        assertThat(foreign.resolve("x")).hasContent("other");
    }

    @Test
    void an_output_that_cannot_be_written_is_said_with_its_place() throws IOException {
        Path file = Files.writeString(out.resolve("occupied"), "not a folder");
        PackageContent content = SmallPackage.content();
        assertThatThrownBy(() -> writer.write(file, "nightly", "all", ALL, content))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("Nothing was published")
                .hasMessageContaining("occupied");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void a_full_disk_publishes_nothing() throws IOException {
        InternalFiles.Rejections full = sink -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        };
        PackageContent content = SmallPackage.content();
        InternalFiles internal = new InternalFiles(full, List.of());
        assertThatThrownBy(() -> writer.write(out, "nightly", "all", ALL, content, internal))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("No space left on device");
        assertThat(Folders.everything(out)).containsExactly("nightly/", "nightly/all/");
    }
}
