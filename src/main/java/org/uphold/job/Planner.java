package org.uphold.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.Cells;
import org.uphold.classification.Taxonomy;
import org.uphold.determination.DateRange;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunRequest;
import org.uphold.job.publishing.PackagesHere;
import org.uphold.job.publishing.TouchedMonths;
import org.uphold.job.reading.Plan;
import org.uphold.job.reading.PlannedInputs;
import org.uphold.report.Shelf;
import org.uphold.settings.PublishSettings;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunVersions;

/**
 * Says what a run would do, and changes nothing. New and changed files are read for it, so that the months they would change
 * are known; what the plan cannot foresee is a gate that refuses.
 */
public final class Planner {

    private final OpenStore open;
    private final Clock clock;
    private final String codeVersion;

    public Planner(OpenStore open, Clock clock, String codeVersion) {
        this.open = open;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /** The plan of a run that publishes. */
    public Plan plan(RunRequest request) {
        PublishSettings settings = request.publish().orElseThrow();
        PlannedInputs inputs = new PlannedInputs(
                request, open.store(), settings.basis(), LocalDate.now(clock.withZone(request.zone())), codeVersion);
        Plan.Inputs found = inputs.look();
        TreeSet<YearMonth> touched = new TreeSet<>();
        boolean undated = false;
        for (int bucket : inputs.buckets()) {
            if (bucket % 100 == 0) {
                undated = true;
            } else {
                touched.add(YearMonth.of(bucket / 100, bucket % 100));
            }
        }
        return new Plan(
                found,
                touched.stream().map(YearMonth::toString).toList(),
                packages(request, settings, touched, undated, found.tables() > 0));
    }

    private List<Plan.PlannedPackage> packages(
            RunRequest request,
            PublishSettings settings,
            SortedSet<YearMonth> touched,
            boolean undated,
            boolean unknown) {
        PackagesHere here = new PackagesHere(open.store(), request.out(), request.job(), settings.basis());
        Map<DateRange, LoggedRun> newest = here.newest();
        RunVersions versions =
                new RunVersions(codeVersion, Taxonomy.load(request.taxonomy()).version(), settings.hash());
        LocalDate today = LocalDate.now(clock.withZone(request.zone()));
        Cells cells = new Cells(open.store().dsl());
        List<Plan.PlannedPackage> packages = new ArrayList<>();
        if (!request.touched()) {
            boolean arrives = unknown
                    || undated && request.window().isUnbounded()
                    || touched.stream().anyMatch(month -> overlap(month, request.window()));
            String state = cells.state(settings.basis(), request.window());
            packages.add(planned(request, newest.get(request.window()), here, state, versions, arrives, today));
            return packages;
        }
        SortedMap<YearMonth, String> held = cells.months(settings.basis());
        // What would arrive is no state that any package shows.
        touched.forEach(month -> held.merge(month, "", (state, none) -> state));
        TouchedMonths which = new TouchedMonths(request, settings, today, here);
        TreeSet<YearMonth> months = which.of(held, newest);
        touched.stream().filter(month -> !which.isOpen(month)).forEach(months::add);
        for (YearMonth month : months) {
            DateRange days = TouchedMonths.days(month);
            packages.add(planned(
                    request.of(days),
                    newest.get(days),
                    here,
                    held.get(month),
                    versions,
                    touched.contains(month),
                    today));
        }
        return packages;
    }

    private static Plan.PlannedPackage planned(
            RunRequest request,
            @Nullable LoggedRun last,
            PackagesHere here,
            @Nullable String state,
            RunVersions versions,
            boolean arrives,
            LocalDate today) {
        List<String> reasons = new ArrayList<>();
        if (last == null) {
            reasons.add("first");
        } else {
            if (arrives) {
                reasons.add("new or changed inputs");
            }
            if (state == null ? !Cells.isEmpty(last.storeState()) : !state.equals(last.storeState())) {
                reasons.add("the store holds other letters than the newest package shows");
            }
            if (!versions.equals(last.versions())) {
                reasons.add("code, taxonomy or settings changed");
            }
            if (last.provisional() && !request.provisional(request.window(), today)) {
                reasons.add("final");
            }
            if (!here.isHere(last)) {
                reasons.add("package missing");
            }
        }
        if (request.force() && reasons.isEmpty()) {
            reasons.add("forced");
        }
        Shelf shelf = new Shelf(request.out(), request.job(), request.window().folderName());
        Path folder = reasons.isEmpty() && last != null
                ? request.out().resolve(String.valueOf(last.packagePath()))
                : shelf.vintage(1
                        + shelf.vintages().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0));
        return new Plan.PlannedPackage(request.window(), folder.toString(), reasons);
    }

    private static boolean overlap(YearMonth month, DateRange window) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        return (from == null || !month.atEndOfMonth().isBefore(from))
                && (to == null || month.atDay(1).isBefore(to));
    }
}
