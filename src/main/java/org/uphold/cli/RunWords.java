package org.uphold.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.store.CaseCounts;
import org.uphold.store.LoggedRun;

/** A run of the log book as names and values. */
final class RunWords {

    private RunWords() {}

    static Map<String, Object> asMap(LoggedRun run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", run.id());
        map.put("job", run.job());
        map.put("window", window(run));
        put(map, "part_of_run", run.parent());
        map.put("basis", run.basis().code());
        map.put("state", run.state().name());
        put(map, "exit_code", run.exitCode());
        put(map, "message", run.message());
        map.put("started_at", run.startedAt().toString());
        Instant finished = run.finishedAt();
        put(map, "finished_at", finished == null ? null : finished.toString());
        map.put("code_version", run.versions().code());
        map.put("taxonomy_version", run.versions().taxonomy());
        map.put("settings_sha256", run.versions().settings());
        map.put("read", run.counts().read());
        map.put("accepted", run.counts().accepted());
        map.put("rejected", run.counts().rejected());
        map.put("unchanged", run.counts().unchanged());
        map.put("superseded", run.counts().superseded());
        map.put("items", run.counts().items());
        cases(map, run.cases());
        put(map, "vintage", run.vintage());
        put(map, "package", run.packagePath());
        map.put("reasons", run.reasons());
        if (run.vintage() != null) {
            map.put("period", run.provisional() ? "provisional" : "final");
        }
        put(
                map,
                "store_time",
                run.storeTime() == null ? null : run.storeTime().toInstant().toString());
        return map;
    }

    /** What became of cases. */
    static void cases(Map<String, Object> map, CaseCounts cases) {
        map.put("cases_new", cases.added());
        map.put("cases_changed", cases.changed());
        map.put("cases_returned", cases.returned());
        map.put("statements_lost", cases.lost());
        map.put("cases_no_longer_named", cases.unnamed());
        map.put("cases_withdrawn", cases.withdrawn());
    }

    /** As the folders of packages are named; of a run with many, which they are. */
    static String window(LoggedRun run) {
        return run.touched() ? "touched" : run.window().folderName();
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
