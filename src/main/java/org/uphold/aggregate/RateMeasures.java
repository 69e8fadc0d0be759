package org.uphold.aggregate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.statistics.ClopperPearson;
import org.uphold.statistics.Interval;
import org.uphold.statistics.StandardizedRatio;
import org.uphold.statistics.Wilson;

/**
 * The figures of every table of rates, in published order. To add one, add it to a list here: the tables, the data dictionary and all
 * formats follow.
 */
final class RateMeasures {

    static final double CONFIDENCE = 0.95;
    static final double WIDE_CONFIDENCE = 0.998;

    private static final String WILSON = "(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²))";

    /** Counts and rates of a group, in the contract's order. */
    static final List<Measure<GroupRow>> COUNTS_AND_RATES = List.of(
            count("items", "Disputed items", "upheld + overturned + partially_overturned + unknown", Tally::items),
            count("cases", "Cases with an item in the group", "", Tally::letters),
            count("upheld", "Items whose denial the reviewer upheld", "", Tally::upheld),
            count("overturned", "Items whose denial the reviewer overturned", "", Tally::overturned),
            count("partially_overturned", "Items approved in part", "", Tally::partiallyOverturned),
            count("unknown", "Items whose outcome is missing, unreadable or contradictory", "", Tally::unknown),
            rate("uphold_rate", "Share of determined items upheld: the headline", "U / (U + O + P)", Tally::upholdRate),
            end(
                    "ci95_lower",
                    "Lower end of the 95 % Wilson interval, items clustered by letter",
                    clustered(),
                    CONFIDENCE,
                    true),
            end(
                    "ci95_upper",
                    "Upper end of the 95 % Wilson interval, items clustered by letter",
                    clustered(),
                    CONFIDENCE,
                    false),
            rate(
                    "rate_excluding_partial",
                    "Share upheld among items decided wholly",
                    "U / (U + O)",
                    t -> Figures.ratio(t.upheld(), t.upheld() + t.overturned())),
            rate(
                    "rate_half_credit",
                    "Share upheld, a partial decision counted as half",
                    "(U + P/2) / (U + O + P)",
                    t -> Figures.ratio(t.upheld() + t.partiallyOverturned() / 2.0, (double) t.determined())));

    /** Comparison with what the mix of services and chance would give. */
    private static final List<Measure<GroupRow>> COMPARISON = List.of(
            Measure.decimal(
                    "expected_upheld",
                    "Upheld items expected from the overall rates of the group's service categories",
                    "Σ determined(category) · U(category) / (U + O + P)(category)",
                    r -> r.expected() == null ? null : r.expected().upheld()),
            ratio(
                    "standardized_ratio",
                    "Not upheld to expected not upheld; 1 is as expected",
                    StandardizedRatio::ratio),
            Measure.text(
                    "funnel_flag",
                    "low or high where the group differs from the overall rate; empty is no evidence of difference",
                    "q_value ≤ 0.05 and uphold_rate outside funnel_3s_lower..funnel_3s_upper",
                    r -> r.funnel() == null ? null : r.funnel().flag()),
            Measure.decimal(
                    "q_value",
                    "False discovery rate at which the group would be flagged",
                    "Benjamini-Hochberg over the table's groups; p two-sided normal on the scale of the limits",
                    r -> r.funnel() == null ? null : r.funnel().q()),
            Measure.flag("additive", "Whether the rows of this table sum to the total", "", GroupRow::additive),
            Measure.text(
                    "annotation",
                    "Code of a row that is not shown; else empty",
                    "",
                    r -> r.hidden() ? r.code() : null));

    /** Further intervals, and what they rest on. */
    static final List<Measure<GroupRow>> FURTHER_INTERVALS = List.of(
            end(
                    "ci95_plain_lower",
                    "Lower end of the 95 % Wilson interval as if items were independent",
                    plain(),
                    CONFIDENCE,
                    true),
            end(
                    "ci95_plain_upper",
                    "Upper end of the 95 % Wilson interval as if items were independent",
                    plain(),
                    CONFIDENCE,
                    false),
            end(
                    "ci998_lower",
                    "Lower end of the 99.8 % Wilson interval, items clustered by letter",
                    clustered(),
                    WIDE_CONFIDENCE,
                    true),
            end(
                    "ci998_upper",
                    "Upper end of the 99.8 % Wilson interval, items clustered by letter",
                    clustered(),
                    WIDE_CONFIDENCE,
                    false),
            exact("ci95_exact_lower", "Lower end of the 95 % Clopper-Pearson interval, on request", Interval::lower),
            exact("ci95_exact_upper", "Upper end of the 95 % Clopper-Pearson interval, on request", Interval::upper),
            rate(
                    "deff",
                    "Design effect: variance of the rate to that of independent items",
                    "max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing",
                    Tally::designEffect),
            rate("n_eff", "Effective sample size", "(U + O + P) / deff", Tally::effectiveSize),
            rate(
                    "rate_if_unknown_not_upheld",
                    "The rate if no unknown outcome were upheld",
                    "U / (N + K)",
                    t -> Figures.ratio(t.upheld(), t.items())),
            rate(
                    "rate_if_unknown_upheld",
                    "The rate if every unknown outcome were upheld",
                    "(U + K) / (N + K)",
                    t -> Figures.ratio(t.upheld() + t.unknown(), t.items())));

    /** Cases a person could be counted in: what disclosure control looks at. */
    static final List<Measure<GroupRow>> PEOPLE = List.of(
            count("cases_with_upheld", "Cases with an upheld item in the group", "", Tally::casesWithUpheld),
            count(
                    "cases_with_not_upheld",
                    "Cases with an overturned or partially overturned item in the group",
                    "",
                    Tally::casesWithNotUpheld));

