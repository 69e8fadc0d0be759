package org.uphold.job.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uphold.job.control.Pause;
import org.uphold.job.control.Progress;
import org.uphold.job.control.StopSignal;
import org.uphold.settings.SourceSpec;
import org.uphold.source.SourceFile;

/**
 * Files that were written to a moment ago, and may be caught while somebody still writes them. They are put aside until all others
 * are read; then one wait, no longer than the youngest needs, does for all of them. What has the size and time that it had is read;
 * what has not is left to the next run.
 */
public final class Settling {

    private final Clock clock;
    private final Pause pause;
    private final StopSignal stop;
    private final Progress progress;
    private final Map<SourceSpec, List<SourceFile>> aside = new LinkedHashMap<>();
    private Instant until = Instant.MIN;
    private long unsettled;

    public Settling(Clock clock, Pause pause, StopSignal stop, Progress progress) {
        this.clock = clock;
        this.pause = pause;
        this.stop = stop;
        this.progress = progress;
    }

    /** Files of the source that were last written after it are to be put aside. */
    Instant settledBefore(SourceSpec source) {
        return source.settle().isZero() ? Instant.MAX : clock.instant().minus(source.settle());
    }

    /** Puts a file aside that is not known as it is. */
    void aside(SourceSpec source, SourceFile file) {
        aside.computeIfAbsent(source, s -> new ArrayList<>()).add(file);
        Instant now = clock.instant();
        Instant settled = Instant.ofEpochMilli(file.lastModified()).plus(source.settle());
        // A time of a clock that is ahead of this one says nothing: it is looked at for as long as it takes from now
        // on.
        Instant due = settled.isAfter(now.plus(source.settle())) ? now.plus(source.settle()) : settled;
        until = due.isAfter(until) ? due : until;
    }

    /** Waits for what was put aside; answers what is as it was, by its source. */
    Map<SourceSpec, List<String>> settled() {
        if (aside.isEmpty()) {
            return Map.of();
        }
        Duration wait = Duration.between(clock.instant(), until);
        if (wait.compareTo(Duration.ZERO) > 0) {
            progress.waits(wait, aside.values().stream().mapToInt(List::size).sum());
            pause.pass(stop, wait);
            stop.check();
        }
        Map<SourceSpec, List<String>> settled = new LinkedHashMap<>();
        aside.forEach((source, files) -> {
            List<String> names = new ArrayList<>();
            for (SourceFile file : files) {
                if (isAsBefore(file)) {
                    names.add(file.name());
                } else {
                    unsettled++;
                }
            }
            if (!names.isEmpty()) {
                settled.put(source, names);
            }
        });
        aside.clear();
        return settled;
    }

    /** A file that was settled is not there any more. */
    void wentAway() {
        unsettled++;
    }

    /** Files that are left to the next run. */
    public long unsettled() {
        return unsettled;
    }

    private static boolean isAsBefore(SourceFile file) {
        Path path = file.path();
        try {
            return path != null
                    && Files.size(path) == file.size()
                    && Files.getLastModifiedTime(path).toMillis() == file.lastModified();
        } catch (IOException e) {
            return false;
        }
    }
}
