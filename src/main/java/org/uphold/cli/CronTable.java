package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.uphold.settings.JobFile;
import org.uphold.settings.Schedule;

/** Lines for a crontab. */
final class CronTable {

    private final Path base;

    CronTable(Path base) {
        this.base = base;
    }

    List<String> lines(List<JobFile> jobs) {
        List<String> lines = new ArrayList<>();
        lines.add("# For 'crontab -e' of the user that owns " + base + ".");
        lines.add(
                "# CRON_TZ is known to cronie (Fedora, RHEL, Arch) and others; the cron of Debian and Ubuntu passes over it:");
        lines.add("# there, use --as systemd or 'uphold scheduler', or set the machine to the zone.");
        lines.add("# Exit code 75 means: try again; the next night does.");
        String zone = "";
        for (JobFile job : jobs) {
            Schedule schedule = job.schedule();
            if (schedule == null) {
                continue;
            }
            if (!zone.equals(schedule.zone().getId())) {
                zone = schedule.zone().getId();
                lines.add("");
                lines.add("CRON_TZ=" + zone);
            }
            lines.add(schedule.portable() + " " + command(job));
        }
        return lines;
    }

    /** In a crontab a percent sign ends the line. */
    private String command(JobFile job) {
        String run = ShellWords.quoted(base.resolve("uphold").toString()) + " run " + ShellWords.quoted(job.name())
                + " --wait 10m --quiet";
        return run.replace("%", "\\%");
    }
}
