package org.uphold.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Taxonomy;
import org.uphold.job.control.ExitCodes;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What is configured, what is reachable, what would be used. */
@Command(name = "doctor", description = "Show what is configured, where it came from, and whether it can be reached.")
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Option(names = "--job", paramLabel = "JOB", description = "As this job would be run.")
    private @Nullable String job;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        JobFile file = job == null ? null : session.jobs().read(job);
        Settings settings = session.settings(Flags.NONE, file);
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"uphold", Version.text(), ""});
        lines.add(new String[] {"java", Runtime.version() + ", " + System.getProperty("java.home"), ""});
        settings.lines()
                .forEach(line -> lines.add(
                        new String[] {line.name(), line.value(), line.origin().code()}));
        lines.add(new String[] {"taxonomy", Taxonomy.load().version(), ""});
        boolean well =
                reachable(session, settings, lines) & writable(settings.out().value(), lines);
        if (session.output().json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            lines.forEach(line -> map.put(line[0], Map.of("value", line[1], "origin", line[2])));
            map.put("exit_code", well ? ExitCodes.DONE : ExitCodes.TRY_AGAIN);
            session.output().result(map);
        } else {
            Table table = new Table("SETTING", "VALUE", "FROM");
            lines.forEach(table::row);
            table.lines().forEach(session.output()::data);
        }
        return well ? ExitCodes.DONE : ExitCodes.TRY_AGAIN;
    }

    private static boolean reachable(Session session, Settings settings, List<String[]> lines) {
        try {
            lines.add(new String[] {"server", session.withStore(settings, store -> store.describe()), "reached"});
            return true;
        } catch (RuntimeException e) {
            lines.add(new String[] {
                "server", String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "NOT REACHED"
            });
            return false;
        }
    }

    /** The nearest folder that exists is where the others would be made. */
    private static boolean writable(Path out, List<String[]> lines) {
        Path there = out;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        boolean writable = Files.isDirectory(there) && Files.isWritable(there);
        lines.add(new String[] {"packages", out.toString(), writable ? "can be written" : "CANNOT BE WRITTEN"});
        return writable;
    }
}
