package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uphold.json.Json;
import org.uphold.rates.PublishedTable;

/**
 * The run as two OpenLineage events, START and COMPLETE, one JSON object a line, for whoever collects lineage. The second one names
 * all inputs, by hash, and outputs: who looks at single events sees what came of what.
 */
final class LineageFile {

    private static final String PRODUCER = "urn:uphold";
    private static final String SCHEMA = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
    private static final String STATISTICS =
            "https://openlineage.io/spec/facets/1-0-2/OutputStatisticsOutputDatasetFacet.json";
    private static final String CUSTOM = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunFacet";

    private LineageFile() {}

    static void write(Writer out, PackageContent content, List<WrittenFile> outputs) throws IOException {
        ManifestData data = content.manifest();
        List<Map<String, Object>> inputs = data.inputs().stream()
                .sorted(Comparator.comparing(ManifestData.Input::sha256))
                .map(LineageFile::input)
                .toList();
        out.write(Json.line(event("START", data.started().toString(), content, Map.of(), List.of(), List.of())) + "\n");
        Map<String, Long> rows = new HashMap<>();
        for (PublishedTable table : content.tables()) {
            rows.put(CsvFiles.fileName(table), (long) table.rows().size());
        }
        List<Map<String, Object>> written = outputs.stream()
                .map(f -> output(content.edition(), f, rows.get(f.name())))
                .toList();
        out.write(Json.line(event("COMPLETE", data.finished().toString(), content, facets(data), inputs, written))
                + "\n");
    }

    private static Map<String, Object> event(
            String type,
            String time,
            PackageContent content,
            Map<String, Object> facets,
            List<Map<String, Object>> inputs,
            List<Map<String, Object>> outputs) {
        return Json.object(
                "eventType", type,
                "eventTime", time,
                "run", Json.object("runId", uuid(content.manifest()), "facets", facets),
                "job",
                        Json.object(
                                "namespace", "uphold",
                                "name", content.edition().job(),
                                "facets", Map.of()),
                "inputs", inputs,
                "outputs", outputs,
                "producer", PRODUCER,
                "schemaURL", SCHEMA);
    }

    private static Map<String, Object> input(ManifestData.Input i) {
        return Json.object(
                "namespace",
                "uphold.inputs",
                "name",
                "sha256:" + i.sha256(),
                "facets",
                Map.of(),
                "inputFacets",
                Json.object(
                        "inputStatistics",
                        Json.object(
                                "_producer",
                                PRODUCER,
                                "_schemaURL",
                                "https://openlineage.io/spec/facets/1-0-0/InputStatisticsInputDatasetFacet.json",
                                "rowCount",
                                i.counts().read(),
                                "size",
                                i.bytes())));
    }

    private static Map<String, Object> output(Edition edition, WrittenFile file, @Nullable Long rows) {
        return Json.object(
                "namespace",
                "uphold.packages",
                "name",
                edition.job() + "/" + edition.window().folderName() + "/" + file.name(),
                "facets",
                Json.object(
                        "version",
                        Json.object(
                                "_producer",
                                PRODUCER,
                                "_schemaURL",
                                "https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json",
                                "datasetVersion",
                                "sha256:" + file.sha256())),
                "outputFacets",
                Json.object(
                        "outputStatistics",
                        Json.object(
                                "_producer", PRODUCER,
                                "_schemaURL", STATISTICS,
                                "rowCount", rows,
                                "size", file.bytes())));
    }

    private static Map<String, Object> facets(ManifestData data) {
        ManifestData.Counts c = data.counts();
        return Json.object(
                "uphold_counts",
                        Json.object(
                                "_producer", PRODUCER,
                                "_schemaURL", CUSTOM,
                                "read", c.read(),
                                "accepted", c.accepted(),
                                "rejected", c.rejected(),
                                "unchanged", c.unchanged()),
                "uphold_checks",
                        Json.object(
                                "_producer", PRODUCER,
                                "_schemaURL", CUSTOM,
                                "checks",
                                        data.checks().stream()
                                                .map(k -> Json.object(
                                                        "name", k.name(), "passed", k.passed(), "detail", k.detail()))
                                                .toList()));
    }

    /** Numbers of runs are a store's own; with the time of the start they are nobody else's. */
    private static String uuid(ManifestData data) {
        try {
            return UUID.fromString(data.runId()).toString();
        } catch (IllegalArgumentException e) {
            String name = data.runId() + " " + data.started();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }
}
