package org.uphold.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;

/**
 * One job: a YAML file in {@code jobs/}, named after it. Keys are written with dashes; every one but {@code sources} may
 * be left out. Null means that the file does not say, and the default holds.
 *
 * @param name the file's name without ending: the name of the job
 * @param folder where its relative paths start: the folder that holds {@code jobs/}, or the file's own
 * @param description {@code description}: one line for {@code uphold jobs}
 * @param schedule {@code schedule}: {@code cron} and {@code zone}; null runs only when asked
 * @param system {@code system}: the source system that case numbers belong to; {@code ca-dwc} unless said
 * @param sources {@code sources}: what is read, in order; empty reports what the store has. {@code settle}: of those that do not
 *     say themselves
 * @param dialects {@code dialects}: dialects of this job by name, as written, every value a string, a list or a map
 * @param window {@code window}: {@code all}; {@code previous-month}, {@code -quarter}, {@code -year}; {@code last: 30d};
 *     {@code month: 2017-02}; {@code quarter: 2017-Q1}; {@code year: 2017}; {@code from:} with {@code to:}; {@code
 *     touched} or {@code touched: {look-back: 90d}}; {@code all} unless said
 * @param basis {@code basis}: {@code decision}, {@code received}, {@code assigned} or {@code ur_decision}
 * @param intervals {@code intervals}: {@code score}, or {@code exact} for columns of Clopper-Pearson intervals too
 * @param tables {@code tables}: groupings such as {@code service_category*specialty}; empty: those of the contract
 * @param disclosure {@code disclosure}: {@code none}, {@code cms11} or {@code calhhs}
 * @param formats {@code formats}: {@code csv}, {@code sql}, {@code html}, {@code xlsx}, {@code parquet}; empty: all but parquet
 * @param gates {@code gates}: what refuses a package, and what warns
 * @param taxonomy {@code taxonomy}: tables of your own that come before the shipped ones, as paths
 * @param limits {@code limits}: bounds on single inputs
 * @param reread {@code reread}: so many readings a run are read again in the background, because a newer reader may read them better
 *     than the one that did; 50000 unless said, 0 none. What was rejected is taken up again at once
 * @param out {@code out}: where packages go
 */
public record JobFile(
        String name,
        Path folder,
        String description,
        @Nullable Schedule schedule,
        String system,
        List<SourceSpec> sources,
        Map<String, Map<String, Object>> dialects,
        @Nullable Window window,
        @Nullable Basis basis,
        @Nullable Intervals intervals,
        List<String> tables,
        @Nullable DisclosureProfile disclosure,
        Set<String> formats,
        Gates gates,
        List<String> taxonomy,
        InputLimits limits,
        long reread,
        @Nullable Path out) {

    public static final String DEFAULT_SYSTEM = "ca-dwc";
    public static final long DEFAULT_REREAD = 50_000;

    public JobFile {
        sources = List.copyOf(sources);
        dialects = Map.copyOf(dialects);
        tables = List.copyOf(tables);
        formats = Set.copyOf(formats);
        taxonomy = List.copyOf(taxonomy);
    }

    /** The zone that decides what "yesterday" is: the schedule's, or UTC. */
    public ZoneId zone() {
        return schedule == null ? ZoneOffset.UTC : schedule.zone();
    }
}
