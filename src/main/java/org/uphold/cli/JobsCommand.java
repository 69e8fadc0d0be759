package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.settings.JobFile;
import org.uphold.settings.Schedule;
import org.uphold.settings.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The jobs that can be run. */
@Command(name = "jobs", description = "List the jobs, or print their schedules for another scheduler.")
@SuppressWarnings("NullAway.Init")
final class JobsCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--as",
            paramLabel = "SCHEDULER",
            description = "Print the schedules for the scheduler you have: systemd, kubernetes or cron.")
    private @Nullable ScheduleFormat as;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        ScheduleFormat format = as;
        if (format != null) {
            Path base = session.environment().base();
            format.lines(session.allJobs(), base, Version.text()).forEach(session.output()::data);
            return 0;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        Table table = new Table("JOB", "WINDOW", "SCHEDULE", "DESCRIPTION");
        for (Path path : session.jobs().list()) {
            JobFile job = session.jobs().read(path.toString());
            Schedule schedule = job.schedule();
            Window declared = job.window();
            String window = declared == null ? "all" : declared.text();
            String times = schedule == null
                    ? "on demand"
                    : schedule.cron() + " " + schedule.zone().getId();
            table.row(job.name(), window, times, job.description());
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("job", job.name());
            entry.put("window", window);
            entry.put("schedule", times);
            entry.put("description", job.description());
            all.add(entry);
        }
        if (session.output().json()) {
            session.output().result(Map.of("jobs", all));
        } else {
            table.lines().forEach(session.output()::data);
        }
        return 0;
    }
}
