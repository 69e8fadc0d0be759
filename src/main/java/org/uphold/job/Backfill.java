package org.uphold.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.Cells;
import org.uphold.classification.Taxonomy;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.Progress;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.job.control.WindowResult;
import org.uphold.job.publishing.PackagesHere;
import org.uphold.job.publishing.TouchedMonths;
import org.uphold.settings.Grain;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.Runs;

/** Many windows of a job, each published from the store by a run of its own. Given again, it does what is left. */
public final class Backfill {

    private static final Set<RunState> FAILED =
            EnumSet.of(RunState.REFUSED, RunState.FAILED, RunState.STOPPED, RunState.STARTED, RunState.ABANDONED);

    private final OpenStore open;
    private final RunRequest request;

    /** With the job's request, whatever its window. */
    public Backfill(OpenStore open, RunRequest request) {
        this.open = open;
        this.request = request.fromStore();
    }

    /** Whole periods of a grain that lie within some days, at least in part; the oldest first. */
    public static List<DateRange> periods(DateRange days, Grain grain) {
        LocalDate first = Objects.requireNonNull(days.from(), "A backfill needs a first day");
        LocalDate end = Objects.requireNonNull(days.to(), "A backfill needs a last day");
        List<DateRange> periods = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(end); ) {
            DateRange period = grain.around(day);
            periods.add(period);
            day = Objects.requireNonNull(period.to());
        }
        return periods;
    }

    /** Those of the windows that are to be run. */
    public List<DateRange> due(List<DateRange> windows, Reprocess reprocess) {
        Runs runs = new Runs(open.store());
        Basis basis = request.publish().orElseThrow().basis();
        PackagesHere here = new PackagesHere(open.store(), request.out(), request.job(), basis);
        Map<DateRange, LoggedRun> newest = here.newest();
        return switch (reprocess) {
            case ALL -> windows;
            case MISSING ->
                windows.stream()
                        .filter(window -> !here.isHere(newest.get(window)))
                        .toList();
            case FAILED ->
                windows.stream()
                        .filter(window -> runs.latest(request.job(), window)
                                .filter(last -> FAILED.contains(last.state()))
                                .isPresent())
                        .toList();
            case CHANGED -> {
                String taxonomy = Taxonomy.load(request.taxonomy()).version();
                SortedMap<YearMonth, String> months = new Cells(open.store().dsl()).months(basis);
                yield windows.stream()
                        .filter(window -> isChanged(window, newest.get(window), taxonomy, basis, months))
                        .toList();
            }
        };
    }

    /** A window that never had a package is missing, not changed. */
    private boolean isChanged(
            DateRange window,
            @Nullable LoggedRun last,
            String taxonomy,
            Basis basis,
            SortedMap<YearMonth, String> months) {
        if (last == null) {
            return false;
        }
        LocalDate from = window.from();
        String state = from != null && TouchedMonths.days(YearMonth.from(from)).equals(window)
                ? months.get(YearMonth.from(from))
                : new Cells(open.store().dsl()).state(basis, window);
        boolean same = state == null || Cells.isEmpty(state)
                ? Cells.isEmpty(last.storeState())
                : state.equals(last.storeState());
        return !same || !taxonomy.equals(last.versions().taxonomy());
    }

    /**
     * Runs them one after the other; one that fails does not keep the next from its turn, a signal does.
     *
     * @param runner of the store
     * @param each hears of every window when it is done
     */
    public List<WindowResult> run(
            List<DateRange> windows, JobRunner runner, StopSignal stop, Consumer<WindowResult> each) {
        List<WindowResult> results = new ArrayList<>();
        for (DateRange window : windows) {
            if (stop.isStopped()) {
                break;
            }
            RunResult result = runner.run(request.of(window), stop, Progress.NONE);
            WindowResult done =
                    new WindowResult(window, result.run(), result.exitCode(), result.message(), result.packageFolder());
            results.add(done);
            each.accept(done);
        }
        return results;
    }
}
