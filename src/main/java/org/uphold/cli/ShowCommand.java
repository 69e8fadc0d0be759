package org.uphold.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.uphold.job.BatchHistory;
import org.uphold.job.control.OpenStore;
import org.uphold.settings.Flags;
import org.uphold.source.ProblemCode;
import org.uphold.store.Evidence;
import org.uphold.store.FoundProblems;
import org.uphold.store.LoggedRun;
import org.uphold.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--rejects",
            description = "What the run refused, as CSV: file by its SHA-256, place, code, and what to do.")
    private boolean rejects;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        if (rejects) {
            return session.withStore(session.settings(Flags.NONE, null), store -> rejects(store, session.output()));
        }
        Map<String, Object> words = session.withStore(session.settings(Flags.NONE, null), this::words);
        if (session.output().json()) {
            session.output().result(words);
        } else {
            words.forEach((name, value) -> session.output().data(String.format("%-18s %s", name, value)));
        }
        return 0;
    }

    private Integer rejects(OpenStore store, Output output) {
        LoggedRun found = found(store);
        long[] printed = {0};
        output.data("source_sha256,place,code,message,record_sha256");
        new Evidence(store.store().dsl()).rejections(run, List.of(), reject -> {
            printed[0]++;
            output.data(String.join(
                    ",",
                    reject.sourceSha256(),
                    quoted(reject.place().toString()),
                    reject.code(),
                    quoted(ProblemCode.valueOf(reject.code()).withRemedy(reject.message())),
                    reject.recordSha256()));
        });
        if (printed[0] < found.counts().rejected()) {
            output.say("the others were refused by earlier runs, which read these files: 'uphold runs' lists them");
        }
        return 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private LoggedRun found(OpenStore store) {
        return new Runs(store.store())
                .find(run)
                .orElseThrow(() -> new UsageException("no run " + run + "; 'uphold runs' lists them"));
    }

    private Map<String, Object> words(OpenStore store) {
        LoggedRun found = found(store);
        Map<String, Object> words = RunWords.asMap(found);
        FoundProblems problems = FoundProblems.of(store.store().dsl(), run);
        if (problems.cases() > 0) {
            words.put("problems", problems.cases() + " accepted with problems: " + problems.kinds());
        }
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
