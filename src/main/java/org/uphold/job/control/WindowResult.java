package org.uphold.job.control;

import java.nio.file.Path;
import java.util.Optional;
import org.uphold.determination.DateRange;

/**
 * What came of one window among others.
 *
 * @param window its days
 * @param run number in the log book; 0 where another run was at it
 * @param exitCode as of a run of its own
 * @param message one line
 * @param packageFolder its package, new or current; empty where none was written
 */
public record WindowResult(DateRange window, long run, int exitCode, String message, Optional<Path> packageFolder) {

    private static final String UP_TO_DATE = "up to date";

    public static WindowResult upToDate(DateRange window, long run, Path folder) {
        return new WindowResult(window, run, ExitCodes.DONE, UP_TO_DATE, Optional.of(folder));
    }

    /** Whether nothing had changed. */
    public boolean isUpToDate() {
        return message.equals(UP_TO_DATE);
    }
}
