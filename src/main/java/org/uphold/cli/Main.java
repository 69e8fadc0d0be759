package org.uphold.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
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
                .setColorScheme(CommandLine.Help.defaultColorScheme(environment.ansi()))
                .setExecutionExceptionHandler(new FailureHandler(environment))
                .setParameterExceptionHandler(new UsageHandler(environment));
        commands.getSubcommands().values().forEach(c -> c.setUsageHelpAutoWidth(true));
        int code = commands.execute(args);
        environment.out().flush();
        err.flush();
        return code;
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
                    new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false),
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
