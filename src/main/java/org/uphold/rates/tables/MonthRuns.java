package org.uphold.rates.tables;

import java.util.stream.IntStream;
import org.uphold.statistics.Runs;

/** How many months in a row on one side are a sign of change, for who draws them: as {@code longest_run_signal} says it. */
public final class MonthRuns {

    private MonthRuns() {}

    /** The shortest run that chance makes in at most 5 of 100 series of so many months; one more than there are where it makes all. */
    public static int signal(int months) {
        return IntStream.rangeClosed(1, months)
                .filter(length -> Runs.chance(length, months) <= Runs.SIGNAL)
                .findFirst()
                .orElse(months + 1);
    }
}
