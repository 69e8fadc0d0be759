package org.uphold.cli;

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
        subcommands = {
            RunCommand.class,
            BackfillCommand.class,
            IngestCommand.class,
            ReportCommand.class,
            ExtractCommand.class,
            ClassifyCommand.class,
            JobsCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            RetryCommand.class,
            SchedulerCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done or up to date, 1 internal error, 2 usage or job file, 3 a data-quality gate failed,",
            "4 published with rejects, 5 the disclosure audit failed, 6 verify found a mismatch, 74 cannot write,",
            "75 locked or database away (try again), 130 and 143 stopped by a signal.",
            "",
            "Start with: uphold run nightly"
        })
final class Uphold implements Runnable {

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Uphold(Environment environment) {
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
