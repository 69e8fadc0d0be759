package org.uphold.rates.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Figures;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.Tally;
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
                    clustered(CONFIDENCE),
                    true),
            end(
                    "ci95_upper",
                    "Upper end of the 95 % Wilson interval, items clustered by letter",
                    clustered(CONFIDENCE),
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
                    "Upheld items expected from the overall rates of the group's service categories; empty in the concordance,"
                            + " whose mix of services is not kept",
                    "Σ determined(category) · U(category) / (U + O + P)(category)",
                    r -> r.compared(
                            c -> c.expected() == null ? null : c.expected().upheld())),
            ratio(
                    "standardized_ratio",
                    "Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service"
                            + " category, where it is 1 by construction",
                    StandardizedRatio::ratio),
            Measure.text(
                    "funnel_flag",
                    "low or high where the group differs from the overall rate; empty is no evidence of difference",
                    "q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper",
                    r -> r.compared(c -> c.funnel() == null ? null : c.funnel().flag())),
            Measure.decimal(
                    "q_value",
                    "False discovery rate at which the group would be flagged",
                    "Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials"
                            + " of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function",
                    r -> r.compared(c -> c.funnel() == null ? null : c.funnel().q())),
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
                    true),
            end(
                    "ci95_plain_upper",
                    "Upper end of the 95 % Wilson interval as if items were independent",
                    plain(),
                    false),
            end(
                    "ci998_lower",
                    "Lower end of the 99.8 % Wilson interval, items clustered by letter",
                    clustered(WIDE_CONFIDENCE),
                    true),
            end(
                    "ci998_upper",
                    "Upper end of the 99.8 % Wilson interval, items clustered by letter",
                    clustered(WIDE_CONFIDENCE),
                    false),
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

    /** On request. */
    private static final List<Measure<GroupRow>> EXACT_INTERVAL = List.of(
            end(
                    "ci95_exact_lower",
                    "Lower end of the 95 % Clopper-Pearson interval as if items were independent",
                    exact(),
                    true),
            end(
                    "ci95_exact_upper",
                    "Upper end of the 95 % Clopper-Pearson interval as if items were independent",
                    exact(),
                    false));

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
            end("case_ci95_lower", "Lower end of the 95 % Wilson interval of case_uphold_rate", byCase(), true),
            end("case_ci95_upper", "Upper end of the 95 % Wilson interval of case_uphold_rate", byCase(), false));

    private static final List<Measure<GroupRow>> FURTHER_COMPARISON = List.of(
            ratio(
                    "standardized_ratio_lower",
                    "Lower end of its 95 % interval",
                    s -> s.interval().lower()),
            ratio(
                    "standardized_ratio_upper",
                    "Upper end of its 95 % interval",
                    s -> s.interval().upper()),
            Measure.decimal(
                    "funnel_n",
                    "Effective size in the funnel: that of the limits, of q_value and of funnel_flag",
                    "n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where"
                            + " funnel_adjusted n/(1 + 4nτ²)",
                    r -> r.compared(c -> c.funnel() == null ? null : c.funnel().size())),
            limit("funnel_2s_lower", "0.025", f -> f.twoSigma().lower()),
            limit("funnel_2s_upper", "0.025", f -> f.twoSigma().upper()),
            limit("funnel_3s_lower", "0.001", f -> f.threeSigma().lower()),
            limit("funnel_3s_upper", "0.001", f -> f.threeSigma().upper()),
            Measure.flag(
                    "funnel_adjusted",
                    "Whether limits, q_value and funnel_flag allow for over-dispersion",
                    "I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and"
                            + " 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n",
                    r -> r.compared(c -> c.funnel() == null ? null : c.funnel().adjusted())));

    private RateMeasures() {}

    /** All, in published order. */
    static List<Measure<GroupRow>> all(MeasureOptions options) {
        return Stream.of(
                        COUNTS_AND_RATES,
                        COMPARISON,
                        furtherIntervals(options),
                        PEOPLE,
                        CASE_OUTCOMES,
                        FURTHER_COMPARISON)
                .flatMap(List::stream)
                .toList();
    }

    /** Further intervals, and what they rest on; exact ones where the run asks for them. */
    static List<Measure<GroupRow>> furtherIntervals(MeasureOptions options) {
        return options.exactIntervals()
                ? Stream.concat(FURTHER_INTERVALS.stream(), EXACT_INTERVAL.stream())
                        .toList()
                : FURTHER_INTERVALS;
    }

    private static Measure<GroupRow> count(
            String name, String definition, String formula, ToLongFunction<Tally> count) {
        return Measure.count(name, definition, formula, r -> count.applyAsLong(r.tally()));
    }

    private static Measure<GroupRow> rate(
            String name, String definition, String formula, Function<Tally, @Nullable Double> rate) {
        return Measure.decimal(name, definition, formula, r -> rate.apply(r.tally()));
    }

    private static Measure<GroupRow> end(String name, String definition, Ends ends, boolean lower) {
        return Measure.decimal(
                name,
                definition,
                ends.formula(),
                r -> ends.of()
                        .apply(r.tally())
                        .map(i -> lower ? i.lower() : i.upper())
                        .orElse(null));
    }

    private static Measure<GroupRow> ratio(String name, String definition, Function<StandardizedRatio, Double> value) {
        String formula =
                "(O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by"
                        + " 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n";
        return Measure.decimal(
                name, definition, formula, r -> r.compared(c -> c.ratio() == null ? null : value.apply(c.ratio())));
    }

    private static Measure<GroupRow> limit(String name, String tail, Function<FunnelPoint, Double> value) {
        return Measure.decimal(
                name,
                "Where the rate of a group of this size would lie by chance; "
                        + (name.contains("2s") ? "95 %" : "99.8 %"),
                "The rate at which the exact tail of funnel_n trials of chance p₀ is " + tail
                        + ", 0 or 1 where none is; see q_value",
                r -> r.compared(c -> c.funnel() == null ? null : value.apply(c.funnel())));
    }

    private static Ends plain() {
        return new Ends(
                WILSON + "; x = U, n = U + O + P",
                t -> Wilson.interval((double) t.upheld(), (double) t.determined(), CONFIDENCE));
    }

    private static Ends exact() {
        return new Ends(
                "Quantiles of Beta(x, n−x+1) and Beta(x+1, n−x); x = U, n = U + O + P",
                t -> ClopperPearson.interval(t.upheld(), t.determined(), CONFIDENCE));
    }

    private static Ends clustered(double confidence) {
        return new Ends(
                WILSON
                        + "; x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and"
                        + " one letter has 0 to 1",
                t -> {
                    Double rate = t.upholdRate();
                    Double n = t.effectiveSize();
                    return rate == null || n == null
                            ? Optional.empty()
                            : Wilson.ofClusters(rate, n, t.lettersDetermined(), confidence);
                });
    }

    private static Ends byCase() {
        return new Ends(
                WILSON + "; x = cases_upheld, n = determined cases",
                t -> Wilson.interval((double) t.casesUpheld(), (double) t.lettersDetermined(), CONFIDENCE));
    }

    /** Both ends of an interval. */
    private record Ends(String formula, Function<Tally, Optional<Interval>> of) {}
}
