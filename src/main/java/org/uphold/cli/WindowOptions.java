package org.uphold.cli;

import org.jspecify.annotations.Nullable;
import org.uphold.settings.WindowFlags;
import picocli.CommandLine.Option;

/** Which decisions; one of these, or none for the job's own window. */
final class WindowOptions {

    @Option(names = "--from", paramLabel = "DAY", description = "First day, inside; needs --to.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, inside; needs --from.")
    @Nullable
    String to;

    @Option(names = "--month", paramLabel = "MONTH", description = "One month, as 2017-02.")
    @Nullable
    String month;

    @Option(names = "--quarter", paramLabel = "QUARTER", description = "One quarter, as 2017-Q1.")
    @Nullable
    String quarter;

    @Option(names = "--year", paramLabel = "YEAR", description = "One year.")
    @Nullable
    String year;

    @Option(names = "--last", paramLabel = "SPAN", description = "As 30d: ends yesterday, in the job's zone.")
    @Nullable
    String last;

    @Option(names = "--all", description = "Everything, undated cases included.")
    boolean all;

    WindowFlags flags() {
        return new WindowFlags(from, to, month, quarter, year, last, all);
    }
}
