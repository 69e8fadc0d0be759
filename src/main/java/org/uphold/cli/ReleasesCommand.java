package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.explaining.ReleaseList;
import org.uphold.settings.Flags;
import org.uphold.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The ledger of what was published under a disclosure profile. */
@Command(
        name = "releases",
        description =
                "List what was published under a disclosure profile, and what it shows; what is published next is audited"
                        + " together with it.")
@SuppressWarnings("NullAway.Init")
final class ReleasesCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--forget",
            paramLabel = "RELEASE",
            description =
                    "No longer audit together with this one: only where nobody can have it any more. Needs --reason.")
    private @Nullable Long forget;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is forgotten; kept in the ledger.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Settings settings = session.settings(Flags.NONE, null);
        Long number = forget;
        String why = reason == null ? "" : reason.strip();
        if ((number == null) != why.isEmpty()) {
            throw new UsageException("--forget RELEASE and --reason TEXT belong together");
        }
        if (number != null) {
            boolean forgotten = session.withStore(settings, store -> new ReleaseList(store).forget(number, why));
            if (!forgotten) {
                throw new UsageException("no release " + number + " counts; './uphold releases' lists them");
            }
        }
        List<ReleaseList.Line> lines = session.withStore(settings, store -> new ReleaseList(store).lines());
        if (session.output().json()) {
            session.output()
                    .result(Map.of(
                            "releases",
                            lines.stream().map(ReleasesCommand::asMap).toList()));
            return ExitCodes.DONE;
        }
        Table table = new Table(
                "RELEASE",
                "PUBLISHED",
                "RUN",
                "JOB",
                "WINDOW",
                "BASIS",
                "PROFILE",
                "ROWS",
                "SHOWN",
                "PACKAGE",
                "FORGOTTEN");
        for (ReleaseList.Line line : lines) {
            table.row(
                    Long.toString(line.release()),
                    line.published(),
                    Long.toString(line.run()),
                    line.job(),
                    line.window(),
                    line.basis(),
                    line.profile(),
                    Long.toString(line.rows()),
                    Long.toString(line.shown()),
                    line.folder().isEmpty() ? "-" : line.folder(),
                    line.forgotten().isEmpty() ? "-" : line.forgotten());
        }
        table.lines().forEach(session.output()::data);
        return ExitCodes.DONE;
    }

    private static Map<String, Object> asMap(ReleaseList.Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("release", line.release());
        map.put("published", line.published());
        map.put("run", line.run());
        map.put("job", line.job());
        map.put("window", line.window());
        map.put("basis", line.basis());
        map.put("profile", line.profile());
        map.put("rows", line.rows());
        map.put("rows_shown", line.shown());
        map.put("package", line.folder());
        map.put("forgotten", line.forgotten());
        return map;
    }
}
