package org.uphold.job.publishing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uphold.determination.Outcome;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.rates.Cell;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.report.ManifestData.Check;
import org.uphold.store.LoadCounts;
import org.uphold.store.RunState;

/** Identities that hold on every run; a package that breaks one is not published. */
public final class Checks {

    private Checks() {}

    public static List<Check> of(WindowTallies window, LoadCounts counts) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "read = accepted + rejected + unchanged",
                counts.read() == counts.accepted() + counts.rejected() + counts.unchanged(),
                counts.read() + " = " + counts.accepted() + " + " + counts.rejected() + " + " + counts.unchanged()));
        checks.add(dispositions(window));
        for (Map.Entry<Grouping, List<Cell>> group : window.groups().entrySet()) {
            if (group.getKey().additive()) {
                checks.add(additive(group.getKey().tableName(), group.getValue(), window.overall()));
            }
        }
        checks.add(additive("guideline_concordance", window.concordance(), window.overall()));
        return checks;
    }

    /** Every outcome of the dispositions that is an item's stands in the overall sums, and no other. */
    private static Check dispositions(WindowTallies window) {
        Tally overall = window.overall();
        Set<Outcome> outcomes = EnumSet.allOf(Outcome.class);
        outcomes.removeIf(outcome -> !outcome.isItem());
        long items = outcomes.stream()
                .mapToLong(o ->
                        window.dispositions().getOrDefault(o, Disposition.NONE).items())
                .sum();
        boolean same = items == overall.items()
                && overall.items() == overall.determined() + overall.unknown()
                && at(window, Outcome.UPHELD) == overall.upheld()
                && at(window, Outcome.OVERTURNED) == overall.overturned()
                && at(window, Outcome.PARTIALLY_OVERTURNED) == overall.partiallyOverturned()
                && at(window, Outcome.UNKNOWN) == overall.unknown();
        return new Check("dispositions = summary", same, items + " = " + overall.items());
    }

    private static long at(WindowTallies window, Outcome outcome) {
        return window.dispositions().getOrDefault(outcome, Disposition.NONE).items();
    }

    private static Check additive(String table, List<Cell> cells, Tally overall) {
        Tally sum = cells.stream().map(Cell::tally).reduce(Tally.ZERO, Tally::plus);
        boolean same = sum.items() == overall.items()
                && sum.upheld() == overall.upheld()
                && sum.overturned() == overall.overturned()
                && sum.partiallyOverturned() == overall.partiallyOverturned()
                && sum.unknown() == overall.unknown();
        return new Check(table + " = summary", same, sum.items() + " = " + overall.items());
    }

    /** Lets a run go on only when all hold. */
    public static void demand(List<Check> checks) {
        List<String> broken = checks.stream()
                .filter(check -> !check.passed())
                .map(check -> check.name() + " (" + check.detail() + ")")
                .toList();
        if (!broken.isEmpty()) {
            throw new RunException(
                    ExitCodes.GATE_FAILED,
                    RunState.REFUSED,
                    "nothing was published: " + String.join("; ", broken)
                            + ". Mend the inputs, or change the job's gates.");
        }
    }
}