    /** The bridge from items to cases. */
    static final List<Measure<GroupRow>> CASE_OUTCOMES = List.of(
            count("cases_upheld", "Cases whose determined items in the group are all upheld", "", Tally::casesUpheld),
            count(
                    "cases_overturned",
                    "Cases whose determined items in the group are all overturned",
                    "",
                    Tally::casesOverturned),
            count(
                    "cases_partially_overturned",
                    "Cases with any other mix, or any partial decision",
                    "",
                    Tally::casesMixed),
            count("cases_undetermined", "Cases without a determined item in the group", "", Tally::casesUndetermined),
            rate(
                    "case_uphold_rate",
                    "Share of determined cases upheld",
                    "cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)",
                    t -> Figures.ratio(t.casesUpheld(), t.lettersDetermined())),
            end(
                    "case_ci95_lower",
                    "Lower end of the 95 % Wilson interval of case_uphold_rate",
                    byCase(),
                    CONFIDENCE,
                    true),
            end(
                    "case_ci95_upper",
                    "Upper end of the 95 % Wilson interval of case_uphold_rate",
                    byCase(),
                    CONFIDENCE,
                    false));

    private static final List<Measure<GroupRow>> FURTHER_COMPARISON = List.of(
            ratio(
                    "standardized_ratio_lower",
                    "Lower end of its 95 % interval",
                    s -> s.interval().lower()),
            ratio(
                    "standardized_ratio_upper",
                    "Upper end of its 95 % interval",
                    s -> s.interval().upper()),
            limit("funnel_2s_lower", f -> f.twoSigma().lower()),
            limit("funnel_2s_upper", f -> f.twoSigma().upper()),
            limit("funnel_3s_lower", f -> f.threeSigma().lower()),
            limit("funnel_3s_upper", f -> f.threeSigma().upper()),
            Measure.flag(
                    "funnel_adjusted",
                    "Whether the limits allow for over-dispersion",
                    "I·φ above the 0.95 quantile of χ² with I−1 degrees; then sin²(asin√p₀ ± z·√(1/(4·n_eff) + τ²))",
                    r -> r.funnel() == null ? null : r.funnel().adjusted()));

    /** All, in published order. */
    static final List<Measure<GroupRow>> ALL = Stream.of(
                    COUNTS_AND_RATES, COMPARISON, FURTHER_INTERVALS, PEOPLE, CASE_OUTCOMES, FURTHER_COMPARISON)
            .flatMap(List::stream)
            .toList();

    private RateMeasures() {}

    private static Measure<GroupRow> count(
            String name, String definition, String formula, ToLongFunction<Tally> count) {
        return Measure.count(name, definition, formula, r -> count.applyAsLong(r.tally()));
    }

    private static Measure<GroupRow> rate(
            String name, String definition, String formula, Function<Tally, @Nullable Double> rate) {
        return Measure.decimal(name, definition, formula, r -> rate.apply(r.tally()));
    }

    private static Measure<GroupRow> end(
            String name, String definition, Sample sample, double confidence, boolean lower) {
        return Measure.decimal(
                name,
                definition,
                WILSON + sample.explanation(),
                r -> Wilson.interval(sample.x().apply(r.tally()), sample.n().apply(r.tally()), confidence)
                        .map(i -> lower ? i.lower() : i.upper())
                        .orElse(null));
    }

    private static Measure<GroupRow> exact(String name, String definition, Function<Interval, Double> end) {
        return Measure.decimal(
                name,
                definition,
                "Quantiles of Beta(x, n−x+1) and Beta(x+1, n−x)",
                r -> exactInterval(r).map(end).orElse(null));
    }

    private static Optional<Interval> exactInterval(GroupRow row) {
        return row.options().exactIntervals()
                ? ClopperPearson.interval(row.tally().upheld(), row.tally().determined(), CONFIDENCE)
                : Optional.empty();
    }

    private static Measure<GroupRow> ratio(String name, String definition, Function<StandardizedRatio, Double> value) {
        String formula = "(O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events";
        return Measure.decimal(name, definition, formula, r -> {
            StandardizedRatio ratio = r.expected() == null ? null : r.expected().ratio(r.tally());
            return ratio == null ? null : value.apply(ratio);
        });
    }

    private static Measure<GroupRow> limit(String name, Function<FunnelPoint, Double> value) {
        return Measure.decimal(
                name,
                "Where the rate of a group of this size would lie by chance; "
                        + (name.contains("2s") ? "95 %" : "99.8 %"),
                "p₀ ± z·√(p₀(1−p₀)/n_eff), clipped; see funnel_adjusted",
                r -> r.funnel() == null ? null : value.apply(r.funnel()));
    }

    private static Sample plain() {
        return new Sample(t -> (double) t.upheld(), t -> (double) t.determined(), "; x = U, n = U + O + P");
    }

    private static Sample clustered() {
        return new Sample(
                t -> {
                    Double n = t.effectiveSize();
                    return n == null ? 0 : Math.min(n, n * t.upheld() / t.determined());
                },
                t -> {
                    Double n = t.effectiveSize();
                    return n == null ? 0 : n;
                },
                "; x = p·n_eff, n = n_eff");
    }

    private static Sample byCase() {
        return new Sample(
                t -> (double) t.casesUpheld(),
                t -> (double) t.lettersDetermined(),
                "; x = cases_upheld, n = determined cases");
    }

    /** Successes and trials of an interval. */
    private record Sample(Function<Tally, Double> x, Function<Tally, Double> n, String explanation) {}
}
