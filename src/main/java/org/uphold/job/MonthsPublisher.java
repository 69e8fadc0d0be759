package org.uphold.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.uphold.cells.Cells;
import org.uphold.determination.DateRange;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunException;
import org.uphold.job.control.RunLock;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.StopSignal;
import org.uphold.job.control.WindowResult;
import org.uphold.job.publishing.FoundPackages;
import org.uphold.job.publishing.GateKeeper;
import org.uphold.job.publishing.PackagesHere;
import org.uphold.job.publishing.Publisher;
import org.uphold.job.publishing.TouchedMonths;
import org.uphold.job.reading.InputLedger;
import org.uphold.settings.PublishSettings;
import org.uphold.store.FoundProblems;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;

/**
 * Publishes every touched month, each under its own lock and line of the log book, as a run of that month would. A month that
 * a gate refuses, or that another run is at, does not keep the others back; it stays touched, and the next run tries again.
 */
final class MonthsPublisher {

    private final OpenStore open;
    private final RunRequest request;
    private final PublishSettings settings;
    private final RunVersions versions;
    private final Clock clock;
    private final StopSignal stop;
    private final Runs runs;
    private boolean shared;

    MonthsPublisher(
            OpenStore open,
            RunRequest request,
            PublishSettings settings,
            RunVersions versions,
            Clock clock,
            StopSignal stop) {
        this.open = open;
        this.request = request;
        this.settings = settings;
        this.versions = versions;
        this.clock = clock;
        this.stop = stop;
        this.runs = new Runs(open.store());
    }

    /** What came of each month, the oldest first. */
    List<WindowResult> publish(InputLedger inputs) {
        LocalDate today = LocalDate.now(clock.withZone(request.zone()));
        List<WindowResult> results = new ArrayList<>();
        PackagesHere here = new PackagesHere(open.store(), request.out(), request.job(), settings.basis());
        for (YearMonth month : new TouchedMonths(request, settings, today, here)
                .of(new Cells(open.store().dsl()).months(settings.basis()), here.newest())) {
            stop.check();
            results.add(publish(TouchedMonths.days(month), inputs));
        }
        return results;
    }

    /** Whether packages of another store lie beside any of these. */
    boolean shared() {
        return shared;
    }

    /** Letters that none of these packages holds. */
    long withoutMonth() {
        return new Cells(open.store().dsl()).withoutMonth(settings.basis());
    }

    private WindowResult publish(DateRange days, InputLedger inputs) {
        try (RunLock lock = RunLock.take(open, request.job(), days, Duration.ZERO, stop)) {
            RunRequest part = request.of(days);
            FoundPackages.writeDown(part, open.store());
            long run = new LogLines(open).begin(part, versions, inputs.run());
            try {
                lock.check();
                return publish(run, part, inputs);
            } catch (RunException e) {
                runs.finish(run, e.state(), e.exitCode(), Failures.message(e));
                return new WindowResult(days, run, e.exitCode(), Failures.message(e), Optional.empty());
            } catch (RuntimeException e) {
                throw closed(run, e);
            }
        } catch (RunLock.HeldException e) {
            return new WindowResult(days, 0, ExitCodes.TRY_AGAIN, Failures.message(e), Optional.empty());
        }
    }

    private WindowResult publish(long run, RunRequest part, InputLedger inputs) {
        Publisher.Outcome outcome = new Publisher(
                        run, clock.instant(), part, settings, versions, open.store(), clock, stop)
                .publish(inputs);
        shared |= outcome.shared();
        if (outcome.upToDate()) {
            WindowResult result = WindowResult.upToDate(part.window(), run, outcome.folder());
            runs.finish(run, RunState.UP_TO_DATE, result.exitCode(), result.message());
            return result;
        }
        FoundProblems problems = FoundProblems.of(open.store().dsl(), inputs.run());
        boolean warns = new GateKeeper(settings.gates()).warns(inputs.counts(), problems);
        WindowResult result = new WindowResult(
                part.window(),
                run,
                warns ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE,
                warns ? RunEnd.warning(inputs.counts(), problems) : "done",
                Optional.of(outcome.folder()));
        runs.finish(run, RunState.COMPLETED, result.exitCode(), result.message());
        return result;
    }

    /** What keeps one package from being written keeps the next from it too: the run ends, and says why on both lines. */
    private RuntimeException closed(long run, RuntimeException e) {
        Throwable failure = Failures.root(e, stop);
        int exitCode = Failures.exitCode(failure);
        RunState state = exitCode == ExitCodes.TERMINATED ? RunState.STOPPED : RunState.FAILED;
        try {
            runs.finish(run, state, exitCode, Failures.message(failure));
        } catch (RuntimeException unreachable) {
            // The line stays open, as after a kill: the next run of the month takes it up.
            e.addSuppressed(unreachable);
        }
        return e;
    }
}
