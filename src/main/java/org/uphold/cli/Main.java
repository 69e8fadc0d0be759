package org.uphold.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.uphold.job.control.ExitCodes;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        HeadStart.of(args);
        System.exit(run(Environment.ofProcess(), args));
    }

    /** Carries out a command line. */
    static int run(Environment environment, String... args) {
        PrintWriter err = environment.err();
        CommandLine commands = Uphold.commandLine(environment, args)
                .setOut(environment.out())
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // A misspelt option is no value of the one before it.
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(environment.ansi()))
                .setExecutionExceptionHandler(new FailureHandler(environment))
                .setParameterExceptionHandler(new UsageHandler(environment));
        commands.getSubcommands().values().forEach(c -> c.setUsageHelpAutoWidth(true));
        int code = commands.execute(args);
        int end = ExitCodes.worst(code, written(environment));
        err.flush();
        return end;
    }

    /** What was printed must be there whole: a table that was cut is read as a table. */
    private static int written(Environment environment) {
        if (!(environment.out() instanceof StandardOutput out)) {
            environment.out().flush();
            return ExitCodes.DONE;
        }
        String failure = out.failure();
        if (failure == null) {
            return ExitCodes.DONE;
        }
        environment.err().println("uphold: standard output could not be written whole: " + failure);
        return ExitCodes.CANNOT_WRITE;
    }

    /** What a command knows of the world, so that tests can give it another. */
    record Environment(
            Map<String, String> variables, Path base, Clock clock, PrintWriter out, PrintWriter err, boolean terminal) {

        static Environment ofProcess() {
            String base = System.getProperty("uphold.basedir", "");
            return new Environment(
                    System.getenv(),
                    Path.of(base).toAbsolutePath(),
                    Clock.systemUTC(),
                    StandardOutput.of(new FileOutputStream(FileDescriptor.out)),
                    new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                    System.console() != null);
        }

        CommandLine.Help.Ansi ansi() {
            return terminal && !variables.containsKey("NO_COLOR")
                    ? CommandLine.Help.Ansi.ON
                    : CommandLine.Help.Ansi.OFF;
        }
    }
}
