package org.uphold.job.publishing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.report.ManifestData.Check;
import org.uphold.settings.Gates;
import org.uphold.store.Evidence.ProblemShare;
import org.uphold.store.FoundProblems;
import org.uphold.store.LoadCounts;
import org.uphold.store.RunState;
import org.uphold.store.WithdrawnRateException;

/** The data-quality gates of a job. */
public final class GateKeeper {

    private final Gates gates;

    public GateKeeper(Gates gates) {
        this.gates = gates;
    }

    /** One check for each gate that the job sets. */
    public List<Check> check(WindowTallies window, LoadCounts counts) {
        Tally overall = window.overall();
        List<Check> checks = new ArrayList<>();
        gate(checks, "max-reject-rate", gates.maxRejectRate(), counts.rejected(), counts.read());
        gate(checks, "max-unknown-rate", gates.maxUnknownRate(), overall.unknown(), overall.items());
        gate(checks, "max-unclassified-rate", gates.maxUnclassifiedRate(), window.unclassifiedItems(), overall.items());
        return checks;
    }

    /** A check of the problems in the window, where the job sets a gate on them; they are counted for it. */
    public List<Check> problems(Supplier<ProblemShare> window) {
        List<Check> checks = new ArrayList<>();
        if (gates.maxProblemRate() != null) {
            ProblemShare found = window.get();
            gate(checks, "max-problem-rate", gates.maxProblemRate(), found.withProblem(), found.cases());
        }
        return checks;
    }

    /** Lets a run go on only where no new edition was left out because it would withdraw too much. */
    public static void demandEditions(List<WithdrawnRateException> refused, Gates gates) {
        if (!refused.isEmpty()) {
            throw new RunException(
                    ExitCodes.GATE_FAILED,
                    RunState.REFUSED,
                    "nothing was published: max-withdrawn-rate ("
                            + refused.stream().map(Throwable::getMessage).collect(Collectors.joining("; "))
                            + "; at most " + gates.maxWithdrawnRate().toPlainString()
                            + "). What it would replace stands. Send the whole table, or raise the gate for this run.");
        }
    }

    /** Whether a published package is to end with a warning. */
    public boolean warns(LoadCounts counts, FoundProblems problems) {
        Long warn = gates.warnProblems();
        return gates.warnRejects() > 0 && counts.rejected() >= gates.warnRejects()
                || warn != null && problems.cases() >= warn;
    }

    private static void gate(List<Check> checks, String name, @Nullable BigDecimal most, long part, long whole) {
        if (most != null) {
            BigDecimal rate = whole == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
            checks.add(new Check(
                    name,
                    rate.compareTo(most) <= 0,
                    part + " of " + whole + " is " + rate.toPlainString() + ", at most " + most.toPlainString()));
        }
    }
}
