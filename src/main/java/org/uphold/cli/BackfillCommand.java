package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;
import org.uphold.determination.DateRange;
import org.uphold.job.Backfill;
import org.uphold.job.JobRunner;
import org.uphold.job.Reprocess;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.WindowResult;
import org.uphold.settings.Grain;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.WindowFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Many windows of a job, from what the store holds. */
@Command(
        name = "backfill",
        description = "Publish many windows of a job from the store, each one a run of its own; reads no input.")
@SuppressWarnings("NullAway.Init")
final class BackfillCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private JobOptions job;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "First day, inside.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "Last day, inside.")
    private String to;

    @Option(
            names = "--grain",
            paramLabel = "GRAIN",
            defaultValue = "month",
            description = "month (default), quarter, year: whole ones, also where a day lies in the middle of one.")
    private String grain;

    @Option(
            names = "--reprocess",
            paramLabel = "WHICH",
            defaultValue = "missing",
            description = {
                "missing (default): windows without a package; failed: whose last run did not end well;",
                "changed: of which the store holds something else than the newest package shows; all."
            })
    private String reprocess;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        JobFile file = job.file(session);
        Settings settings = job.settings(session, file, new WindowFlags(from, to, null, null, null, null, false));
        Reprocess which;
        List<DateRange> windows;
        try {
            which = Reprocess.parse(reprocess);
            windows = Backfill.periods(session.resolve(settings), Grain.parse(grain));
        } catch (IllegalArgumentException e) {
            throw new UsageException("backfill: " + e.getMessage());
        }
        RunRequest request = RunRequests.of(file, settings, DateRange.ALL, false, job.started(session, spec, true));
        return session.withStore(settings, (store, stop) -> {
            Backfill backfill = new Backfill(store, request);
            List<DateRange> due = backfill.due(windows, which);
            session.output()
                    .say(file.name() + ", " + Words.many(due.size(), "window") + " of " + windows.size() + " to run ("
                            + which.code() + "), by "
                            + settings.basis().value().code() + " date");
            if (job.dryRun) {
                return new DryRun(session)
                        .print(store, file.name(), due.stream().map(request::of).toList());
            }
            JobRunner runner = new JobRunner(store, parent.environment().clock(), Version.text());
            List<WindowResult> results = backfill.run(due, runner, stop, result -> line(session.output(), result));
            return ended(session.output(), file.name(), windows.size(), due.size(), results);
        });
    }

    private static void line(Output output, WindowResult result) {
        try (MDC.MDCCloseable id = MDC.putCloseable("run", Long.toString(result.run()))) {
            output.say(Summary.window(result));
        }
    }

    private static int ended(Output output, String job, int all, int due, List<WindowResult> results) {
        int exit = results.stream().mapToInt(WindowResult::exitCode).reduce(ExitCodes.DONE, ExitCodes::worst);
        if (output.json()) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("job", job);
            words.put("exit_code", exit);
            words.put("windows_in_range", all);
            words.put("windows_due", due);
            words.put("windows", results.stream().map(Summary::asMap).toList());
            output.result(words);
            return exit;
        }
        long failed = results.stream()
                .filter(result -> result.packageFolder().isEmpty())
                .count();
        if (failed > 0) {
            output.error(
                    exit,
                    Words.many(failed, "window") + " of " + results.size()
                            + " not published; the same command with --reprocess failed tries them again");
        } else {
            output.say(results.isEmpty() ? "up to date" : "done");
        }
        return exit;
    }
}
