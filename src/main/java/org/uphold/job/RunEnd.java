package org.uphold.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.job.control.WindowResult;
import org.uphold.job.publishing.GateKeeper;
import org.uphold.store.FoundProblems;
import org.uphold.store.LoadCounts;
import org.uphold.store.RunState;

/** What a run comes to: from what its steps left, or from what went wrong in them. */
final class RunEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RunEnd.class);

    private final long run;
    private final RunRequest request;
    private final RunSteps steps;
    private final StopSignal stop;

    RunEnd(long run, RunRequest request, RunSteps steps, StopSignal stop) {
        this.run = run;
        this.request = request;
        this.steps = steps;
        this.stop = stop;
    }

    RunResult of(JobExecution execution) {
        Map<String, Duration> durations = BatchLaunch.durations(execution);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            return failed(execution.getAllFailureExceptions(), durations).with(steps.cases());
        }
        return request.touched() ? months(durations) : done(durations).with(steps.cases());
    }

    /** What the log book says of it. */
    RunState state(RunResult result) {
        return switch (result.exitCode()) {
            case ExitCodes.DONE, ExitCodes.PUBLISHED_WITH_REJECTS ->
                steps.upToDate() ? RunState.UP_TO_DATE : RunState.COMPLETED;
            case ExitCodes.GATE_FAILED, ExitCodes.DISCLOSURE_FAILED -> RunState.REFUSED;
            case ExitCodes.TERMINATED -> RunState.STOPPED;
            default -> RunState.FAILED;
        };
    }

    private RunResult done(Map<String, Duration> durations) {
        LoadCounts counts = steps.counts();
        FoundProblems problems = steps.problems();
        LoadCounts weighed = weighed();
        boolean warns = request.publish()
                .map(settings -> new GateKeeper(settings.gates())
                        .warns(weighed, steps.upToDate() ? FoundProblems.NONE : problems))
                .orElse(weighed.rejected() > 0);
        return new RunResult(
                run,
                warns || isIncomplete() ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE,
                (steps.upToDate() ? upToDate(warns, weighed) : warns ? said(counts, problems) : "done")
                        + unsettled()
                        + takenOver()
                        + transfers()
                        + shared(),
                counts,
                steps.packageFolder(),
                steps.tables(),
                steps.months(),
                durations,
                steps.unsettled(),
                problems);
    }

    private RunResult failed(List<Throwable> failures, Map<String, Duration> durations) {
        @Nullable Throwable failure = failures.isEmpty() ? null : Failures.root(failures.get(0), stop);
        int exitCode = Failures.exitCode(failure);
        if (exitCode == ExitCodes.INTERNAL_ERROR) {
            LOG.debug("run {} failed", run, failure);
        }
        return new RunResult(
                run,
                exitCode,
                failure == null ? "failed" : Failures.message(failure),
                steps.counts(),
                Optional.<Path>empty(),
                List.of(),
                List.of(),
                durations,
                steps.unsettled(),
                // Else the database may be what failed.
                exitCode == ExitCodes.GATE_FAILED ? steps.problems() : FoundProblems.NONE);
    }

    private RunResult months(Map<String, Duration> durations) {
        List<WindowResult> windows = steps.windows();
        List<WindowResult> failed = windows.stream()
                .filter(window -> window.packageFolder().isEmpty())
                .toList();
        long current = windows.stream().filter(WindowResult::isUpToDate).count();
        long published = windows.size() - failed.size() - current;
        LoadCounts weighed = weighed();
        boolean warns = steps.upToDate()
                && request.publish()
                        .map(settings -> new GateKeeper(settings.gates()).warns(weighed, FoundProblems.NONE))
                        .orElse(false);
        String message = steps.upToDate()
                ? upToDate(warns, weighed)
                : "months published: " + published + ", up to date: " + current
                        + (failed.isEmpty() ? "" : ", not published: " + failed.size());
        if (windows.stream().anyMatch(window -> window.exitCode() == ExitCodes.PUBLISHED_WITH_REJECTS)) {
            message += "; " + warning(steps.counts(), steps.problems());
        }
        message += shared();
        if (!failed.isEmpty()) {
            message += "; " + failed.get(0).window().folderName() + ": "
                    + failed.get(0).message();
        }
        return new RunResult(
                run,
                windows.stream()
                        .mapToInt(WindowResult::exitCode)
                        .reduce(
                                warns || isIncomplete() ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE,
                                ExitCodes::worst),
                message + unsettled() + takenOver() + transfers(),
                steps.counts(),
                Optional.empty(),
                List.of(),
                steps.months(),
                durations,
                windows,
                steps.withoutMonth(),
                steps.unsettled(),
                steps.cases(),
                steps.problems());
    }

    private boolean isIncomplete() {
        return steps.unsettled() > 0 || !steps.takenOver().isEmpty();
    }

    /** Two jobs that read the same with other options would take it from each other each night. */
    private String takenOver() {
        StringBuilder said = new StringBuilder();
        steps.takenOver()
                .forEach(
                        (job, paths) -> said.append("; ")
                                .append(paths)
                                .append(paths == 1 ? " path" : " paths")
                                .append(" that ")
                                .append(job)
                                .append(" read before now ")
                                .append(paths == 1 ? "says" : "say")
                                .append(" what ")
                                .append(request.job())
                                .append(" reads with other options, until ")
                                .append(job)
                                .append(
                                        " runs again: give both the same kind, dialect and options, or each a system of its own"));
        return said.toString();
    }

    private String unsettled() {
        long files = steps.unsettled();
        return files == 0
                ? ""
                : "; " + files + (files == 1 ? " file was" : " files were")
                        + " still being written: the next run reads what is there then";
    }

    /** Their names may be case numbers, and are not said. */
    private String transfers() {
        long files = steps.transfers();
        return files == 0
                ? ""
                : "; " + files + (files == 1 ? " file was" : " files were")
                        + " passed over as still being transferred (.part, .crdownload, .filepart, .tmp and the like)";
    }

    private String shared() {
        return steps.shared()
                ? "; packages of another store lie in the same folder: give each store an --out of its own; latest points to this one"
                : "";
    }

    /** What was rejected in earlier runs was said by them: where nothing is published, only what this one rejected first is said. */
    private LoadCounts weighed() {
        return steps.upToDate() ? new LoadCounts(0, steps.newlyRejected(), 0, 0, 0) : steps.counts();
    }

    private String upToDate(boolean warns, LoadCounts now) {
        return "up to date" + (warns ? "; " + listed(now.rejected()) : "");
    }

    private String listed(long rejected) {
        return rejected + " rejected; './uphold show " + run + " --rejects' lists them";
    }

    /** Without a package there is no file of rejects beside it. */
    private String said(LoadCounts counts, FoundProblems problems) {
        return request.publish().isEmpty() ? listed(counts.rejected()) : warning(counts, problems);
    }

    /** Why a run ends with a warning. */
    static String warning(LoadCounts counts, FoundProblems problems) {
        return counts.rejected() == 0 && problems.cases() > 0
                ? problems.cases() + " accepted with problems: " + problems.kinds()
                : counts.rejected() + " rejected, see the rejects files";
    }
}
