package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.uphold.job.Plan;
import org.uphold.job.Planner;
import org.uphold.job.RunRequest;
import org.uphold.settings.Settings;

/** Prints what a run would do. */
final class DryRun {

    private final Session session;

    DryRun(Session session) {
        this.session = session;
    }

    int print(Settings settings, RunRequest request) {
        Plan plan = session.withStore(settings, store -> new Planner(store, Version.text()).plan(request));
        Output output = session.output();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("job", request.job());
        words.put("window", request.window().folderName());
        words.put("inputs", plan.inputs());
        words.put("new_or_changed", plan.fresh());
        words.put("unchanged", plan.unchanged());
        words.put("unreadable", plan.unreadable());
        words.put("package", plan.packageFolder());
        words.put("reasons", plan.reasons());
        if (output.json()) {
            output.result(words);
        } else {
            words.forEach((name, value) -> output.data(String.format("%-15s %s", name, value)));
        }
        return 0;
    }
}
