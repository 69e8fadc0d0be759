package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsIndexTest {

    @TempDir
    Path out;

    private void publish(String job, String window, String finished) {
        new PackageWriter().write(out, job, window, Set.of(), SmallPackage.content("run", Instant.parse(finished)));
    }

    @Test
    void all_packages_are_listed_newest_first_with_headline_and_status() throws IOException {
        publish("nightly", "2017-01-01_2017-03-31", "2026-01-01T00:00:00Z");
        publish("nightly", "2017-04-01_2017-06-30", "2026-03-01T00:00:00Z");
        publish("nightly", "2017-01-01_2017-03-31", "2026-02-01T00:00:00Z");
        publish("ad-hoc", "all", "2026-02-02T00:00:00Z");
        publish("sample", "all", "2026-04-01T00:00:00Z");
        ReportsIndex.rebuild(out);
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page)
                .containsSubsequence(
                        "<h2>nightly</h2>",
                        "nightly/2017-04-01_2017-06-30/v1/",
                        "nightly/2017-01-01_2017-03-31/v2/",
                        "2026-02-01 00:01",
                        "86.7\u00A0%",
                        "provisional",
                        "nightly/2017-01-01_2017-03-31/v1/",
                        "superseded",
                        "<h2>ad-hoc</h2>",
                        "href=\"ad-hoc/all/v1/\"",
                        "<h2>sample</h2>",
                        "invented letters");
        assertThat(page).contains("<td>cms11</td>").doesNotContain("1 of 5");
    }

    @Test
    void a_package_whose_manifest_cannot_be_read_is_said_so() throws IOException {
        publish("nightly", "all", "2026-01-01T00:00:00Z");
        Files.writeString(out.resolve("nightly/all/v1/manifest.json"), "{");
        ReportsIndex.rebuild(out);
        assertThat(out.resolve("index.html")).content().contains("manifest unreadable");
    }

    @Test
    void an_empty_folder_has_an_index_too() {
        ReportsIndex.rebuild(out.resolve("new"));
        assertThat(out.resolve("new/index.html")).content().contains("Nothing has been published yet.");
    }
}
