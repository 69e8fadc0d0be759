package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.uphold.cli.Main.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All commands, and what is said when none is given. */
@Command(
        name = "uphold",
        description = "Uphold rates of independent medical review determinations, published every night.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done or up to date, 1 internal error, 2 usage or job file, 3 a data-quality gate failed,",
            "4 published with rejects, 5 the disclosure audit failed, 6 verify found a mismatch, 74 cannot write,",
            "75 locked or database away (try again), 130 and 143 stopped by a signal.",
            "",
            "Start with: uphold run nightly"
        })
final class Uphold implements Runnable {

    /** By name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("backfill", BackfillCommand.class);
        COMMANDS.put("ingest", IngestCommand.class);
        COMMANDS.put("reread", RereadCommand.class);
        COMMANDS.put("withdraw", WithdrawCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("rates", RatesCommand.class);
        COMMANDS.put("extract", ExtractCommand.class);
        COMMANDS.put("classify", ClassifyCommand.class);
        COMMANDS.put("jobs", JobsCommand.class);
        COMMANDS.put("runs", RunsCommand.class);
        COMMANDS.put("releases", ReleasesCommand.class);
        COMMANDS.put("show", ShowCommand.class);
        COMMANDS.put("retry", RetryCommand.class);
        COMMANDS.put("scheduler", SchedulerCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("help", CommandLine.HelpCommand.class);
    }

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Uphold(Environment environment) {
        this.environment = environment;
    }

    /**
     * What reads the command line. A command is described by reflection, which takes a tenth of a second for all of them: one that is
     * named first stands alone, and none is needed to say the version.
     */
    static CommandLine commandLine(Environment environment, String... args) {
        CommandLine line = new CommandLine(new Uphold(environment));
        String first = args.length == 0 ? "" : args[0];
        if (args.length == 1 && (first.equals("--version") || first.equals("-V"))) {
            return line;
        }
        Class<?> named = COMMANDS.get(first);
        if (named != null && named != CommandLine.HelpCommand.class) {
            return line.addSubcommand(first, named);
        }
        COMMANDS.forEach(line::addSubcommand);
        return line;
    }

    Environment environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
