package org.uphold.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/**
 * One line of the log book.
 *
 * @param id number
 * @param job name of the job
 * @param window days it covers
 * @param basis date that decides
 * @param state how it ended, or {@code STARTED}
 * @param exitCode exit code, or null while it runs
 * @param message one line, or null
 * @param startedAt start
 * @param finishedAt end, or null
 * @param versions of code, taxonomy and settings
 * @param counts what was read
 * @param cases what became of cases
 * @param vintage number of the package, or null where none was written
 * @param packagePath folder of the package below the output folder, or null
 * @param reasons why a new vintage was due
 * @param storeState which state of the store the package shows, or null
 * @param parameters the words it was started with, as JSON
 * @param storeTime store time that the package shows, or null
 * @param openFrom first day of the open month that the package leaves out, or null
 * @param touched whether it publishes each touched month instead of its window
 * @param parent run that read for this one and published it among others, or null
 * @param provisional whether the period of its package might still change; false without a package
 */
public record LoggedRun(
        long id,
        String job,
        DateRange window,
        Basis basis,
        RunState state,
        @Nullable Integer exitCode,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt,
        RunVersions versions,
        LoadCounts counts,
        CaseCounts cases,
        @Nullable Integer vintage,
        @Nullable String packagePath,
        List<String> reasons,
        @Nullable String storeState,
        String parameters,
        @Nullable OffsetDateTime storeTime,
        @Nullable LocalDate openFrom,
        boolean touched,
        @Nullable Long parent,
        boolean provisional) {

    public LoggedRun {
        reasons = List.copyOf(reasons);
    }
}
