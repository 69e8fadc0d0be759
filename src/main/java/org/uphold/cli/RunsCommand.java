package org.uphold.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.uphold.settings.Flags;
import org.uphold.settings.Settings;
import org.uphold.store.LoggedRun;
import org.uphold.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The log book. */
@Command(name = "runs", description = "List the latest runs: when, what, how many, how long, how it ended.")
@SuppressWarnings("NullAway.Init")
final class RunsCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Option(
            names = {"-n", "--last-runs"},
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "How many; 20 unless said.")
    private int number;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Settings settings = session.settings(Flags.NONE, null);
        List<LoggedRun> runs = session.withStore(settings, store -> new Runs(store.store()).latest(number));
        if (session.output().json()) {
            session.output()
                    .result(Map.of("runs", runs.stream().map(RunWords::asMap).toList()));
            return 0;
        }
        Table table = new Table(
                "RUN", "STARTED", "JOB", "WINDOW", "READ", "NEW", "REJECTED", "TOOK", "PACKAGE", "EXIT", "ENDED");
        for (LoggedRun run : runs) {
            table.row(
                    Long.toString(run.id()),
                    started(run.startedAt(), settings.zone().value()),
                    run.job(),
                    RunWords.window(run),
                    count(run.counts().read()),
                    count(run.counts().accepted()),
                    count(run.counts().rejected()),
                    took(run),
                    run.vintage() == null ? "-" : "v" + run.vintage(),
                    run.exitCode() == null ? "-" : run.exitCode().toString(),
                    run.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        table.lines().forEach(session.output()::data);
        return 0;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String took(LoggedRun run) {
        Instant end = run.finishedAt();
        return end == null ? "-" : Words.time(Duration.between(run.startedAt(), end));
    }

    private static String started(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(zone)
                .format(instant);
    }
}
