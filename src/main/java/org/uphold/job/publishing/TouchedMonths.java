package org.uphold.job.publishing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.Cells;
import org.uphold.determination.DateRange;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.DisclosureProfile;
import org.uphold.settings.PublishSettings;
import org.uphold.store.LoggedRun;

/**
 * Which months a run has to publish. Nothing is remembered from one run to the next: a month was touched if the store no
 * longer holds the letters that its newest package shows, whoever loaded them and whatever happened since. So a letter that
 * comes years late is not missed, nor a month that a killed run did not get to. Besides, every month within the look-back is
 * looked at, so that a changed taxonomy or setting shows there; older ones wait for a backfill.
 */
public final class TouchedMonths {

    private final RunRequest request;
    private final PublishSettings settings;
    private final LocalDate today;
    private final PackagesHere here;

    /** With the day that it is in the job's zone. */
    public TouchedMonths(RunRequest request, PublishSettings settings, LocalDate today, PackagesHere here) {
        this.request = request;
        this.settings = settings;
        this.today = today;
        this.here = here;
    }

    /**
     * The months, the oldest first.
     *
     * @param held state of each month that the store holds letters of
     * @param packages newest package of each window of the job, in this output folder where there is one
     */
    public TreeSet<YearMonth> of(SortedMap<YearMonth, String> held, Map<DateRange, LoggedRun> packages) {
        TreeSet<YearMonth> months = new TreeSet<>();
        Stream.concat(held.keySet().stream(), packages.keySet().stream().flatMap(TouchedMonths::month))
                .distinct()
                .filter(month -> !isOpen(month))
                .filter(month -> request.provisional(days(month), today)
                        || isTouched(held.get(month), packages.get(days(month))))
                .forEach(months::add);
        return months;
    }

    /** For a month whose look-back has closed: if its package still says provisional, a final one is due. */
    private boolean isTouched(@Nullable String held, @Nullable LoggedRun last) {
        if (last == null) {
            return held != null;
        }
        boolean same = held == null ? Cells.isEmpty(last.storeState()) : held.equals(last.storeState());
        return !same || last.provisional() || !here.isHere(last);
    }

    /** With a disclosure profile a month is published when it is over. */
    public boolean isOpen(YearMonth month) {
        return settings.disclosure() != DisclosureProfile.NONE && !month.isBefore(YearMonth.from(today));
    }

    public static DateRange days(YearMonth month) {
        return new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static Stream<YearMonth> month(DateRange window) {
        LocalDate from = window.from();
        return from != null && days(YearMonth.from(from)).equals(window)
                ? Stream.of(YearMonth.from(from))
                : Stream.empty();
    }
}
