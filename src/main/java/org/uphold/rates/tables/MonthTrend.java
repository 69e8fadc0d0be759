package org.uphold.rates.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Figures;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.statistics.BernoulliCusum;
import org.uphold.statistics.CochranArmitage;
import org.uphold.statistics.MannKendall;
import org.uphold.statistics.Runs;

/**
 * How the rate moves from month to month: over the months of the window that have a determined item. What has no month is in none of
 * it, nor in the rate that months are compared with.
 *
 * @param months how many those are
 * @param cochranArmitage null where it says nothing
 * @param mannKendall null where it says nothing
 * @param cusumMaximum highest value of the sum, null without a rate strictly between 0 and 1
 * @param longestRun months in a row on one side of the overall rate
 * @param runChance chance of one that long or longer in so many months; null without a month
 */
record MonthTrend(
        long months,
        @Nullable CochranArmitage cochranArmitage,
        @Nullable MannKendall mannKendall,
        @Nullable Double cusumMaximum,
        long longestRun,
        @Nullable Double runChance) {

    /** The change that the sum looks for: the odds of a decision that does not uphold, doubled. */
    private static final double CUSUM_ODDS = 2;

    /** Null where the package has no months or may not show them all. */
    static @Nullable MonthTrend of(WindowTallies window, Suppression suppression) {
        Grouping byMonth = Grouping.of(Dimension.MONTH);
        List<Cell> cells = window.groups().get(byMonth);
        if (cells == null || window.overall().determined() == 0 || suppression.hidesAnyOf(byMonth.tableName())) {
            return null;
        }
        List<Cell> months = cells.stream()
                .filter(c -> !c.key().get(0).equals(PublishedWords.NOT_STATED)
                        && c.tally().determined() > 0)
                .sorted(Comparator.comparing(Cell::key, Figures.KEY_ORDER))
                .toList();
        Tally dated = months.stream().map(Cell::tally).reduce(Tally.ZERO, Tally::plus);
        Double overall = dated.upholdRate();
        Double deff = dated.designEffect();
        if (overall == null || deff == null) {
            return new MonthTrend(0, null, null, null, 0, null);
        }
        long[] upheld = months.stream().mapToLong(c -> c.tally().upheld()).toArray();
        long[] notUpheld = months.stream().mapToLong(c -> c.tally().notUpheld()).toArray();
        long[] items = months.stream().mapToLong(c -> c.tally().determined()).toArray();
        double[] times =
                months.stream().mapToDouble(c -> monthNumber(c.key().get(0))).toArray();
        double[] rates = new double[items.length];
        Arrays.setAll(rates, i -> (double) upheld[i] / items[i]);
        int run = Runs.longest(rates, overall);
        return new MonthTrend(
                months.size(),
                CochranArmitage.of(upheld, items, times)
                        .map(trend -> trend.clustered(deff))
                        .orElse(null),
                MannKendall.of(times, rates).orElse(null),
                cusum(1 - overall, notUpheld, upheld).orElse(null),
                run,
                Runs.chance(run, rates.length));
    }

    private static Optional<Double> cusum(double p0, long[] events, long[] others) {
        if (p0 <= 0 || p0 >= 1) {
            return Optional.empty();
        }
        BernoulliCusum cusum = new BernoulliCusum(p0, BernoulliCusum.shiftedOdds(p0, CUSUM_ODDS));
        return Optional.of(
                Arrays.stream(cusum.pathOfBatches(events, others)).max().orElse(0));
    }

    private static double monthNumber(String month) {
        String[] parts = month.split("-", -1);
        return Integer.parseInt(parts[0]) * 12.0 + Integer.parseInt(parts[1]);
    }

    /** The trend's columns of the summary. */
    static List<Measure<GroupRow>> measures(@Nullable MonthTrend trend) {
        return List.of(
                count(trend, "trend_months", "Months with a determined item", "", MonthTrend::months),
                decimal(
                        trend,
                        "cochran_armitage_z",
                        "Linear trend of the rate over months; above 0 where it rises. Undated items are in no measure of trend",
                        "Σs(x − n·p) / √(deff·p(1−p)(Σns² − (Σns)²/N)), s the month's number; p and deff of all dated items",
                        t -> t.cochranArmitage() == null
                                ? null
                                : t.cochranArmitage().z()),
                decimal(
                        trend,
                        "cochran_armitage_p",
                        "Its two-sided p-value",
                        "",
                        t -> t.cochranArmitage() == null
                                ? null
                                : t.cochranArmitage().p()),
                count(
                        trend,
                        "mann_kendall_s",
                        "Pairs of months in which the rate rises less those in which it falls; empty below three months, or where all"
                                + " have one rate, as are the next three columns",
                        "Σ sign(later − earlier)",
                        t -> t.mannKendall() == null ? null : t.mannKendall().s()),
                decimal(
                        trend,
                        "mann_kendall_z",
                        "Monotonic trend, with ties and continuity correction",
                        "",
                        t -> t.mannKendall() == null ? null : t.mannKendall().z()),
                decimal(
                        trend,
                        "mann_kendall_p",
                        "Its two-sided p-value",
                        "",
                        t -> t.mannKendall() == null ? null : t.mannKendall().p()),
                decimal(
                        trend,
                        "sen_slope",
                        "Median change of the rate from one month to the next",
                        "median of (later − earlier) / months between",
                        t -> t.mannKendall() == null ? null : t.mannKendall().senSlope()),
                decimal(
                        trend,
                        "cusum_maximum",
                        "Highest evidence, at the end of a month, that the odds of not upholding have doubled",
                        "max of S ← max(0, S + not upheld·ln(p1/p0) + upheld·ln((1−p1)/(1−p0))); p0 = share not upheld of the"
                                + " dated items, p1 = 2p0/(1 + p0)",
                        MonthTrend::cusumMaximum),
                count(
                        trend,
                        "longest_run",
                        "Most months in a row on one side of the rate of all dated items",
                        "",
                        MonthTrend::longestRun),
                decimal(
                        trend,
                        "longest_run_chance",
                        "Chance of a run that long or longer in trend_months months, each on either side with chance 1/2",
                        "",
                        MonthTrend::runChance),
                Measure.flag(
                        "longest_run_signal",
                        "Whether the longest run is a sign of change: chance seldom makes one that long",
                        "longest_run_chance ≤ 0.05",
                        r -> trend == null || trend.runChance() == null
                                ? null
                                : (Boolean) (trend.runChance() <= Runs.SIGNAL)));
    }

    private static Measure<GroupRow> decimal(
            @Nullable MonthTrend trend,
            String name,
            String definition,
            String formula,
            Function<MonthTrend, @Nullable Double> value) {
        return Measure.decimal(name, definition, formula, r -> trend == null ? null : value.apply(trend));
    }

    private static Measure<GroupRow> count(
            @Nullable MonthTrend trend,
            String name,
            String definition,
            String formula,
            Function<MonthTrend, @Nullable Long> value) {
        return Measure.count(name, definition, formula, r -> trend == null ? null : value.apply(trend));
    }
}
