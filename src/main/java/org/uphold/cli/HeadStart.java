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

    /** With these they run nothing, or not here. */
    private static final Set<String> NO_RUN = Set.of("--dry-run", "--as-of", "--help", "-h");

    private HeadStart() {}

    static void of(String... args) {
        if (args.length == 0 || !COMMANDS.contains(args[0]) || runsNothing(args)) {
            return;
        }
        Thread thread = new Thread(HeadStart::make, "head-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean runsNothing(String... args) {
        for (String arg : args) {
            int value = arg.indexOf('=');
            if (NO_RUN.contains(value < 0 ? arg : arg.substring(0, value))) {
                return true;
            }
        }
        return false;
    }

    /** In the order in which it will be asked for. Whoever asks for what could not be made here says why not. */
    private static void make() {
        try {
            Started.by(List.of("")).json();
            JobRunner.prepare();
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(HeadStart.class).debug("no head start", e);
        }
    }
}
