package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.uphold.job.Planner;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunRequest;
import org.uphold.job.reading.Plan;
import org.uphold.settings.Settings;

/** Prints what a run, or each run of a backfill, would do. */
final class DryRun {

    private final Session session;

    DryRun(Session session) {
        this.session = session;
    }

    int print(Settings settings, RunRequest request) {
        return session.withStore(settings, store -> {
            Plan plan = planner(store).plan(request);
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("job", request.job());
            words.put("window", request.touched() ? "touched" : request.window().folderName());
            words.put("inputs", plan.inputs().found());
            words.put("new", plan.inputs().fresh());
            words.put("changed", plan.inputs().changed());
            if (plan.inputs().again() > 0) {
                words.put("read_again", plan.inputs().again());
            }
            words.put("unchanged", plan.inputs().unchanged());
            words.put("unreadable", plan.inputs().unreadable());
            if (plan.inputs().tables() > 0) {
                words.put("tables_to_read", plan.inputs().tables());
            }
            words.put("months", plan.months());
            return print(words, plan.packages());
        });
    }

    int print(OpenStore store, String job, List<RunRequest> requests) {
        Planner planner = planner(store);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("job", job);
        words.put("windows", requests.size());
        return print(
                words,
                requests.stream()
                        .flatMap(request -> planner.plan(request.fromStore()).packages().stream())
                        .toList());
    }

    private Planner planner(OpenStore store) {
        return new Planner(store, session.environment().clock(), Version.text());
    }

    private int print(Map<String, Object> words, List<Plan.PlannedPackage> packages) {
        Output output = session.output();
        if (output.json()) {
            words.put("packages", packages.stream().map(DryRun::asMap).toList());
            output.result(words);
            return 0;
        }
        words.forEach((name, value) -> output.data(String.format(Locale.ROOT, "%-15s %s", name, text(value))));
        for (Plan.PlannedPackage planned : packages) {
            output.data(String.format(
                    Locale.ROOT,
                    "%-15s %s",
                    "package",
                    planned.folder()
                            + (planned.isUpToDate()
                                    ? " (up to date)"
                                    : " (" + String.join("; ", planned.reasons()) + ")")));
        }
        return 0;
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "none"
                    : String.join(", ", list.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value);
    }

    private static Map<String, Object> asMap(Plan.PlannedPackage planned) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("window", planned.window().folderName());
        map.put("package", planned.folder());
        map.put("up_to_date", planned.isUpToDate());
        map.put("reasons", planned.reasons());
        return map;
    }
}
