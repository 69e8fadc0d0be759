package org.uphold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.uphold.settings.JobFile;
import org.uphold.settings.Schedule;

/** A Kubernetes CronJob for each job. */
final class CronJobManifest {

    private static final int LONGEST_NAME = 52;

    private final String version;

    CronJobManifest(String version) {
        this.version = version;
    }

    List<String> lines(List<JobFile> jobs) {
        List<String> lines = new ArrayList<>();
        lines.add("# For kubectl apply -f -. Kubernetes 1.27 or later (timeZone).");
        lines.add("# Expected to be there: an image named uphold with the launcher in /opt/uphold, a secret named");
        lines.add(
                "# uphold-database with url, user and password of a PostgreSQL, and two volume claims: uphold-input,");
        lines.add("# mounted at /input, and uphold-reports, mounted at /opt/uphold/reports. Change what differs.");
        for (JobFile job : jobs) {
            Schedule schedule = job.schedule();
            if (schedule != null) {
                lines.addAll(manifest(job, schedule));
            }
        }
        return lines;
    }

    private List<String> manifest(JobFile job, Schedule schedule) {
        return List.of(
                "---",
                "apiVersion: batch/v1",
                "kind: CronJob",
                "metadata:",
                "  name: " + name(job),
                "spec:",
                "  schedule: " + quoted(schedule.portable()),
                "  timeZone: " + quoted(schedule.zone().getId()),
                "  concurrencyPolicy: Forbid",
                "  # A night missed while the cluster was down is caught up if it is up again within a day.",
                "  startingDeadlineSeconds: 86400",
                "  jobTemplate:",
                "    spec:",
                "      backoffLimit: 5",
                "      # 74, 75 (cannot write, locked, database away) and stops are tried again; these would fail again.",
                "      podFailurePolicy:",
                "        rules:",
                "          - action: FailJob",
                "            onExitCodes:",
                "              operator: In",
                "              values: [1, 2, 3, 4, 5]",
                "      template:",
                "        spec:",
                "          restartPolicy: Never",
                "          terminationGracePeriodSeconds: 60",
                "          securityContext:",
                "            runAsNonRoot: true",
                "          containers:",
                "            - name: uphold",
                "              image: " + quoted("uphold:" + version),
                "              args: [\"run\", " + quoted(job.name())
                        + ", \"--wait\", \"10m\", \"--log-format\", \"json\"]",
                "              env:",
                secret("UPHOLD_DATABASE_URL", "url"),
                secret("UPHOLD_DATABASE_USER", "user"),
                secret("UPHOLD_DATABASE_PASSWORD", "password"),
                "              volumeMounts:",
                "                - {name: input, mountPath: /input, readOnly: true}",
                "                - {name: reports, mountPath: /opt/uphold/reports}",
                "          volumes:",
                "            - {name: input, persistentVolumeClaim: {claimName: uphold-input}}",
                "            - {name: reports, persistentVolumeClaim: {claimName: uphold-reports}}");
    }

    private static String secret(String variable, String key) {
        return "                - {name: " + variable + ", valueFrom: {secretKeyRef: {name: uphold-database, key: "
                + key + "}}}";
    }

    /** Kubernetes adds eleven characters of its own and allows 63: lower case, digits and dashes. */
    private static String name(JobFile job) {
        String name = ("uphold-" + job.name().toLowerCase(Locale.ROOT)).replaceAll("[^a-z0-9-]", "-");
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return cut.replaceFirst("-+$", "");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
