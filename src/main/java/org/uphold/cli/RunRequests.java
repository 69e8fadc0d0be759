package org.uphold.cli;

import java.time.Period;
import java.util.Optional;
import org.uphold.determination.DateRange;
import org.uphold.job.RunRequest;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.Window;

/** What a job file and the resolved settings ask of a run: the same for whoever starts it. */
final class RunRequests {

    private RunRequests() {}

    /**
     * A run of a job; of each touched month where that is the window of the settings.
     *
     * @param file the job
     * @param settings resolved for it
     * @param days the resolved window
     * @param force publish again though nothing changed
     * @param parameters the words it was started with, as JSON
     */
    static RunRequest of(JobFile file, Settings settings, DateRange days, boolean force, String parameters) {
        return of(file, settings, days, settings.window().value() instanceof Window.Touched, force, parameters);
    }

    /** The same, whatever window the settings name. */
    static RunRequest of(
            JobFile file, Settings settings, DateRange days, boolean touched, boolean force, String parameters) {
        return new RunRequest(
                file.name(),
                days,
                file.folder(),
                file.sources(),
                file.dialects(),
                file.limits(),
                file.taxonomy().stream()
                        .map(table -> file.folder().resolve(table))
                        .toList(),
                Optional.of(settings.publish()),
                settings.out().value(),
                force,
                parameters,
                touched,
                lookBack(file),
                settings.zone().value());
    }

    /** The job's own, whatever window a flag names. */
    private static Period lookBack(JobFile file) {
        return file.window() instanceof Window.Touched touched ? touched.lookBack() : Window.Touched.DEFAULT_LOOK_BACK;
    }
}
