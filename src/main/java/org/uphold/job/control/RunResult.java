package org.uphold.job.control;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uphold.rates.PublishedTable;
import org.uphold.store.CaseCounts;
import org.uphold.store.FoundProblems;
import org.uphold.store.LoadCounts;

/**
 * How a run ended.
 *
 * @param run number in the log book
 * @param exitCode exit code of the process
 * @param message one line
 * @param counts what was read
 * @param packageFolder where the package is; empty where none was written or is current
 * @param tables what was published, for the closing summary; empty where nothing was
 * @param months months whose sums changed, as {@code 2017-02}
 * @param steps how long each step took, in order
 * @param windows what came of each window of a run that publishes several; empty where there is but one
 * @param withoutMonth letters that no package of a month holds, because they state none; 0 where months do not matter
 * @param unsettled files that were still being written, and are left to the next run
 * @param cases what became of cases
 * @param problems what is wrong with the cases that it brought
 */
public record RunResult(
        long run,
        int exitCode,
        String message,
        LoadCounts counts,
        Optional<Path> packageFolder,
        List<PublishedTable> tables,
        List<String> months,
        Map<String, Duration> steps,
        List<WindowResult> windows,
        long withoutMonth,
        long unsettled,
        CaseCounts cases,
        FoundProblems problems) {

    /** Of a run with one window. */
    public RunResult(
            long run,
            int exitCode,
            String message,
            LoadCounts counts,
            Optional<Path> packageFolder,
            List<PublishedTable> tables,
            List<String> months,
            Map<String, Duration> steps) {
        this(run, exitCode, message, counts, packageFolder, tables, months, steps, 0, FoundProblems.NONE);
    }

    public RunResult(
            long run,
            int exitCode,
            String message,
            LoadCounts counts,
            Optional<Path> packageFolder,
            List<PublishedTable> tables,
            List<String> months,
            Map<String, Duration> steps,
            long unsettled,
            FoundProblems problems) {
        this(
                run,
                exitCode,
                message,
                counts,
                packageFolder,
                tables,
                months,
                steps,
                List.of(),
                0,
                unsettled,
                CaseCounts.NONE,
                problems);
    }

    public RunResult {
        windows = List.copyOf(windows);
        tables = List.copyOf(tables);
        months = List.copyOf(months);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** The same, with what became of cases. */
    public RunResult with(CaseCounts counted) {
        return new RunResult(
                run,
                exitCode,
                message,
                counts,
                packageFolder,
                tables,
                months,
                steps,
                windows,
                withoutMonth,
                unsettled,
                counted,
                problems);
    }

    /** One that did nothing. */
    public static RunResult failed(long run, int exitCode, String message) {
        return new RunResult(run, exitCode, message, LoadCounts.NONE, Optional.empty(), List.of(), List.of(), Map.of());
    }
}
