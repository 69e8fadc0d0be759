package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import org.uphold.settings.JobFile;

/** Schedulers that can run the jobs in place of {@code uphold scheduler}. */
enum ScheduleFormat {
    SYSTEMD {
        @Override
        List<String> lines(List<JobFile> jobs, Path base, String version) {
            return new SystemdUnits(base).lines(jobs);
        }
    },
    KUBERNETES {
        @Override
        List<String> lines(List<JobFile> jobs, Path base, String version) {
            return new CronJobManifest(version).lines(jobs);
        }
    },
    CRON {
        @Override
        List<String> lines(List<JobFile> jobs, Path base, String version) {
            return new CronTable(base).lines(jobs);
        }
    };

    /**
     * What to put where, with comments that say so.
     *
     * @param jobs the jobs; those without a schedule are left out
     * @param base folder of the launcher
     * @param version of the program
     */
    abstract List<String> lines(List<JobFile> jobs, Path base, String version);
}
