package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.json.Json;
import org.uphold.json.JsonFile;
import org.uphold.json.JsonValue;

/** {@code manifest.json}: the run, what it read, what it wrote. Written last, of all files in the package. */
final class ManifestFile {

    static final String FILE = "manifest.json";

    /** A history has hundreds of thousands: they come last, so that who wants something else need not read them. */
    private static final String INPUTS = "inputs";

    private ManifestFile() {}

    static void write(PackageContent content, OutputFolder folder) throws IOException {
        List<WrittenFile> outputs = folder.written();
        Edition edition = content.edition();
        ManifestData data = content.manifest();
        Map<String, Object> manifest = Json.object(
                "manifest_version", 1,
                "run", run(data),
                "job", edition.job(),
                "window", window(edition),
                "basis", edition.basis().code(),
                "provisional", data.provisional(),
                "disclosure", edition.disclosure(),
                "versions", Json.object("code", edition.codeVersion(), "taxonomy", edition.taxonomyVersion()),
                "settings_sha256", data.settingsSha256(),
                "systems", edition.systems(),
                "reasons", data.reasons(),
                "headline", Headline.of(content.tables()),
                "counts", counts(data.counts()),
                "checks", data.checks().stream().map(ManifestFile::check).toList(),
                "notes", content.notes(),
                "earlier_vintages",
                        data.earlier().stream().map(ManifestFile::earlier).toList(),
                "outputs",
                        outputs.stream()
                                .sorted(Comparator.comparing(WrittenFile::name))
                                .map(f -> Json.object("file", f.name(), "sha256", f.sha256(), "bytes", f.bytes()))
                                .toList());
        manifest.put(
                INPUTS,
                data.inputs().stream()
                        .sorted(Comparator.comparing(ManifestData.Input::sha256))
                        .map(ManifestFile::input)
                        .toList());
        try (Writer out = folder.text(FILE)) {
            Json.write(out, manifest);
        }
    }

    /** What a package's manifest says of its run, up to its inputs. */
    static JsonValue head(Path folder) throws IOException {
        return JsonFile.before(folder.resolve(FILE), INPUTS);
    }

    /** Everything but the inputs; the whole file is read, so that damage is found. */
    static JsonValue withoutInputs(Path folder) throws IOException {
        return JsonFile.without(folder.resolve(FILE), INPUTS);
    }

    /** Each input, as it was written. */
    static void inputs(Path folder, Consumer<JsonValue> sink) throws IOException {
        JsonFile.elements(folder.resolve(FILE), INPUTS, sink);
    }

    private static Map<String, Object> run(ManifestData data) {
        return Json.object(
                "id", data.runId(),
                "store", data.storeId(),
                "started", data.started().toString(),
                "finished", data.finished().toString());
    }

    private static Map<String, Object> window(Edition edition) {
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("from", day(edition.window().from()));
        window.put("to_exclusive", day(edition.window().to()));
        window.put("folder", edition.window().folderName());
        return window;
    }

    private static @Nullable Object day(@Nullable Object day) {
        return day == null ? null : day.toString();
    }

    private static Map<String, Object> counts(ManifestData.Counts c) {
        return Json.object(
                "read", c.read(), "accepted", c.accepted(), "rejected", c.rejected(), "unchanged", c.unchanged());
    }

    private static Map<String, Object> check(ManifestData.Check c) {
        return Json.object("name", c.name(), "passed", c.passed(), "detail", c.detail());
    }

    private static Map<String, Object> earlier(ManifestData.EarlierVintage e) {
        return Json.object(
                "vintage",
                e.folder(),
                "run",
                e.runId(),
                "finished",
                e.finished().toString(),
                "reasons",
                e.reasons());
    }

    private static Map<String, Object> input(ManifestData.Input i) {
        return Json.object("sha256", i.sha256(), "kind", i.kind(), "bytes", i.bytes(), "counts", counts(i.counts()));
    }
}
