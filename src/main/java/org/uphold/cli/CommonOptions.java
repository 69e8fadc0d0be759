package org.uphold.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; twice: everything.")
    boolean[] verbose = {};

    @Option(names = "--json", description = "Print one machine-readable result object, errors included.")
    boolean json;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "Log as text or json, the steps of a run included; UPHOLD_LOG_FORMAT unless said.")
    @Nullable
    LogFormat logFormat;

    /** Whether the command logs what it does even if nobody asks. */
    boolean logsSteps;

    @Option(names = "--no-color", description = "Print without colours.")
    boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
