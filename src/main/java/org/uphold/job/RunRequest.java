package org.uphold.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uphold.aggregate.Grouping;
import org.uphold.determination.DateRange;
import org.uphold.settings.InputLimits;
import org.uphold.settings.PublishSettings;
import org.uphold.settings.SourceSpec;

/**
 * What a run is to do, resolved: no default is left open.
 *
 * @param job name of the job, {@code ad-hoc} for a report, {@code ingest} where nothing is published
 * @param window days to publish
 * @param folder where relative paths of the sources start
 * @param sources what to read, may be none
 * @param dialects the job's own dialects, as written
 * @param limits bounds on inputs
 * @param taxonomy the user's own classification tables
 * @param publish what shapes the package; empty: nothing is published
 * @param out folder of packages
 * @param force publish again though nothing changed
 * @param parameters the words it was started with, as JSON, for the log book
 */
public record RunRequest(
        String job,
        DateRange window,
        Path folder,
        List<SourceSpec> sources,
        Map<String, Map<String, Object>> dialects,
        InputLimits limits,
        List<Path> taxonomy,
        Optional<PublishSettings> publish,
        Path out,
        boolean force,
        String parameters) {

    public RunRequest {
        sources = List.copyOf(sources);
        dialects = Map.copyOf(dialects);
        taxonomy = List.copyOf(taxonomy);
    }

    /** Groupings of the tables to publish. */
    List<Grouping> groupings() {
        List<String> tables = publish.map(PublishSettings::tables).orElse(List.of());
        return tables.isEmpty()
                ? Grouping.STANDARD
                : tables.stream().map(Grouping::parse).toList();
    }
}
