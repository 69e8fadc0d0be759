package org.uphold.cli;

import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.uphold.job.JobRunner;

/**
 * What a run needs in its first moments, made ready on another thread while the command line and the settings are read. Most of a small
 * run is code that runs once, and it would leave the second processor idle.
 */
final class HeadStart {

    /** The commands that are mostly over after one run. */
    private static final Set<String> COMMANDS = Set.of("run", "report", "ingest", "retry");

    private HeadStart() {}

    static void of(String... args) {
        if (args.length == 0 || !COMMANDS.contains(args[0])) {
            return;
        }
        Thread thread = new Thread(HeadStart::make, "head-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** In the order in which it will be asked for. Whoever asks later makes what could not be made here, and says why not. */
    private static void make() {
        try {
            Started.by(List.of("")).json();
            JobRunner.prepare();
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(HeadStart.class).debug("no head start", e);
        }
    }
}
