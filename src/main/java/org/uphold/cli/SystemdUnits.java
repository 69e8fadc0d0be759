package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.uphold.settings.JobFile;
import org.uphold.settings.Schedule;

/** A service and a timer for each job. */
final class SystemdUnits {

    private static final List<String> DAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");
    /** Minute, hour, day of month, month, day of week: how many values make "every". */
    private static final int[] ALL = {60, 24, 31, 12, 7};

    private final Path base;

    SystemdUnits(Path base) {
        this.base = base;
    }

    List<String> lines(List<JobFile> jobs) {
        List<String> lines = new ArrayList<>();
        lines.add("# One file for each part below, under the name above it; then:");
        lines.add("#   systemctl daemon-reload");
        for (JobFile job : jobs) {
            if (job.schedule() != null) {
                lines.add("#   systemctl enable --now " + name(job) + ".timer");
            }
        }
        for (JobFile job : jobs) {
            Schedule schedule = job.schedule();
            if (schedule != null) {
                lines.addAll(service(job));
                lines.addAll(timer(job, schedule));
            }
        }
        return lines;
    }

    private List<String> service(JobFile job) {
        String folder = escaped(base.toString());
        return List.of(
                "",
                "# /etc/systemd/system/" + name(job) + ".service",
                "[Unit]",
                "Description=Uphold: " + escaped(job.description().isEmpty() ? job.name() : job.description()),
                "After=network-online.target postgresql.service",
                "Wants=network-online.target",
                "# What is tried again is tried six times in all.",
                "StartLimitIntervalSec=2h",
                "StartLimitBurst=6",
                "",
                "[Service]",
                "Type=exec",
                "# The owner of the folder; PostgreSQL's embedded server does not like root.",
                "User=uphold",
                "WorkingDirectory=" + folder,
                "# UPHOLD_DATABASE_URL and the like; the file need not be there.",
                "EnvironmentFile=-/etc/uphold.env",
                "ExecStart=" + quoted(base.resolve("uphold").toString()) + " run " + quoted(job.name())
                        + " --wait 10m --log-format json",
                "# 4: published, with rejects. 143: stopped at a safe point.",
                "SuccessExitStatus=4 143",
                "# 75: locked or database away. Others would fail again.",
                "RestartForceExitStatus=75",
                "RestartSec=5min",
                "TimeoutStopSec=60",
                "NoNewPrivileges=yes",
                "PrivateTmp=yes",
                "ProtectSystem=full");
    }

    private static List<String> timer(JobFile job, Schedule schedule) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "# /etc/systemd/system/" + name(job) + ".timer",
                "[Unit]",
                "Description=Schedule of " + name(job) + " (" + schedule.cron() + ")",
                "",
                "[Timer]"));
        for (String alternative : schedule.alternatives()) {
            lines.add("OnCalendar=" + calendar(new Schedule(alternative, schedule.zone())));
        }
        lines.add("# A night missed while the machine was off is caught up once.");
        lines.add("Persistent=true");
        lines.add("AccuracySec=1s");
        lines.add("");
        lines.add("[Install]");
        lines.add("WantedBy=timers.target");
        return lines;
    }

    /** As {@code Mon,Fri *-01,04-14 06:00:00 America/Los_Angeles}. */
    static String calendar(Schedule schedule) {
        List<SortedSet<Integer>> values = schedule.values();
        String days = values.get(4).size() == ALL[4]
                ? ""
                : values.get(4).stream().map(DAYS::get).collect(Collectors.joining(",")) + " ";
        return days + "*-" + field(values, 3) + "-" + field(values, 2) + " " + field(values, 1) + ":" + field(values, 0)
                + ":00 " + schedule.zone().getId();
    }

    private static String field(List<SortedSet<Integer>> values, int field) {
        SortedSet<Integer> all = values.get(field);
        return all.size() == ALL[field]
                ? "*"
                : all.stream()
                        .map(value -> String.format(Locale.ROOT, "%02d", value))
                        .collect(Collectors.joining(","));
    }

    private static String name(JobFile job) {
        return "uphold-" + job.name().replaceAll("[^A-Za-z0-9:_.-]", "-");
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static String quoted(String word) {
        String text = escaped(word).replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$");
        return text.matches("[A-Za-z0-9_@+=:,./%$-]+") ? text : "\"" + text + "\"";
    }
}
