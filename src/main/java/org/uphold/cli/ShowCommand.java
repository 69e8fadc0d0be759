package org.uphold.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.uphold.job.BatchHistory;
import org.uphold.job.OpenStore;
import org.uphold.settings.Flags;
import org.uphold.store.LoggedRun;
import org.uphold.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Everything the log book says of one run. */
@Command(name = "show", description = "Show everything the log book says of one run.")
@SuppressWarnings("NullAway.Init")
final class ShowCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "RUN", description = "Number of the run, as 'runs' lists it.")
    private long run;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Map<String, Object> words = session.withStore(session.settings(Flags.NONE, null), this::words);
        if (session.output().json()) {
            session.output().result(words);
        } else {
            words.forEach((name, value) -> session.output().data(String.format("%-18s %s", name, value)));
        }
        return 0;
    }

    private Map<String, Object> words(OpenStore store) {
        LoggedRun found = new Runs(store.store())
                .find(run)
                .orElseThrow(() -> new UsageException("no run " + run + "; 'uphold runs' lists them"));
        Map<String, Object> words = RunWords.asMap(found);
        Instant end = found.finishedAt();
        if (end != null) {
            words.put("took", Words.time(Duration.between(found.startedAt(), end)));
        }
        Map<String, Duration> steps = new BatchHistory(store.store().dataSource()).steps(run);
        if (!steps.isEmpty()) {
            words.put(
                    "steps",
                    steps.entrySet().stream()
                            .map(step -> step.getKey() + " " + Words.time(step.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        Started started = Started.of(found.parameters());
        if (!started.words().isEmpty()) {
            words.put("started_by", started.commandLine());
        }
        return words;
    }
}
