package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.uphold.json.Json;
import org.uphold.json.JsonValue;

/**
 * {@code v<N>.inputs.jsonl}: what a package under a disclosure profile was made from, one JSON object a line; it lies beside the package
 * and never in it. The first line holds how many readings there were, what was compared before publishing, and why this vintage was made;
 * then an input a line. Letters are public: the hash of one in a package would say that its case is among those counted.
 */
final class InputsFile {

    private InputsFile() {}

    static void write(Writer out, ManifestData data) throws IOException {
        Map<String, Object> first = Json.object(
                "counts", counts(data.counts()),
                "checks", data.checks().stream().map(InputsFile::check).toList(),
                "reasons", data.reasons());
        out.write(Json.line(first) + "\n");
        for (Map<String, Object> input : sorted(data)) {
            out.write(Json.line(input) + "\n");
        }
    }

    /** Each input of a package as it was written, in its manifest or beside it. */
    static void each(Path vintage, Consumer<JsonValue> sink) throws IOException {
        Path beside = Shelf.beside(vintage, Shelf.INPUTS);
        if (!Files.exists(beside)) {
            ManifestFile.inputs(vintage, sink);
            return;
        }
        try (Stream<String> lines = Files.lines(beside)) {
            lines.skip(1).forEach(line -> sink.accept(Json.parse(line)));
        }
    }

    static List<Map<String, Object>> sorted(ManifestData data) {
        return data.inputs().stream()
                .sorted(Comparator.comparing(ManifestData.Input::sha256))
                .map(InputsFile::input)
                .toList();
    }

    static Map<String, Object> counts(ManifestData.Counts c) {
        return Json.object(
                "read", c.read(), "accepted", c.accepted(), "rejected", c.rejected(), "unchanged", c.unchanged());
    }

    static Map<String, Object> check(ManifestData.Check c) {
        return Json.object("name", c.name(), "passed", c.passed(), "detail", c.detail());
    }

    private static Map<String, Object> input(ManifestData.Input i) {
        return Json.object("sha256", i.sha256(), "kind", i.kind(), "bytes", i.bytes(), "counts", counts(i.counts()));
    }
}
