package org.uphold.job.control;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.uphold.determination.DateRange;
import org.uphold.rates.Grouping;
import org.uphold.settings.PublishSettings;

/**
 * What a run is to do, resolved: no default is left open.
 *
 * @param job name of the job, {@code ad-hoc} for a report, {@code ingest} where nothing is published
 * @param window days to publish
 * @param touched publish each month that letters came into or went from, instead of the window
 * @param inputs what to read
 * @param taxonomy the user's own classification tables
 * @param publish what shapes the package; empty: nothing is published
 * @param out folder of packages
 * @param force publish again though nothing changed
 * @param lookBack how long after its end a period may still change; touched months reach back as far at least
 * @param zone whose days these are
 * @param parameters how it was started, as JSON: what a retry needs, kept in the log book
 */
public record RunRequest(
        String job,
        DateRange window,
        boolean touched,
        RunInputs inputs,
        List<Path> taxonomy,
        Optional<PublishSettings> publish,
        Path out,
        boolean force,
        Period lookBack,
        ZoneId zone,
        String parameters) {

    public RunRequest {
        taxonomy = List.copyOf(taxonomy);
    }

    /** The same for one window. */
    public RunRequest of(DateRange days) {
        return new RunRequest(job, days, false, inputs, taxonomy, publish, out, force, lookBack, zone, parameters);
    }

    /** The same with nothing to read. */
    public RunRequest fromStore() {
        return new RunRequest(
                job, window, touched, RunInputs.NONE, taxonomy, publish, out, force, lookBack, zone, parameters);
    }

    /** Whether a period might still change: its look-back has not closed on this day. */
    public boolean provisional(DateRange days, LocalDate today) {
        LocalDate to = days.to();
        return to == null || to.isAfter(today.minus(lookBack));
    }

    /** Groupings of the tables to publish. */
    public List<Grouping> groupings() {
        List<String> tables = publish.map(PublishSettings::tables).orElse(List.of());
        return tables.isEmpty()
                ? Grouping.STANDARD
                : tables.stream().map(Grouping::parse).toList();
    }
}
