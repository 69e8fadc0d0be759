package org.uphold.job;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.job.control.StopSignal;
import org.uphold.report.OutputException;
import org.uphold.store.StoreException;

/** What a failure means to whoever started a run: an exit code, and one line. */
final class Failures {

    private static final String DISK_FULL = "53100";
    private static final String CANCELLED = "57014";

    private Failures() {}

    /** The exception that says it for people: the outermost of ours, or else the database's, or else the innermost. */
    static Throwable root(Throwable failure) {
        Throwable found = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RunException
                    || t instanceof StopSignal.StoppedException
                    || t instanceof OutputException
                    || t instanceof StoreException) {
                return t;
            }
            if (t instanceof SQLException || t instanceof IOException && !(found instanceof SQLException)) {
                found = t;
            }
        }
        return found;
    }

    /** The same of a run that may have been asked to stop: a statement that was cancelled for it is a stop, not a failure. */
    static Throwable root(Throwable failure, StopSignal stop) {
        return stop.isStopped() && hasState(failure, CANCELLED) ? new StopSignal.StoppedException() : root(failure);
    }

    static int exitCode(@Nullable Throwable failure) {
        if (failure instanceof RunException expected) {
            return expected.exitCode();
        }
        if (failure instanceof StopSignal.StoppedException) {
            return ExitCodes.TERMINATED;
        }
        if (failure instanceof OutputException || hasState(failure, DISK_FULL)) {
            return ExitCodes.CANNOT_WRITE;
        }
        if (failure instanceof StoreException || failure instanceof SQLException) {
            return ExitCodes.TRY_AGAIN;
        }
        return ExitCodes.INTERNAL_ERROR;
    }

    /** One line. */
    static String message(Throwable e) {
        String text = e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }

    /** Whether the server says so, anywhere among the causes. */
    private static boolean hasState(@Nullable Throwable failure, String state) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
