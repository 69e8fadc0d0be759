package org.uphold.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.PublishSettings;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.StoreException;
import org.uphold.store.StoreLocks;

/** The lines of the log book that a run finds at its start: its own to be taken up, and those of the dead to be closed. */
final class LogLines {

    private final OpenStore open;
    private final Runs runs;

    LogLines(OpenStore open) {
        this.open = open;
        this.runs = new Runs(open.store());
    }

    /**
     * Takes up the unfinished run of the job and window, if it was started under the same versions; else opens a line. The
     * caller holds their lock.
     *
     * @param parent run that this one is a part of, or null
     */
    long begin(RunRequest request, RunVersions versions, @Nullable Long parent) {
        Optional<LoggedRun> unfinished = runs.unfinished(request.job(), request.window(), request.touched());
        if (unfinished.isPresent()) {
            LoggedRun old = unfinished.get();
            if (old.versions().equals(versions)) {
                runs.resume(old.id());
                if (parent != null) {
                    runs.adopt(old.id(), parent);
                }
                return old.id();
            }
            abandon(old, "its process died; a later run took its place");
        }
        return runs.start(
                request.job(),
                request.window(),
                request.publish().map(PublishSettings::basis).orElse(Basis.DECISION),
                versions,
                request.parameters(),
                request.touched(),
                parent);
    }

    /** Closes the line of a job and window whose process died, where it is not to be taken up. The caller holds their lock. */
    void closeUnfinished(String job, DateRange window) {
        runs.unfinished(job, window, false).ifPresent(old -> abandon(old, "its process died"));
    }

    /**
     * Closes the lines of other jobs and windows whose process died: the next night has another window, and nobody would ever
     * take them up. A line is open while its run holds the lock; where the lock is free, there is no run. The months of a run that publishes touched
     * ones are its own: it takes them up.
     */
    void closeDead(RunRequest request) {
        for (LoggedRun line : runs.started()) {
            boolean own = line.job().equals(request.job())
                    && (line.window().equals(request.window()) || request.touched() && line.parent() != null);
            if (own) {
                continue;
            }
            try (Connection connection = open.dedicated()) {
                if (StoreLocks.tryLock(connection, line.job(), line.window())
                        && runs.find(line.id()).map(LoggedRun::state).equals(Optional.of(RunState.STARTED))) {
                    abandon(line, "its process died; './uphold retry " + line.id() + "' does what is left");
                }
            } catch (SQLException e) {
                throw new StoreException("The lock of run " + line.id() + " cannot be asked for: " + e.getMessage(), e);
            }
        }
    }

    private void abandon(LoggedRun line, String why) {
        runs.finish(line.id(), RunState.ABANDONED, ExitCodes.INTERNAL_ERROR, why);
        new BatchHistory(open.store().dataSource()).fail(line.id());
    }
}
