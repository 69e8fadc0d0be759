package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.json.Json;
import org.uphold.json.JsonFile;
import org.uphold.json.JsonValue;

/**
 * {@code manifest.json}: the run, what it read, what it wrote. Written last, of all files in the package. Under a disclosure profile
 * what it read, and every total that is in no table, stands in {@link InputsFile} beside the package.
 */
final class ManifestFile {

    static final String FILE = "manifest.json";

    /** A history has hundreds of thousands: they come last, so that who wants something else need not read them. */
    static final String INPUTS = "inputs";

    /** Reasons for a new vintage that are cases. */
    private static final Set<String> OF_CASES = Set.of("late", "corrected", "moved", "restated");

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
                "reasons", reasons(edition, data.reasons()),
                "headline", Headline.of(content.tables()));
        if (edition.isProtected()) {
            manifest.put(
                    "checks",
                    data.checks().stream()
                            .map(c -> Json.object("name", c.name(), "passed", c.passed()))
                            .toList());
        } else {
            manifest.put("counts", InputsFile.counts(data.counts()));
            manifest.put("checks", data.checks().stream().map(InputsFile::check).toList());
        }
        manifest.putAll(Json.object(
                "notes", content.notes(),
                "earlier_vintages",
                        data.earlier().stream().map(e -> earlier(edition, e)).toList(),
                "outputs",
                        outputs.stream()
                                .sorted(Comparator.comparing(WrittenFile::name))
                                .map(f -> Json.object("file", f.name(), "sha256", f.sha256(), "bytes", f.bytes()))
                                .toList()));
        if (!edition.isProtected()) {
            manifest.put(INPUTS, InputsFile.sorted(data));
        }
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

    /** Under a profile a reader learns that the figures changed, and not how: of few cases that would tell about each. */
    private static List<String> reasons(Edition edition, List<String> reasons) {
        return edition.isProtected()
                ? reasons.stream()
                        .map(r -> OF_CASES.contains(r) ? "changed" : r)
                        .distinct()
                        .toList()
                : reasons;
    }

    private static Map<String, Object> earlier(Edition edition, ManifestData.EarlierVintage e) {
        return Json.object(
                "vintage",
                e.folder(),
                "run",
                e.runId(),
                "finished",
                e.finished().toString(),
                "reasons",
                reasons(edition, e.reasons()));
    }
}
