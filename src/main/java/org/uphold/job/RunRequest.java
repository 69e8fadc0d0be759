package org.uphold.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uphold.aggregate.Grouping;
import org.uphold.determination.DateRange;
import org.uphold.settings.InputLimits;
import org.uphold.settings.PublishSettings;
import org.uphold.settings.SourceSpec;
import org.uphold.settings.Window;

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
 * @param touched publish each month that letters came into or went from, instead of the window
 * @param lookBack how long after its end a period may still change; touched months reach back as far at least
 * @param zone whose days these are
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
        String parameters,
        boolean touched,
        Period lookBack,
        ZoneId zone) {

    /** One window, with the usual look-back. */
    public RunRequest(
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
        this(
                job,
                window,
                folder,
                sources,
                dialects,
                limits,
                taxonomy,
                publish,
                out,
                force,
                parameters,
                false,
                Window.Touched.DEFAULT_LOOK_BACK,
                ZoneOffset.UTC);
    }

    public RunRequest {
        sources = List.copyOf(sources);
        dialects = Map.copyOf(dialects);
        taxonomy = List.copyOf(taxonomy);
    }

    /** The same for one window. */
    public RunRequest of(DateRange days) {
        return new RunRequest(
                job,
                days,
                folder,
                sources,
                dialects,
                limits,
                taxonomy,
                publish,
                out,
                force,
                parameters,
                false,
                lookBack,
                zone);
    }

    /** The same with nothing to read. */
    public RunRequest fromStore() {
        return new RunRequest(
                job,
                window,
                folder,
                List.of(),
                dialects,
                limits,
                taxonomy,
                publish,
                out,
                force,
                parameters,
                touched,
                lookBack,
                zone);
    }

    /** Whether a period might still change: its look-back has not closed on this day. */
    boolean provisional(DateRange days, LocalDate today) {
        LocalDate to = days.to();
        return to == null || to.isAfter(today.minus(lookBack));
    }

    /** Groupings of the tables to publish. */
    List<Grouping> groupings() {
        List<String> tables = publish.map(PublishSettings::tables).orElse(List.of());
        return tables.isEmpty()
                ? Grouping.STANDARD
                : tables.stream().map(Grouping::parse).toList();
    }
}
