package org.uphold.cli;

import java.time.Period;
import java.util.Optional;
import org.uphold.determination.DateRange;
import org.uphold.job.control.RunInputs;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import org.uphold.settings.Window;

/** What a job file and the resolved settings ask of a run: the same for whoever starts it. */
final class RunRequests {

    private RunRequests() {}

    /** A run of a job; of each touched month where that is the window of the settings. */
    static RunRequest of(JobFile file, Settings settings, DateRange days, Started started) {
        return of(file, settings, days, settings.window().value() instanceof Window.Touched, started);
    }

    /**
     * The same, whatever window the settings name.
     *
     * @param file the job
     * @param settings resolved for it
     * @param days the resolved window
     * @param touched whether each touched month is published instead
     * @param started how, for the log book
     */
    static RunRequest of(JobFile file, Settings settings, DateRange days, boolean touched, Started started) {
        return new RunRequest(
                file.name(),
                days,
                touched,
                started.fromStore()
                        ? RunInputs.NONE
                        : new RunInputs(file.folder(), file.sources(), file.dialects(), file.limits(), file.reread()),
                file.taxonomy().stream()
                        .map(table -> file.folder().resolve(table))
                        .toList(),
                Optional.of(settings.publish()),
                settings.out().value(),
                started.force(),
                lookBack(file),
                settings.zone().value(),
                started.json());
    }

    /** One line for people. */
    static String describe(RunRequest request, Settings settings) {
        String window = request.touched()
                ? "each touched month (look-back "
                        + new Window.Touched(request.lookBack()).text().replace("touched ", "") + ")"
                : request.window().folderName();
        return request.job() + ", window " + window + " by "
                + settings.basis().value().code() + " date";
    }

    /** The job's own, whatever window a flag names. */
    private static Period lookBack(JobFile file) {
        return file.window() instanceof Window.Touched touched ? touched.lookBack() : Window.Touched.DEFAULT_LOOK_BACK;
    }
}
