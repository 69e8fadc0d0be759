package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.rates.Column;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

class PackageReaderTest {

    private final PackageReader reader = new PackageReader();

    @TempDir
    Path out;

    private Path folder = Path.of("");

    @BeforeEach
    void publish() {
        folder = new PackageWriter()
                .write(out, "nightly", "all", Set.of(), SmallPackage.open())
                .folder();
    }

    @Test
    void tables_are_read_as_they_were_published() throws IOException {
        List<PublishedTable> read = reader.tables(folder);
        List<PublishedTable> written = SmallPackage.content().tables();
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).columns()).isEqualTo(written.get(i).columns());
            assertThat(texts(read.get(i))).isEqualTo(texts(written.get(i)));
        }
    }

    private static List<List<String>> texts(PublishedTable table) {
        return table.rows().stream().map(row -> texts(table.columns(), row)).toList();
    }

    private static List<String> texts(List<Column> columns, List<@Nullable Object> row) {
        return java.util.stream.IntStream.range(0, row.size())
                .mapToObj(i -> Figures.format(columns.get(i), row.get(i)))
                .toList();
    }

    @Test
    void an_untouched_package_matches_its_manifest() throws IOException {
        assertThat(reader.mismatches(folder)).isEmpty();
    }

    @Test
    void changed_missing_and_added_files_are_found() throws IOException {
        String text = Files.readString(folder.resolve("summary.csv"));
        Files.writeString(folder.resolve("summary.csv"), text.replace("30", "31"));
        Files.delete(folder.resolve("csv-metadata.json"));
        Files.writeString(folder.resolve("letter.txt"), "what is this");
        assertThat(reader.mismatches(folder))
                .extracting(m -> m.file() + " " + m.problem())
                .containsExactly(
                        "csv-metadata.json is missing",
                        "letter.txt is not in the manifest",
                        "summary.csv has another SHA-256");
    }

    @Test
    void who_asks_for_the_run_reads_no_input_and_who_checks_the_package_reads_all_of_the_manifest() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        String whole = Files.readString(manifest);
        Files.writeString(manifest, whole.substring(0, whole.indexOf("\"inputs\": [") + 20));
        assertThat(reader.run(folder))
                .isEqualTo(SmallPackage.content().manifest().runId());
        assertThatThrownBy(() -> reader.mismatches(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("manifest.json is not JSON");
    }

    @Test
    void a_manifest_whose_inputs_do_not_come_last_is_read_too() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        String whole = Files.readString(manifest);
        int inputs = whole.indexOf("  \"inputs\": [");
        int outputs = whole.indexOf("  \"outputs\": [");
        String before = whole.substring(0, outputs);
        String ofInputs = whole.substring(inputs, whole.lastIndexOf('}')).stripTrailing();
        String ofOutputs = whole.substring(outputs, inputs).stripTrailing().replaceFirst(",$", "");
        Files.writeString(manifest, before + ofInputs + ",\n" + ofOutputs + "\n}\n");
        assertThat(reader.mismatches(folder)).isEmpty();
        assertThat(reader.run(folder))
                .isEqualTo(SmallPackage.content().manifest().runId());
    }

    @Test
    void a_manifest_cannot_lead_out_of_its_folder() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("summary.csv", "../summary.csv"));
        assertThatThrownBy(() -> reader.mismatches(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../summary.csv");
    }
}
