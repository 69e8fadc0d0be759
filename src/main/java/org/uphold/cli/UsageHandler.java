package org.uphold.cli;

import org.uphold.cli.Main.Environment;
import org.uphold.job.control.ExitCodes;
import picocli.CommandLine;

/** A wrong word on the command line: what is wrong, the nearest right word, and how the command is called. */
final class UsageHandler implements CommandLine.IParameterExceptionHandler {

    private final Environment environment;

    UsageHandler(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        Output.of(command, environment).error(ExitCodes.USAGE, String.valueOf(e.getMessage()));
        if (!Output.wantsJson(args)) {
            CommandLine.UnmatchedArgumentException.printSuggestions(e, environment.err());
            environment.err().println("Usage: " + command.getHelp().synopsis(0).strip());
            environment.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCodes.USAGE;
    }
}
