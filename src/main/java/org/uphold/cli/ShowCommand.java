package org.uphold.cli;

import java.util.Map;
import java.util.concurrent.Callable;
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
        LoggedRun found = session.withStore(
                session.settings(Flags.NONE, null),
                store -> new Runs(store.store())
                        .find(run)
                        .orElseThrow(() -> new UsageException("no run " + run + "; 'uphold runs' lists them")));
        Map<String, Object> words = RunWords.asMap(found);
        if (session.output().json()) {
            session.output().result(words);
        } else {
            words.forEach((name, value) -> session.output().data(String.format("%-18s %s", name, value)));
        }
        return 0;
    }
}
