package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.tables.SyntheticStore;
import org.uphold.rates.tables.SyntheticWindow;
import org.uphold.rates.WindowTallies;
import org.uphold.determination.DateRange;

/** A package beside earlier ones shows less, and in the end nothing; it is not refused for what it does not show. */
class RefusalIsTheLastResortTest {

    private static final List<Grouping> BY = List.of(
            Grouping.of(Dimension.SERVICE_CATEGORY),
            Grouping.of(Dimension.PRIMARY_SPECIALTY),
            Grouping.of(Dimension.SPECIALTY));

    private static final DateRange YEAR = new DateRange(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 1, 1));
    private static final DateRange FEBRUARY = new DateRange(LocalDate.of(2015, 2, 1), LocalDate.of(2015, 3, 1));

    private final List<Release> ledger = new ArrayList<>();

    /** So few letters that no row of a month can be shown. */
    private static SyntheticStore store(long seed) {
        return new SyntheticStore(new SyntheticWindow.Size(40, 4, 6, 4, 3, 6, 80), seed);
    }

    private Disclosed publish(SyntheticStore store, DateRange window) {
        WindowTallies tallies = store.window(window, BY);
        EarlierReleases earlier = new EarlierReleases(window, ledger, (range, state, by) -> store.window(range, by));
        Disclosed disclosed = new Disclosure()
                .apply(Profile.CMS11, tallies, MeasureOptions.DEFAULT, DisclosureContext.after(365, earlier, () -> {}));
        assertThat(disclosed.report().findings()).as(window.folderName()).isEmpty();
        ledger.add(new Release("release " + window.folderName(), window, null, disclosed.released()));
        return disclosed;
    }

    private static long shown(Disclosed disclosed) {
        return disclosed.released().stream()
                .flatMap(t -> t.rows().stream())
                .filter(Release.Row::shown)
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_year_after_a_month_that_shows_nothing_is_published(long seed) {
        SyntheticStore store = store(seed);
        assertThat(shown(publish(store, FEBRUARY))).isZero();
        assertThat(publish(store, YEAR).report().passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_month_after_its_year_is_published_and_shows_nothing_of_few(long seed) {
        SyntheticStore store = store(seed);
        publish(store, YEAR);
        assertThat(shown(publish(store, FEBRUARY))).isZero();
    }

    @Test
    void every_month_after_the_year_is_published_though_the_last_one_would_follow_from_the_others() {
        SyntheticStore store = store(5);
        publish(store, YEAR);
        for (int month = 1; month <= 6; month++) {
            LocalDate first = LocalDate.of(2015, month, 1);
            publish(store, new DateRange(first, first.plusMonths(1)));
        }
        assertThat(ledger).hasSize(7);
    }

    @Test
    void a_table_that_does_not_hold_is_no_witness_whatever_found_it() {
        PackageModel model =
                PackageModel.of(PackageModel.tables(store(1).window(YEAR, BY)).tables());
        Primary primary = Primary.of(model, java.util.Map.of("uphold_by_specialty", 11L), List.of());
        boolean[] hidden = primary.hidden();
        ModelSystem system = new ModelSystem(model, hidden);
        Witnesses witnesses = new Witnesses(model, primary.targets(), system.truth());
        Target target = primary.targets().get(0);
        long truth = system.truth()[target.variable()];
        long other = truth == 1 ? 2 : 1;
        // A count moves, and nothing that it is tied to.
        long much = 1_000;
        witnesses.keep(new Witnesses.Witness(
                new int[] {target.variable(), ModelSystem.variable(0, Quantity.CASES)},
                new long[] {other, much},
                new int[] {target.row(), 0}));
        int slot = (int) (witnesses.from(0) + other - 1);
        assertThat(witnesses.has(slot)).isTrue();
        witnesses.check(system, Steps.unlimited());
        assertThat(witnesses.has(slot)).isFalse();
        assertThat(witnesses.has((int) (witnesses.from(0) + truth - 1))).isTrue();
    }
}
