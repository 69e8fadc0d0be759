-- Uphold rates of independent medical review, all dates.
-- PostgreSQL: psql -v ON_ERROR_STOP=1 -f load.sql      SQLite: sqlite3 uphold.db < load.sql
-- Each view …_rates computes the rates again from the counts.

BEGIN;

-- Overall figures
CREATE TABLE "summary" (
  "basis" TEXT, -- Which date places a letter in time
  "received_items" BIGINT, -- Items of every disposition = Σ items of dispositions
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "annotation" TEXT, -- Code where the figures are not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "items_per_case" DOUBLE PRECISION, -- Items in an average case = items / cases
  "letters_upheld" BIGINT, -- Letters with an item of outcome UPHELD
  "letters_overturned" BIGINT, -- Letters with an item of outcome OVERTURNED
  "letters_partially_overturned" BIGINT, -- Letters with an item of outcome PARTIALLY_OVERTURNED
  "letters_unknown" BIGINT, -- Letters with an item of outcome UNKNOWN
  "letters_withdrawn" BIGINT, -- Letters with an item of outcome WITHDRAWN
  "letters_ineligible" BIGINT, -- Letters with an item of outcome INELIGIBLE
  "letters_dismissed" BIGINT, -- Letters with an item of outcome DISMISSED
  "letters_duplicate" BIGINT, -- Letters with an item of outcome DUPLICATE
  "letters_terminated_authorized" BIGINT, -- Letters with an item of outcome TERMINATED_AUTHORIZED
  "undated_items" BIGINT, -- Items of every disposition of the letters without that date; empty where the window is bounded, which holds none
  "undated_letters" BIGINT, -- Letters without that date, whatever became of their items; empty where the window is bounded, which holds none
  "superseded_letters" BIGINT, -- Statements that say something else of the cases that the window counts and lost to the ones that count, whatever their own dates
  "unclassified_items" BIGINT, -- Items whose service matched no rule
  "trend_months" BIGINT, -- Months with a determined item
  "cochran_armitage_z" DOUBLE PRECISION, -- Linear trend of the rate over months; above 0 where it rises. Undated items are in no measure of trend = Σs(x − n·p) / √(deff·p(1−p)(Σns² − (Σns)²/N)), s the month's number; p and deff of all dated items
  "cochran_armitage_p" DOUBLE PRECISION, -- Its two-sided p-value
  "mann_kendall_s" BIGINT, -- Pairs of months in which the rate rises less those in which it falls; empty below three months, or where all have one rate, as are the next three columns = Σ sign(later − earlier)
  "mann_kendall_z" DOUBLE PRECISION, -- Monotonic trend, with ties and continuity correction
  "mann_kendall_p" DOUBLE PRECISION, -- Its two-sided p-value
  "sen_slope" DOUBLE PRECISION, -- Median change of the rate from one month to the next = median of (later − earlier) / months between
  "cusum_maximum" DOUBLE PRECISION, -- Highest evidence, at the end of a month, that the odds of not upholding have doubled = max of S ← max(0, S + not upheld·ln(p1/p0) + upheld·ln((1−p1)/(1−p0))); p0 = share not upheld of the dated items, p1 = 2p0/(1 + p0)
  "longest_run" BIGINT, -- Most months in a row on one side of the rate of all dated items
  "longest_run_chance" DOUBLE PRECISION, -- Chance of a run that long or longer in trend_months months, each on either side with chance 1/2
  "longest_run_signal" BOOLEAN -- Whether the longest run is a sign of change: chance seldom makes one that long = longest_run_chance ≤ 0.05
);
INSERT INTO "summary" VALUES
('decision', 93, 93, 40, 72, 19, 2, 0, 0.774194, 0.670930, 0.852191, 0.791209, 0.784946, NULL, 0.679335, 0.847298, 0.604789, 0.884814, 1.169273, 79.536616, 0.774194, 0.774194, 33, 20, 20, 7, 13, 0, 0.500000, 0.351995, 0.648005, 2.325000, 33, 19, 2, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 33, -0.095679, 0.923776, 65, 1.036355, 0.300036, 0.000000, 1.538993, 4, 0.922061, false);
CREATE VIEW "summary_rates" AS SELECT
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "summary";

-- Uphold rates by service category
CREATE TABLE "uphold_by_service_category" (
  "service_category" TEXT NOT NULL, -- Category of the disputed service; Unclassified where no rule matched
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "expected_upheld" DOUBLE PRECISION, -- Upheld items expected from the overall rates of the group's service categories; empty in the concordance, whose mix of services is not kept = Σ determined(category) · U(category) / (U + O + P)(category)
  "standardized_ratio" DOUBLE PRECISION, -- Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_flag" TEXT, -- low or high where the group differs from the overall rate; empty is no evidence of difference = q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper
  "q_value" DOUBLE PRECISION, -- False discovery rate at which the group would be flagged = Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function
  "additive" BOOLEAN, -- Whether the rows of this table sum to the total
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "standardized_ratio_lower" DOUBLE PRECISION, -- Lower end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "standardized_ratio_upper" DOUBLE PRECISION, -- Upper end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_n" DOUBLE PRECISION, -- Effective size in the funnel: that of the limits, of q_value and of funnel_flag = n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)
  "funnel_2s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_2s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_3s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_3s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_adjusted" BOOLEAN, -- Whether limits, q_value and funnel_flag allow for over-dispersion = I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n
  PRIMARY KEY ("service_category")
);
INSERT INTO "uphold_by_service_category" VALUES
('DMEPOS', 13, 7, 12, 1, 0, 0, 0.923077, 0.530092, 0.992227, 0.923077, 0.923077, 12.000000, NULL, NULL, 0.782620, true, NULL, 0.666860, 0.986290, 0.224194, 0.997997, 1.346154, 9.657143, 0.923077, 0.923077, 6, 1, 6, 1, 0, 0, 0.857143, 0.486872, 0.974320, NULL, NULL, 9.657143, 0.440120, 1.000000, 0.260452, 1.000000, false),
('Diagnostic Testing', 13, 11, 11, 2, 0, 0, 0.846154, 0.538063, 0.962922, 0.846154, 0.846154, 11.000000, NULL, NULL, 1.000000, true, NULL, 0.577654, 0.956742, 0.313155, 0.985152, 1.000000, 13.000000, 0.846154, 0.846154, 10, 2, 9, 1, 1, 0, 0.818182, 0.523019, 0.948632, NULL, NULL, 12.778933, 0.491094, 1.000000, 0.335614, 1.000000, false),
('Evaluation & Management', 2, 2, 0, 2, 0, 0, 0.000000, 0.000000, 0.987764, 0.000000, 0.000000, 0.000000, NULL, NULL, 0.458024, true, NULL, 0.000000, 0.657620, 0.000000, 0.999980, 1.000000, 2.000000, 0.000000, 0.000000, 0, 2, 0, 2, 0, 0, 0.000000, 0.000000, 0.657620, NULL, NULL, 2.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Home Health', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.000000, NULL, NULL, 0.782620, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Injection', 8, 7, 7, 1, 0, 0, 0.875000, 0.407689, 0.986148, 0.875000, 0.875000, 7.000000, NULL, NULL, 1.000000, true, NULL, 0.529112, 0.977583, 0.150780, 0.996390, 1.208333, 6.620690, 0.875000, 0.875000, 6, 1, 6, 1, 0, 0, 0.857143, 0.486872, 0.974320, NULL, NULL, 6.620690, 0.355010, 1.000000, 0.138695, 1.000000, false),
('Other', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, NULL, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 28, 14, 26, 2, 0, 0, 0.928571, 0.752340, 0.982342, 0.928571, 0.928571, 26.000000, NULL, NULL, 0.458024, true, NULL, 0.773546, 0.980188, 0.567972, 0.992281, 1.000000, 28.000000, 0.928571, 0.928571, 14, 2, 12, 0, 2, 0, 0.857143, 0.600586, 0.959906, NULL, NULL, 24.041510, 0.577733, 0.948268, 0.466652, 1.000000, false),
('Programs', 4, 3, 2, 1, 1, 0, 0.500000, 0.046590, 0.953410, 0.666667, 0.625000, 2.000000, NULL, NULL, 0.782620, true, NULL, 0.150039, 0.849961, 0.001994, 0.998006, 1.000000, 4.000000, 0.500000, 0.500000, 2, 2, 1, 0, 2, 0, 0.333333, 0.061492, 0.792340, NULL, NULL, 3.890629, 0.192539, 1.000000, 0.000000, 1.000000, false),
('Psych Services', 5, 4, 2, 2, 1, 0, 0.400000, 0.060551, 0.873346, 0.500000, 0.500000, 2.000000, NULL, NULL, 0.458024, true, NULL, 0.117621, 0.769276, 0.007440, 0.983414, 1.000000, 5.000000, 0.400000, 0.400000, 2, 3, 1, 2, 1, 0, 0.250000, 0.045587, 0.699358, NULL, NULL, 4.890028, 0.269570, 1.000000, 0.021870, 1.000000, false),
('Rehabilitation', 13, 13, 9, 4, 0, 0, 0.692308, 0.396682, 0.885052, 0.692308, 0.692308, 9.000000, NULL, NULL, 0.921500, true, NULL, 0.423693, 0.873193, 0.232152, 0.943644, 1.000000, 13.000000, 0.692308, 0.692308, 9, 4, 9, 4, 0, 0, 0.692308, 0.423693, 0.873193, NULL, NULL, 13.000000, 0.493928, 1.000000, 0.339838, 1.000000, false),
('Surgery', 5, 4, 2, 3, 0, 0, 0.400000, 0.060551, 0.873346, 0.400000, 0.400000, 2.000000, NULL, NULL, 0.458024, true, NULL, 0.117621, 0.769276, 0.007440, 0.983414, 1.000000, 5.000000, 0.400000, 0.400000, 2, 3, 1, 2, 1, 0, 0.250000, 0.045587, 0.699358, NULL, NULL, 4.890028, 0.269570, 1.000000, 0.021870, 1.000000, false);
CREATE VIEW "uphold_by_service_category_rates" AS SELECT
  "service_category",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "uphold_by_service_category";

-- Uphold rates by guideline source
CREATE TABLE "uphold_by_guideline_source" (
  "guideline_source" TEXT NOT NULL, -- Guideline source that the reviewer cites, among others or alone
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "expected_upheld" DOUBLE PRECISION, -- Upheld items expected from the overall rates of the group's service categories; empty in the concordance, whose mix of services is not kept = Σ determined(category) · U(category) / (U + O + P)(category)
  "standardized_ratio" DOUBLE PRECISION, -- Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_flag" TEXT, -- low or high where the group differs from the overall rate; empty is no evidence of difference = q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper
  "q_value" DOUBLE PRECISION, -- False discovery rate at which the group would be flagged = Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function
  "additive" BOOLEAN, -- Whether the rows of this table sum to the total
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "standardized_ratio_lower" DOUBLE PRECISION, -- Lower end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "standardized_ratio_upper" DOUBLE PRECISION, -- Upper end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_n" DOUBLE PRECISION, -- Effective size in the funnel: that of the limits, of q_value and of funnel_flag = n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)
  "funnel_2s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_2s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_3s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_3s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_adjusted" BOOLEAN, -- Whether limits, q_value and funnel_flag allow for over-dispersion = I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n
  PRIMARY KEY ("guideline_source")
);
INSERT INTO "uphold_by_guideline_source" VALUES
('MTUS', 67, 38, 49, 17, 1, 0, 0.731343, 0.613757, 0.823430, 0.742424, 0.738806, 51.684341, 1.175268, NULL, 1.000000, false, NULL, 0.614819, 0.822778, 0.541616, 0.862481, 1.017260, 65.863219, 0.731343, 0.731343, 29, 17, 21, 9, 8, 0, 0.552632, 0.397063, 0.698536, 0.677321, 1.896144, 61.244024, 0.657661, 0.882121, 0.590555, 0.931517, false),
('None cited', 6, 4, 6, 0, 0, 0, 1.000000, 0.262238, 1.000000, 1.000000, 1.000000, 5.615385, 0.000000, NULL, 1.000000, false, NULL, 0.609666, 1.000000, 0.033353, 1.000000, 1.666667, 3.600000, 1.000000, 1.000000, 4, 0, 4, 0, 0, 0, 1.000000, 0.510109, 1.000000, 0.000000, 9.950578, 3.600000, 0.163527, 1.000000, 0.000000, 1.000000, false),
('ODG', 23, 14, 18, 3, 2, 0, 0.782609, 0.513795, 0.924608, 0.857143, 0.826087, 16.873352, 0.816107, NULL, 1.000000, false, NULL, 0.580965, 0.903360, 0.331257, 0.963186, 1.425492, 16.134776, 0.782609, 0.782609, 10, 5, 9, 3, 2, 0, 0.642857, 0.387644, 0.836553, 0.248886, 1.970513, 16.134776, 0.527112, 0.987440, 0.389620, 1.000000, false),
('Other', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.923077, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 47.955433, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false);
CREATE VIEW "uphold_by_guideline_source_rates" AS SELECT
  "guideline_source",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "uphold_by_guideline_source";

-- Uphold rates by specialty
CREATE TABLE "uphold_by_specialty" (
  "specialty" TEXT NOT NULL, -- Specialty of the letter's reviewer, each one named
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "expected_upheld" DOUBLE PRECISION, -- Upheld items expected from the overall rates of the group's service categories; empty in the concordance, whose mix of services is not kept = Σ determined(category) · U(category) / (U + O + P)(category)
  "standardized_ratio" DOUBLE PRECISION, -- Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_flag" TEXT, -- low or high where the group differs from the overall rate; empty is no evidence of difference = q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper
  "q_value" DOUBLE PRECISION, -- False discovery rate at which the group would be flagged = Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function
  "additive" BOOLEAN, -- Whether the rows of this table sum to the total
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "standardized_ratio_lower" DOUBLE PRECISION, -- Lower end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "standardized_ratio_upper" DOUBLE PRECISION, -- Upper end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_n" DOUBLE PRECISION, -- Effective size in the funnel: that of the limits, of q_value and of funnel_flag = n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)
  "funnel_2s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_2s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_3s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_3s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_adjusted" BOOLEAN, -- Whether limits, q_value and funnel_flag allow for over-dispersion = I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n
  PRIMARY KEY ("specialty")
);
INSERT INTO "uphold_by_specialty" VALUES
('Anesthesiology', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Brain Injury Medicine', 4, 1, 2, 1, 1, 0, 0.500000, 0.000000, 1.000000, 0.666667, 0.625000, 3.120879, 2.275000, NULL, 1.000000, false, NULL, 0.150039, 0.849961, 0.000000, 1.000000, 4.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.211564, 8.988783, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Chiropractic', 3, 3, 1, 2, 0, 0, 0.333333, 0.016537, 0.936979, 0.333333, 0.333333, 2.076923, 2.166667, NULL, 1.000000, false, NULL, 0.061492, 0.792340, 0.000666, 0.997340, 1.000000, 3.000000, 0.333333, 0.333333, 1, 2, 1, 2, 0, 0, 0.333333, 0.061492, 0.792340, 0.262393, 7.826745, 3.000000, 0.088951, 1.000000, 0.000000, 1.000000, false),
('Family Medicine', 6, 2, 5, 1, 0, 0, 0.833333, 0.011896, 0.999519, 0.833333, 0.833333, 4.270604, 0.578237, NULL, 1.000000, false, NULL, 0.436497, 0.969947, 0.000019, 0.999999, 2.133333, 2.812500, 0.833333, 0.833333, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.009658, 3.511855, 2.812500, 0.060193, 1.000000, 0.000000, 1.000000, false),
('Geriatric Psychiatry', 3, 1, 2, 0, 1, 0, 0.666667, 0.000000, 1.000000, 1.000000, 0.833333, 1.728571, 0.786517, NULL, 1.000000, false, NULL, 0.207660, 0.938508, 0.000000, 1.000000, 3.000000, 1.000000, 0.666667, 0.666667, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.013944, 4.720590, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Internal Medicine', 8, 3, 8, 0, 0, 0, 1.000000, 0.103328, 1.000000, 1.000000, 1.000000, 7.428571, 0.000000, NULL, 1.000000, false, NULL, 0.675592, 1.000000, 0.004261, 1.000000, 3.750000, 2.133333, 1.000000, 1.000000, 3, 0, 3, 0, 0, 0, 1.000000, 0.438503, 1.000000, 0.000000, 7.453646, 2.133333, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Neurology', 8, 2, 8, 0, 0, 0, 1.000000, 0.007866, 1.000000, 1.000000, 1.000000, 6.386264, 0.000000, NULL, 1.000000, false, NULL, 0.675592, 1.000000, 0.000013, 1.000000, 6.250000, 1.280000, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 2.960660, 1.280000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Neuromuscular Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Occupational Medicine', 7, 4, 5, 2, 0, 0, 0.714286, 0.217804, 0.957348, 0.714286, 0.714286, 5.076923, 1.040000, NULL, 1.000000, false, NULL, 0.358934, 0.917781, 0.032249, 0.994697, 1.000000, 7.000000, 0.714286, 0.714286, 4, 2, 2, 0, 2, 0, 0.500000, 0.150039, 0.849961, 0.113870, 3.891696, 6.577374, 0.353336, 1.000000, 0.136351, 1.000000, false),
('Orthopedic Surgery', 12, 7, 9, 3, 0, 0, 0.750000, 0.379723, 0.936312, 0.750000, 0.750000, 8.111264, 0.771459, NULL, 1.000000, false, NULL, 0.467695, 0.911058, 0.157900, 0.979591, 1.166667, 10.285714, 0.750000, 0.750000, 6, 3, 4, 1, 2, 0, 0.571429, 0.250458, 0.841780, 0.146664, 2.336151, 10.285714, 0.452408, 1.000000, 0.278428, 1.000000, false),
('Pain Medicine', 27, 10, 21, 6, 0, 0, 0.777778, 0.561769, 0.905268, 0.777778, 0.777778, 23.192308, 1.575758, NULL, 1.000000, false, NULL, 0.592431, 0.893928, 0.377019, 0.952923, 1.000000, 27.000000, 0.777778, 0.777778, 9, 6, 4, 1, 5, 0, 0.400000, 0.168180, 0.687326, 0.500347, 3.722632, 21.820211, 0.566554, 0.957089, 0.449535, 1.000000, false),
('Physical Medicine and Rehabilitation', 41, 13, 32, 8, 1, 0, 0.780488, 0.605024, 0.891927, 0.800000, 0.792683, 33.394231, 1.183312, NULL, 1.000000, false, NULL, 0.632950, 0.879968, 0.457953, 0.937357, 1.112692, 36.847575, 0.780488, 0.780488, 12, 8, 5, 1, 7, 0, 0.384615, 0.177097, 0.644771, 0.486241, 2.405390, 33.175245, 0.610446, 0.921868, 0.517060, 0.981273, false),
('Preventive Medicine', 4, 2, 3, 1, 0, 0, 0.750000, 0.013620, 0.998468, 0.750000, 0.750000, 2.692308, 0.764706, NULL, 1.000000, false, NULL, 0.300642, 0.954413, 0.000022, 0.999998, 1.000000, 4.000000, 0.750000, 0.750000, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.014824, 4.507592, 3.688900, 0.172810, 1.000000, 0.000000, 1.000000, false),
('Psychiatry', 4, 2, 2, 1, 1, 0, 0.500000, 0.006081, 0.993919, 0.666667, 0.625000, 2.128571, 1.068702, NULL, 1.000000, false, NULL, 0.150039, 0.849961, 0.000010, 0.999990, 1.000000, 4.000000, 0.500000, 0.500000, 1, 2, 0, 1, 1, 0, 0.000000, 0.000000, 0.657620, 0.113390, 4.042232, 3.688900, 0.172810, 1.000000, 0.000000, 1.000000, false),
('Psychology', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.400000, 1.666667, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.042196, 9.286072, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Sports Medicine', 6, 2, 5, 1, 0, 0, 0.833333, 0.011896, 0.999519, 0.833333, 0.833333, 4.142033, 0.538223, NULL, 1.000000, false, NULL, 0.436497, 0.969947, 0.000019, 0.999999, 2.133333, 2.812500, 0.833333, 0.833333, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.008990, 3.268834, 2.812500, 0.060193, 1.000000, 0.000000, 1.000000, false);
CREATE VIEW "uphold_by_specialty_rates" AS SELECT
  "specialty",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "uphold_by_specialty";

-- Uphold rates by service category and specialty
CREATE TABLE "uphold_by_service_category_specialty" (
  "service_category" TEXT NOT NULL, -- Category of the disputed service; Unclassified where no rule matched
  "specialty" TEXT NOT NULL, -- Specialty of the letter's reviewer, each one named
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "expected_upheld" DOUBLE PRECISION, -- Upheld items expected from the overall rates of the group's service categories; empty in the concordance, whose mix of services is not kept = Σ determined(category) · U(category) / (U + O + P)(category)
  "standardized_ratio" DOUBLE PRECISION, -- Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_flag" TEXT, -- low or high where the group differs from the overall rate; empty is no evidence of difference = q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper
  "q_value" DOUBLE PRECISION, -- False discovery rate at which the group would be flagged = Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function
  "additive" BOOLEAN, -- Whether the rows of this table sum to the total
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "standardized_ratio_lower" DOUBLE PRECISION, -- Lower end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "standardized_ratio_upper" DOUBLE PRECISION, -- Upper end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_n" DOUBLE PRECISION, -- Effective size in the funnel: that of the limits, of q_value and of funnel_flag = n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)
  "funnel_2s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_2s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_3s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_3s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_adjusted" BOOLEAN, -- Whether limits, q_value and funnel_flag allow for over-dispersion = I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n
  PRIMARY KEY ("service_category", "specialty")
);
INSERT INTO "uphold_by_service_category_specialty" VALUES
('DMEPOS', 'Neurology', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.923077, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 47.955433, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('DMEPOS', 'Occupational Medicine', 2, 1, 2, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.846154, 0.000000, NULL, 1.000000, false, NULL, 0.342380, 1.000000, 0.000000, 1.000000, 2.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 25.325810, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('DMEPOS', 'Orthopedic Surgery', 3, 2, 3, 0, 0, 0, 1.000000, 0.011026, 1.000000, 1.000000, 1.000000, 2.769231, 0.000000, NULL, 1.000000, false, NULL, 0.438503, 1.000000, 0.000018, 1.000000, 1.666667, 1.800000, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 16.584297, 1.800000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('DMEPOS', 'Pain Medicine', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.923077, 13.000000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.329132, 72.431364, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('DMEPOS', 'Physical Medicine and Rehabilitation', 6, 2, 6, 0, 0, 0, 1.000000, 0.008503, 1.000000, 1.000000, 1.000000, 5.538462, 0.000000, NULL, 1.000000, false, NULL, 0.609666, 1.000000, 0.000014, 1.000000, 4.333333, 1.384615, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 9.490453, 1.384615, 0.000000, 1.000000, 0.000000, 1.000000, false),
('DMEPOS', 'Preventive Medicine', 2, 1, 2, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.846154, 0.000000, NULL, 1.000000, false, NULL, 0.342380, 1.000000, 0.000000, 1.000000, 2.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 25.325810, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Family Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Neurology', 2, 2, 2, 0, 0, 0, 1.000000, 0.012236, 1.000000, 1.000000, 1.000000, 1.692308, 0.000000, NULL, 1.000000, false, NULL, 0.342380, 1.000000, 0.000020, 1.000000, 1.000000, 2.000000, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 11.988858, 2.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Neuromuscular Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Occupational Medicine', 3, 2, 2, 1, 0, 0, 0.666667, 0.008125, 0.997956, 0.666667, 0.666667, 2.538462, 2.166667, NULL, 1.000000, false, NULL, 0.207660, 0.938508, 0.000013, 0.999997, 1.000000, 3.000000, 0.666667, 0.666667, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.048726, 12.383195, 2.891617, 0.072715, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Orthopedic Surgery', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Pain Medicine', 4, 3, 3, 1, 0, 0, 0.750000, 0.062274, 0.992675, 0.750000, 0.750000, 3.384615, 1.625000, NULL, 1.000000, false, NULL, 0.300642, 0.954413, 0.002568, 0.999714, 1.750000, 2.285714, 0.750000, 0.750000, 2, 1, 2, 1, 0, 0, 0.666667, 0.207660, 0.938508, 0.037644, 9.229069, 2.285714, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Physical Medicine and Rehabilitation', 6, 5, 5, 1, 0, 0, 0.833333, 0.259555, 0.986172, 0.833333, 0.833333, 5.076923, 1.083333, NULL, 1.000000, false, NULL, 0.436497, 0.969947, 0.055981, 0.997634, 1.333333, 4.500000, 0.833333, 0.833333, 4, 1, 4, 1, 0, 0, 0.800000, 0.375535, 0.963776, 0.025851, 6.113810, 4.500000, 0.242936, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Preventive Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Diagnostic Testing', 'Sports Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Evaluation & Management', 'Family Medicine', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.000000, 1.000000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.025318, 5.571643, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Evaluation & Management', 'Occupational Medicine', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.000000, 1.000000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.025318, 5.571643, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Evaluation & Management', 'Preventive Medicine', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.000000, 1.000000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.025318, 5.571643, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Home Health', 'Physical Medicine and Rehabilitation', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.000000, 1.000000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.025318, 5.571643, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Anesthesiology', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Family Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Neurology', 2, 1, 2, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.750000, 0.000000, NULL, 1.000000, false, NULL, 0.342380, 1.000000, 0.000000, 1.000000, 2.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 15.585114, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Orthopedic Surgery', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Pain Medicine', 4, 4, 3, 1, 0, 0, 0.750000, 0.162697, 0.978866, 0.750000, 0.750000, 3.500000, 2.000000, NULL, 1.000000, false, NULL, 0.300642, 0.954413, 0.020818, 0.997643, 1.000000, 4.000000, 0.750000, 0.750000, 3, 1, 3, 1, 0, 0, 0.750000, 0.300642, 0.954413, 0.050636, 11.143287, 4.000000, 0.202531, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Physical Medicine and Rehabilitation', 3, 3, 2, 1, 0, 0, 0.666667, 0.063021, 0.983463, 0.666667, 0.666667, 2.625000, 2.666667, NULL, 1.000000, false, NULL, 0.207660, 0.938508, 0.002660, 0.999334, 1.000000, 3.000000, 0.666667, 0.666667, 2, 1, 2, 1, 0, 0, 0.666667, 0.207660, 0.938508, 0.067514, 14.857716, 3.000000, 0.088951, 1.000000, 0.000000, 1.000000, false),
('Injection', 'Sports Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Other', 'Brain Injury Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, NULL, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Other', 'Physical Medicine and Rehabilitation', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, NULL, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Brain Injury Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Family Medicine', 2, 2, 2, 0, 0, 0, 1.000000, 0.012236, 1.000000, 1.000000, 1.000000, 1.857143, 0.000000, NULL, 1.000000, false, NULL, 0.342380, 1.000000, 0.000020, 1.000000, 1.000000, 2.000000, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 25.822156, 2.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Geriatric Psychiatry', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Internal Medicine', 8, 3, 8, 0, 0, 0, 1.000000, 0.103328, 1.000000, 1.000000, 1.000000, 7.428571, 0.000000, NULL, 1.000000, false, NULL, 0.675592, 1.000000, 0.004261, 1.000000, 3.750000, 2.133333, 1.000000, 1.000000, 3, 0, 3, 0, 0, 0, 1.000000, 0.438503, 1.000000, 0.000000, 7.453646, 2.133333, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Neurology', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Orthopedic Surgery', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Pain Medicine', 14, 5, 12, 2, 0, 0, 0.857143, 0.486265, 0.974381, 0.857143, 0.857143, 13.000000, 2.000000, NULL, 1.000000, false, NULL, 0.600586, 0.959906, 0.157962, 0.994816, 1.000000, 14.000000, 0.857143, 0.857143, 5, 2, 3, 0, 2, 0, 0.600000, 0.230724, 0.882379, 0.166150, 8.189708, 11.281637, 0.469541, 1.000000, 0.303644, 1.000000, false),
('Pharmaceuticals', 'Physical Medicine and Rehabilitation', 14, 5, 12, 2, 0, 0, 0.857143, 0.486265, 0.974381, 0.857143, 0.857143, 13.000000, 2.000000, NULL, 1.000000, false, NULL, 0.600586, 0.959906, 0.157962, 0.994816, 1.000000, 14.000000, 0.857143, 0.857143, 5, 2, 3, 0, 2, 0, 0.600000, 0.230724, 0.882379, 0.166150, 8.189708, 11.281637, 0.469541, 1.000000, 0.303644, 1.000000, false),
('Pharmaceuticals', 'Psychiatry', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Pharmaceuticals', 'Sports Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Programs', 'Brain Injury Medicine', 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 1.000000, NULL, 0.500000, 0.500000, 2.000000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.050636, 11.143287, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Programs', 'Pain Medicine', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 1.000000, 1.000000, NULL, 1.000000, false, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.021193, 5.787058, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Programs', 'Physical Medicine and Rehabilitation', 4, 3, 2, 1, 1, 0, 0.500000, 0.046590, 0.953410, 0.666667, 0.625000, 2.000000, 1.000000, NULL, 1.000000, false, NULL, 0.150039, 0.849961, 0.001994, 0.998006, 1.000000, 4.000000, 0.500000, 0.500000, 2, 2, 1, 0, 2, 0, 0.333333, 0.061492, 0.792340, 0.115874, 3.669177, 3.890629, 0.192539, 1.000000, 0.000000, 1.000000, false),
('Psych Services', 'Geriatric Psychiatry', 2, 1, 1, 0, 1, 0, 0.500000, 0.000000, 1.000000, 1.000000, 0.750000, 0.800000, 0.833333, NULL, 1.000000, false, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.017661, 4.822548, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Psych Services', 'Neurology', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.400000, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 6.148132, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Psych Services', 'Psychiatry', 3, 2, 1, 1, 1, 0, 0.333333, 0.002044, 0.991875, 0.500000, 0.500000, 1.200000, 1.111111, NULL, 1.000000, false, NULL, 0.061492, 0.792340, 0.000003, 0.999987, 1.000000, 3.000000, 0.333333, 0.333333, 1, 2, 0, 1, 1, 0, 0.000000, 0.000000, 0.657620, 0.126870, 4.097873, 2.891617, 0.072715, 1.000000, 0.000000, 1.000000, false),
('Psych Services', 'Psychology', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.400000, 1.666667, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.042196, 9.286072, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Brain Injury Medicine', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.692308, 3.250000, NULL, 1.000000, false, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.082283, 18.107841, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Chiropractic', 3, 3, 1, 2, 0, 0, 0.333333, 0.016537, 0.936979, 0.333333, 0.333333, 2.076923, 2.166667, NULL, 1.000000, false, NULL, 0.061492, 0.792340, 0.000666, 0.997340, 1.000000, 3.000000, 0.333333, 0.333333, 1, 2, 1, 2, 0, 0, 0.333333, 0.061492, 0.792340, 0.262393, 7.826745, 3.000000, 0.088951, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Family Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Neurology', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Occupational Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Orthopedic Surgery', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Pain Medicine', 2, 2, 2, 0, 0, 0, 1.000000, 0.012236, 1.000000, 1.000000, 1.000000, 1.384615, 0.000000, NULL, 1.000000, false, NULL, 0.342380, 1.000000, 0.000020, 1.000000, 1.000000, 2.000000, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 5.994429, 2.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Rehabilitation', 'Physical Medicine and Rehabilitation', 6, 6, 4, 2, 0, 0, 0.666667, 0.227039, 0.931592, 0.666667, 0.666667, 4.153846, 1.083333, NULL, 1.000000, false, NULL, 0.299993, 0.903229, 0.066636, 0.982465, 1.000000, 6.000000, 0.666667, 0.666667, 4, 2, 4, 2, 0, 0, 0.666667, 0.299993, 0.903229, 0.131197, 3.913372, 6.000000, 0.329120, 1.000000, 0.102686, 1.000000, false),
('Rehabilitation', 'Sports Medicine', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, false, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Surgery', 'Orthopedic Surgery', 5, 4, 2, 3, 0, 0, 0.400000, 0.060551, 0.873346, 0.400000, 0.400000, 2.000000, 1.000000, NULL, 1.000000, false, NULL, 0.117621, 0.769276, 0.007440, 0.983414, 1.000000, 5.000000, 0.400000, 0.400000, 2, 3, 1, 2, 1, 0, 0.250000, 0.045587, 0.699358, 0.201236, 2.954276, 4.890028, 0.269570, 1.000000, 0.021870, 1.000000, false),
('Surgery', 'Sports Medicine', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 0.800000, 0.833333, NULL, 1.000000, false, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.017661, 4.822548, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false);
CREATE VIEW "uphold_by_service_category_specialty_rates" AS SELECT
  "service_category",
  "specialty",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "uphold_by_service_category_specialty";

-- Uphold rates by month
CREATE TABLE "uphold_by_month" (
  "month" TEXT NOT NULL, -- Month of the date of the run's basis
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "expected_upheld" DOUBLE PRECISION, -- Upheld items expected from the overall rates of the group's service categories; empty in the concordance, whose mix of services is not kept = Σ determined(category) · U(category) / (U + O + P)(category)
  "standardized_ratio" DOUBLE PRECISION, -- Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_flag" TEXT, -- low or high where the group differs from the overall rate; empty is no evidence of difference = q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper
  "q_value" DOUBLE PRECISION, -- False discovery rate at which the group would be flagged = Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function
  "additive" BOOLEAN, -- Whether the rows of this table sum to the total
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "standardized_ratio_lower" DOUBLE PRECISION, -- Lower end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "standardized_ratio_upper" DOUBLE PRECISION, -- Upper end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_n" DOUBLE PRECISION, -- Effective size in the funnel: that of the limits, of q_value and of funnel_flag = n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)
  "funnel_2s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_2s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_3s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_3s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_adjusted" BOOLEAN, -- Whether limits, q_value and funnel_flag allow for over-dispersion = I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n
  PRIMARY KEY ("month")
);
INSERT INTO "uphold_by_month" VALUES
('2013-09', 3, 2, 2, 1, 0, 0, 0.666667, 0.003078, 0.999229, 0.666667, 0.666667, 1.967308, 0.968343, NULL, 1.000000, true, NULL, 0.207660, 0.938508, 0.000005, 0.999999, 2.666667, 1.125000, 0.666667, 0.666667, 1, 1, 1, 1, 0, 0, 0.500000, 0.094531, 0.905469, 0.021777, 5.534389, 1.125000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2013-10', 5, 2, 5, 0, 0, 0, 1.000000, 0.009027, 1.000000, 1.000000, 1.000000, 3.630769, 0.000000, NULL, 1.000000, true, NULL, 0.565518, 1.000000, 0.000015, 1.000000, 3.400000, 1.470588, 1.000000, 1.000000, 2, 0, 2, 0, 0, 0, 1.000000, 0.342380, 1.000000, 0.000000, 3.057656, 1.470588, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2013-11', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 1.323077, 1.477273, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.031308, 8.549063, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2013-12', 6, 2, 5, 1, 0, 0, 0.833333, 0.007659, 0.999691, 0.833333, 0.833333, 4.642857, 0.736842, NULL, 1.000000, true, NULL, 0.436497, 0.969947, 0.000012, 1.000000, 3.333333, 1.800000, 0.833333, 0.833333, 1, 1, 1, 1, 0, 0, 0.500000, 0.094531, 0.905469, 0.010288, 4.632927, 1.800000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-01', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-03', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 1.538462, 2.166667, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.045918, 12.538625, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-04', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.692308, 3.250000, NULL, 1.000000, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.082283, 18.107841, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-05', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-06', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-07', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.923077, 13.000000, NULL, 1.000000, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.329132, 72.431364, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-09', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 1.857143, 7.000000, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.148351, 40.509405, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-10', 5, 2, 4, 1, 0, 0, 0.800000, 0.019249, 0.998775, 0.800000, 0.800000, 3.703297, 0.771186, NULL, 1.000000, true, NULL, 0.375535, 0.963776, 0.000032, 0.999998, 1.000000, 5.000000, 0.800000, 0.800000, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.014685, 4.562358, 4.587339, 0.249229, 1.000000, 0.000000, 1.000000, false),
('2014-11', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.692308, 3.250000, NULL, 1.000000, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.082283, 18.107841, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2014-12', 10, 2, 9, 0, 1, 0, 0.900000, 0.022407, 0.999717, 1.000000, 0.950000, 7.268681, 0.366124, NULL, 1.000000, true, NULL, 0.595850, 0.982124, 0.000037, 1.000000, 2.177778, 4.591837, 0.900000, 0.900000, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.003925, 2.416725, 4.591837, 0.249548, 1.000000, 0.000000, 1.000000, false),
('2015-03', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2015-04', 11, 2, 10, 1, 0, 0, 0.909091, 0.052746, 0.999443, 0.909091, 0.909091, 9.995879, 0.995896, NULL, 1.000000, true, NULL, 0.622642, 0.983768, 0.000090, 0.999999, 1.000000, 11.000000, 0.909091, 0.909091, 2, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, 0.005780, 7.290231, 7.534224, 0.386547, 1.000000, 0.183228, 1.000000, false),
('2015-07', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 0.800000, 0.833333, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.017661, 4.822548, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2015-08', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.400000, 1.666667, NULL, 1.000000, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.042196, 9.286072, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2015-11', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, 0.400000, 1.666667, NULL, 1.000000, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, 0.042196, 9.286072, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2016-03', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 1.692308, 3.250000, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.068877, 18.807938, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2016-05', 7, 1, 7, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 5.961538, 0.000000, NULL, 1.000000, true, NULL, 0.645670, 1.000000, 0.000000, 1.000000, 7.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 4.750559, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2016-07', 3, 1, 2, 1, 0, 0, 0.666667, 0.000000, 1.000000, 0.666667, 0.666667, 2.703297, 3.370370, NULL, 1.000000, true, NULL, 0.207660, 0.938508, 0.000000, 1.000000, 3.000000, 1.000000, 0.666667, 0.666667, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.059755, 20.228601, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2016-12', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2017-03', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 0.928571, 0.933333, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.019780, 5.401254, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2017-08', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2018-04', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.846154, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 23.977716, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2018-06', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.875000, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 29.511036, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2018-08', 2, 1, 1, 1, 0, 0, 0.500000, 0.000000, 1.000000, 0.500000, 0.500000, 1.000000, 1.000000, NULL, 1.000000, true, NULL, 0.094531, 0.905469, 0.000000, 1.000000, 2.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.021193, 5.787058, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2018-11', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.928571, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 51.644312, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2019-07', 4, 1, 3, 1, 0, 0, 0.750000, 0.000000, 1.000000, 0.750000, 0.750000, 3.342033, 1.519833, NULL, 1.000000, true, NULL, 0.300642, 0.954413, 0.000000, 1.000000, 4.000000, 1.000000, 0.750000, 0.750000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.022528, 9.447602, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2019-12', 4, 1, 4, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 3.342033, 0.000000, NULL, 1.000000, true, NULL, 0.510109, 1.000000, 0.000000, 1.000000, 4.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 6.552116, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2022-11', 2, 1, 2, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.615385, 0.000000, NULL, 1.000000, true, NULL, 0.342380, 1.000000, 0.000000, 1.000000, 2.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 10.130324, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('2023-09', 4, 1, 2, 1, 1, 0, 0.500000, 0.000000, 1.000000, 0.666667, 0.625000, 3.120879, 2.275000, NULL, 1.000000, true, NULL, 0.150039, 0.849961, 0.000000, 1.000000, 4.000000, 1.000000, 0.500000, 0.500000, 1, 1, 0, 0, 1, 0, 0.000000, 0.000000, 0.793451, 0.211564, 8.988783, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false),
('Not stated', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 0.692308, 0.000000, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, 0.000000, 11.988858, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false);
CREATE VIEW "uphold_by_month_rates" AS SELECT
  "month",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "uphold_by_month";

-- Guideline sources of the claims administrator and of the reviewer
CREATE TABLE "guideline_concordance" (
  "claims_administrator_sources" TEXT NOT NULL, -- Exact set of guideline sources that the claims administrator cites
  "reviewer_sources" TEXT NOT NULL, -- Exact set of guideline sources that the reviewer cites
  "items" BIGINT, -- Disputed items = upheld + overturned + partially_overturned + unknown
  "cases" BIGINT, -- Cases with an item in the group
  "upheld" BIGINT, -- Items whose denial the reviewer upheld
  "overturned" BIGINT, -- Items whose denial the reviewer overturned
  "partially_overturned" BIGINT, -- Items approved in part
  "unknown" BIGINT, -- Items whose outcome is missing, unreadable or contradictory
  "uphold_rate" DOUBLE PRECISION, -- Share of determined items upheld: the headline = U / (U + O + P)
  "ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "rate_excluding_partial" DOUBLE PRECISION, -- Share upheld among items decided wholly = U / (U + O)
  "rate_half_credit" DOUBLE PRECISION, -- Share upheld, a partial decision counted as half = (U + P/2) / (U + O + P)
  "expected_upheld" DOUBLE PRECISION, -- Upheld items expected from the overall rates of the group's service categories; empty in the concordance, whose mix of services is not kept = Σ determined(category) · U(category) / (U + O + P)(category)
  "standardized_ratio" DOUBLE PRECISION, -- Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_flag" TEXT, -- low or high where the group differs from the overall rate; empty is no evidence of difference = q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper
  "q_value" DOUBLE PRECISION, -- False discovery rate at which the group would be flagged = Benjamini-Hochberg over the table's groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function
  "additive" BOOLEAN, -- Whether the rows of this table sum to the total
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  "ci95_plain_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci95_plain_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval as if items were independent = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P
  "ci998_lower" DOUBLE PRECISION, -- Lower end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "ci998_upper" DOUBLE PRECISION, -- Upper end of the 99.8 % Wilson interval, items clustered by letter = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student's quantile with one degree fewer than letters, and one letter has 0 to 1
  "deff" DOUBLE PRECISION, -- Design effect: variance of the rate to that of independent items = max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing
  "n_eff" DOUBLE PRECISION, -- Effective sample size = (U + O + P) / deff
  "rate_if_unknown_not_upheld" DOUBLE PRECISION, -- The rate if no unknown outcome were upheld = U / (N + K)
  "rate_if_unknown_upheld" DOUBLE PRECISION, -- The rate if every unknown outcome were upheld = (U + K) / (N + K)
  "cases_with_upheld" BIGINT, -- Cases with an upheld item in the group
  "cases_with_not_upheld" BIGINT, -- Cases with an overturned or partially overturned item in the group
  "cases_upheld" BIGINT, -- Cases whose determined items in the group are all upheld
  "cases_overturned" BIGINT, -- Cases whose determined items in the group are all overturned
  "cases_partially_overturned" BIGINT, -- Cases with any other mix, or any partial decision
  "cases_undetermined" BIGINT, -- Cases without a determined item in the group
  "case_uphold_rate" DOUBLE PRECISION, -- Share of determined cases upheld = cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)
  "case_ci95_lower" DOUBLE PRECISION, -- Lower end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "case_ci95_upper" DOUBLE PRECISION, -- Upper end of the 95 % Wilson interval of case_uphold_rate = (2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases
  "standardized_ratio_lower" DOUBLE PRECISION, -- Lower end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "standardized_ratio_upper" DOUBLE PRECISION, -- Upper end of its 95 % interval = (O + P) / (U + O + P − expected_upheld); Byar's interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n
  "funnel_n" DOUBLE PRECISION, -- Effective size in the funnel: that of the limits, of q_value and of funnel_flag = n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)
  "funnel_2s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_2s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 95 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value
  "funnel_3s_lower" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_3s_upper" DOUBLE PRECISION, -- Where the rate of a group of this size would lie by chance; 99.8 % = The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value
  "funnel_adjusted" BOOLEAN, -- Whether limits, q_value and funnel_flag allow for over-dispersion = I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n
  "concordant" BOOLEAN, -- Whether both cite exactly the same set of sources
  "share_of_items" DOUBLE PRECISION, -- Share of all items of the window = items / items of summary
  PRIMARY KEY ("claims_administrator_sources", "reviewer_sources")
);
INSERT INTO "guideline_concordance" VALUES
('MTUS', 'MTUS', 49, 33, 40, 9, 0, 0, 0.816327, 0.683318, 0.901522, 0.816327, 0.816327, NULL, NULL, NULL, 0.998419, true, NULL, 0.686424, 0.900237, 0.595027, 0.930766, 1.042825, 46.987738, 0.816327, 0.816327, 27, 9, 24, 6, 3, 0, 0.727273, 0.557824, 0.849326, NULL, NULL, 46.543414, 0.638628, 0.898387, 0.560831, 0.952556, false, true, 0.526882),
('MTUS', 'MTUS+ODG', 2, 2, 1, 1, 0, 0, 0.500000, 0.003068, 0.996932, 0.500000, 0.500000, NULL, NULL, NULL, 0.998419, true, NULL, 0.094531, 0.905469, 0.000005, 0.999995, 1.000000, 2.000000, 0.500000, 0.500000, 1, 1, 1, 1, 0, 0, 0.500000, 0.094531, 0.905469, NULL, NULL, 2.000000, 0.000000, 1.000000, 0.000000, 1.000000, false, false, 0.021505),
('MTUS', 'ODG', 3, 2, 1, 1, 1, 0, 0.333333, 0.002044, 0.991875, 0.500000, 0.500000, NULL, NULL, NULL, 0.998419, true, NULL, 0.061492, 0.792340, 0.000003, 0.999987, 1.000000, 3.000000, 0.333333, 0.333333, 1, 2, 0, 1, 1, 0, 0.000000, 0.000000, 0.657620, NULL, NULL, 2.891617, 0.072715, 1.000000, 0.000000, 1.000000, false, false, 0.032258),
('None cited', 'MTUS', 9, 7, 5, 4, 0, 0, 0.555556, 0.218507, 0.848216, 0.555556, 0.555556, NULL, NULL, NULL, 0.998419, true, NULL, 0.266651, 0.811221, 0.081259, 0.946427, 1.000000, 9.000000, 0.555556, 0.555556, 5, 4, 3, 2, 2, 0, 0.428571, 0.158220, 0.749542, NULL, NULL, 8.780592, 0.420601, 1.000000, 0.232095, 1.000000, false, false, 0.096774),
('None cited', 'None cited', 6, 4, 6, 0, 0, 0, 1.000000, 0.262238, 1.000000, 1.000000, 1.000000, NULL, NULL, NULL, 0.998419, true, NULL, 0.609666, 1.000000, 0.033353, 1.000000, 1.666667, 3.600000, 1.000000, 1.000000, 4, 0, 4, 0, 0, 0, 1.000000, 0.510109, 1.000000, NULL, NULL, 3.600000, 0.163527, 1.000000, 0.000000, 1.000000, false, true, 0.064516),
('None cited', 'ODG', 9, 7, 8, 1, 0, 0, 0.888889, 0.439634, 0.987890, 0.888889, 0.888889, NULL, NULL, NULL, 0.998419, true, NULL, 0.565000, 0.980109, 0.168257, 0.996849, 1.231481, 7.308271, 0.888889, 0.888889, 6, 1, 6, 1, 0, 0, 0.857143, 0.486872, 0.974320, NULL, NULL, 7.308271, 0.379357, 1.000000, 0.173013, 1.000000, false, false, 0.096774),
('None cited', 'Other', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, NULL, NULL, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false, false, 0.010753),
('Not stated', 'MTUS', 1, 1, 0, 1, 0, 0, 0.000000, 0.000000, 1.000000, 0.000000, 0.000000, NULL, NULL, NULL, 0.998419, true, NULL, 0.000000, 0.793451, 0.000000, 1.000000, 1.000000, 1.000000, 0.000000, 0.000000, 0, 1, 0, 1, 0, 0, 0.000000, 0.000000, 0.793451, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false, false, 0.010753),
('Not stated', 'ODG', 1, 1, 1, 0, 0, 0, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, NULL, NULL, NULL, 1.000000, true, NULL, 0.206549, 1.000000, 0.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1.000000, 1, 0, 1, 0, 0, 0, 1.000000, 0.206549, 1.000000, NULL, NULL, 1.000000, 0.000000, 1.000000, 0.000000, 1.000000, false, false, 0.010753),
('ODG', 'MTUS', 4, 4, 2, 2, 0, 0, 0.500000, 0.076658, 0.923342, 0.500000, 0.500000, NULL, NULL, NULL, 0.998419, true, NULL, 0.150039, 0.849961, 0.009317, 0.990683, 1.000000, 4.000000, 0.500000, 0.500000, 2, 2, 2, 2, 0, 0, 0.500000, 0.150039, 0.849961, NULL, NULL, 4.000000, 0.202531, 1.000000, 0.000000, 1.000000, false, false, 0.043011),
('ODG', 'MTUS+ODG', 2, 2, 1, 0, 1, 0, 0.500000, 0.003068, 0.996932, 1.000000, 0.750000, NULL, NULL, NULL, 0.998419, true, NULL, 0.094531, 0.905469, 0.000005, 0.999995, 1.000000, 2.000000, 0.500000, 0.500000, 1, 1, 1, 0, 1, 0, 0.500000, 0.094531, 0.905469, NULL, NULL, 2.000000, 0.000000, 1.000000, 0.000000, 1.000000, false, false, 0.021505),
('ODG', 'ODG', 6, 4, 6, 0, 0, 0, 1.000000, 0.262238, 1.000000, 1.000000, 1.000000, NULL, NULL, NULL, 0.998419, true, NULL, 0.609666, 1.000000, 0.033353, 1.000000, 1.666667, 3.600000, 1.000000, 1.000000, 4, 0, 4, 0, 0, 0, 1.000000, 0.510109, 1.000000, NULL, NULL, 3.600000, 0.163527, 1.000000, 0.000000, 1.000000, false, true, 0.064516);
CREATE VIEW "guideline_concordance_rates" AS SELECT
  "claims_administrator_sources",
  "reviewer_sources",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "guideline_concordance";

-- What became of everything received
CREATE TABLE "dispositions" (
  "disposition" TEXT NOT NULL, -- What became of an item
  "items" BIGINT, -- Items
  "letters" BIGINT, -- Letters with such an item
  "share_of_items" DOUBLE PRECISION, -- Share of everything received = items / received_items of summary
  "in_denominator" BOOLEAN, -- Whether a reviewer decided, so that rates count it
  "label" TEXT, -- The disposition in words
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  PRIMARY KEY ("disposition")
);
INSERT INTO "dispositions" VALUES
('DISMISSED', 0, 0, 0.000000, false, 'Dismissed', NULL),
('DUPLICATE', 0, 0, 0.000000, false, 'Duplicate', NULL),
('INELIGIBLE', 0, 0, 0.000000, false, 'Ineligible', NULL),
('OVERTURNED', 19, 19, 0.204301, true, 'Overturned', NULL),
('PARTIALLY_OVERTURNED', 2, 2, 0.021505, true, 'Partially overturned', NULL),
('TERMINATED_AUTHORIZED', 0, 0, 0.000000, false, 'Terminated, authorized', NULL),
('UNKNOWN', 0, 0, 0.000000, false, 'Unknown', NULL),
('UPHELD', 72, 33, 0.774194, true, 'Upheld', NULL),
('WITHDRAWN', 0, 0, 0.000000, false, 'Withdrawn', NULL);

-- How long reviews took
CREATE TABLE "timeliness" (
  "measure" TEXT NOT NULL, -- From which date to which
  "letters" BIGINT, -- Letters that state both dates
  "mean_days" DOUBLE PRECISION, -- Mean of the days between
  "median_days" DOUBLE PRECISION, -- Median of the days between = type 7
  "p90_days" DOUBLE PRECISION, -- 90th percentile of the days between = type 7
  "limit_days" BIGINT, -- Days allowed
  "share_within_limit" DOUBLE PRECISION, -- Share of letters decided within the limit = letters with days ≤ limit_days / letters
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  PRIMARY KEY ("measure")
);
INSERT INTO "timeliness" VALUES
('assigned_to_decision', 22, 45.045455, 40.000000, 64.000000, 30, 0.000000, NULL),
('assigned_to_decision_pharmaceuticals', 3, 63.000000, 43.000000, 91.800000, 5, 0.000000, NULL),
('received_to_decision', 39, 64.769231, 55.000000, 87.200000, 30, 0.000000, NULL),
('received_to_decision_pharmaceuticals', 6, 82.333333, 68.500000, 121.000000, 5, 0.000000, NULL);

-- Concentration on claims administrators
CREATE TABLE "concentration" (
  "claims_administrators" TEXT NOT NULL, -- Those with the most items
  "number" BIGINT, -- How many those are = share of all, rounded up
  "items" BIGINT, -- Their items
  "share_of_items" DOUBLE PRECISION, -- Their share of the items whose claims administrator is stated = items / items with a claims administrator
  "annotation" TEXT, -- Code of a row that is not shown; else empty
  PRIMARY KEY ("claims_administrators")
);
INSERT INTO "concentration" VALUES
('Largest hundredth', 1, 4, 0.210526, NULL),
('Largest ten', 6, 19, 1.000000, NULL),
('Largest tenth', 1, 4, 0.210526, NULL);

-- Uphold rates by the number of items in a letter
CREATE TABLE "reviews_by_items_in_letter" (
  "items_in_letter" TEXT NOT NULL, -- Disputed treatments decided in one letter
  "letters" BIGINT, -- Letters of that size
  "items" BIGINT, -- Items in them with an outcome of upheld, overturned or overturned in part
  "upheld" BIGINT, -- Of these, upheld
  "all_upheld" BIGINT, -- Letters in which every item was upheld
  "all_upheld_share" DOUBLE PRECISION, -- all_upheld / letters
  "uphold_rate" DOUBLE PRECISION, -- upheld / items
  PRIMARY KEY ("items_in_letter")
);
INSERT INTO "reviews_by_items_in_letter" VALUES
('1', 19, 19, 12, 12, 0.631579, 0.631579),
('2', 10, 20, 13, 3, 0.300000, 0.650000),
('3', 3, 9, 6, 0, 0.000000, 0.666667),
('4 to 5', 5, 21, 18, 3, 0.600000, 0.857143),
('6 to 10', 3, 24, 23, 2, 0.666667, 0.958333);

-- What every column means
CREATE TABLE "data_dictionary" (
  "table" TEXT NOT NULL, -- Table, which is also the file's name without ending
  "column" TEXT NOT NULL, -- Column, as in the header
  "type" TEXT, -- text, integer, decimal (six decimals, rounded half up) or boolean
  "definition" TEXT, -- What it means
  "formula" TEXT, -- How it is computed
  "position" BIGINT, -- Place in the header, from 1
  PRIMARY KEY ("table", "column")
);
INSERT INTO "data_dictionary" VALUES
('concentration', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 5),
('concentration', 'claims_administrators', 'text', 'Those with the most items', NULL, 1),
('concentration', 'items', 'integer', 'Their items', NULL, 3),
('concentration', 'number', 'integer', 'How many those are', 'share of all, rounded up', 2),
('concentration', 'share_of_items', 'decimal', 'Their share of the items whose claims administrator is stated', 'items / items with a claims administrator', 4),
('data_dictionary', 'column', 'text', 'Column, as in the header', NULL, 2),
('data_dictionary', 'definition', 'text', 'What it means', NULL, 4),
('data_dictionary', 'formula', 'text', 'How it is computed', NULL, 5),
('data_dictionary', 'position', 'integer', 'Place in the header, from 1', NULL, 6),
('data_dictionary', 'table', 'text', 'Table, which is also the file''s name without ending', NULL, 1),
('data_dictionary', 'type', 'text', 'text, integer, decimal (six decimals, rounded half up) or boolean', NULL, 3),
('dispositions', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 7),
('dispositions', 'disposition', 'text', 'What became of an item', NULL, 1),
('dispositions', 'in_denominator', 'boolean', 'Whether a reviewer decided, so that rates count it', NULL, 5),
('dispositions', 'items', 'integer', 'Items', NULL, 2),
('dispositions', 'label', 'text', 'The disposition in words', NULL, 6),
('dispositions', 'letters', 'integer', 'Letters with such an item', NULL, 3),
('dispositions', 'share_of_items', 'decimal', 'Share of everything received', 'items / received_items of summary', 4),
('guideline_concordance', 'additive', 'boolean', 'Whether the rows of this table sum to the total', NULL, 18),
('guideline_concordance', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 19),
('guideline_concordance', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 35),
('guideline_concordance', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 36),
('guideline_concordance', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 34),
('guideline_concordance', 'cases', 'integer', 'Cases with an item in the group', NULL, 4),
('guideline_concordance', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 31),
('guideline_concordance', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 32),
('guideline_concordance', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 33),
('guideline_concordance', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 30),
('guideline_concordance', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 29),
('guideline_concordance', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 28),
('guideline_concordance', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('guideline_concordance', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 20),
('guideline_concordance', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 21),
('guideline_concordance', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 11),
('guideline_concordance', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 22),
('guideline_concordance', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 23),
('guideline_concordance', 'claims_administrator_sources', 'text', 'Exact set of guideline sources that the claims administrator cites', NULL, 1),
('guideline_concordance', 'concordant', 'boolean', 'Whether both cite exactly the same set of sources', NULL, 45),
('guideline_concordance', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 24),
('guideline_concordance', 'expected_upheld', 'decimal', 'Upheld items expected from the overall rates of the group''s service categories; empty in the concordance, whose mix of services is not kept', 'Σ determined(category) · U(category) / (U + O + P)(category)', 14),
('guideline_concordance', 'funnel_2s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 40),
('guideline_concordance', 'funnel_2s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 41),
('guideline_concordance', 'funnel_3s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 42),
('guideline_concordance', 'funnel_3s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 43),
('guideline_concordance', 'funnel_adjusted', 'boolean', 'Whether limits, q_value and funnel_flag allow for over-dispersion', 'I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n', 44),
('guideline_concordance', 'funnel_flag', 'text', 'low or high where the group differs from the overall rate; empty is no evidence of difference', 'q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper', 16),
('guideline_concordance', 'funnel_n', 'decimal', 'Effective size in the funnel: that of the limits, of q_value and of funnel_flag', 'n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)', 39),
('guideline_concordance', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 3),
('guideline_concordance', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 25),
('guideline_concordance', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 6),
('guideline_concordance', 'partially_overturned', 'integer', 'Items approved in part', NULL, 7),
('guideline_concordance', 'q_value', 'decimal', 'False discovery rate at which the group would be flagged', 'Benjamini-Hochberg over the table''s groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function', 17),
('guideline_concordance', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 12),
('guideline_concordance', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 13),
('guideline_concordance', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 26),
('guideline_concordance', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 27),
('guideline_concordance', 'reviewer_sources', 'text', 'Exact set of guideline sources that the reviewer cites', NULL, 2),
('guideline_concordance', 'share_of_items', 'decimal', 'Share of all items of the window', 'items / items of summary', 46),
('guideline_concordance', 'standardized_ratio', 'decimal', 'Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 15),
('guideline_concordance', 'standardized_ratio_lower', 'decimal', 'Lower end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 37),
('guideline_concordance', 'standardized_ratio_upper', 'decimal', 'Upper end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 38),
('guideline_concordance', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 8),
('guideline_concordance', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 5),
('guideline_concordance', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 9),
('reviews_by_items_in_letter', 'all_upheld', 'integer', 'Letters in which every item was upheld', NULL, 5),
('reviews_by_items_in_letter', 'all_upheld_share', 'decimal', 'all_upheld / letters', NULL, 6),
('reviews_by_items_in_letter', 'items', 'integer', 'Items in them with an outcome of upheld, overturned or overturned in part', NULL, 3),
('reviews_by_items_in_letter', 'items_in_letter', 'text', 'Disputed treatments decided in one letter', NULL, 1),
('reviews_by_items_in_letter', 'letters', 'integer', 'Letters of that size', NULL, 2),
('reviews_by_items_in_letter', 'upheld', 'integer', 'Of these, upheld', NULL, 4),
('reviews_by_items_in_letter', 'uphold_rate', 'decimal', 'upheld / items', NULL, 7),
('summary', 'annotation', 'text', 'Code where the figures are not shown; else empty', NULL, 14),
('summary', 'basis', 'text', 'Which date places a letter in time', NULL, 1),
('summary', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 30),
('summary', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 31),
('summary', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 29),
('summary', 'cases', 'integer', 'Cases with an item in the group', NULL, 4),
('summary', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 26),
('summary', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 27),
('summary', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 28),
('summary', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 25),
('summary', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 24),
('summary', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 23),
('summary', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('summary', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 15),
('summary', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 16),
('summary', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 11),
('summary', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 17),
('summary', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 18),
('summary', 'cochran_armitage_p', 'decimal', 'Its two-sided p-value', NULL, 48),
('summary', 'cochran_armitage_z', 'decimal', 'Linear trend of the rate over months; above 0 where it rises. Undated items are in no measure of trend', 'Σs(x − n·p) / √(deff·p(1−p)(Σns² − (Σns)²/N)), s the month''s number; p and deff of all dated items', 47),
('summary', 'cusum_maximum', 'decimal', 'Highest evidence, at the end of a month, that the odds of not upholding have doubled', 'max of S ← max(0, S + not upheld·ln(p1/p0) + upheld·ln((1−p1)/(1−p0))); p0 = share not upheld of the dated items, p1 = 2p0/(1 + p0)', 53),
('summary', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 19),
('summary', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 3),
('summary', 'items_per_case', 'decimal', 'Items in an average case', 'items / cases', 32),
('summary', 'letters_dismissed', 'integer', 'Letters with an item of outcome DISMISSED', NULL, 39),
('summary', 'letters_duplicate', 'integer', 'Letters with an item of outcome DUPLICATE', NULL, 40),
('summary', 'letters_ineligible', 'integer', 'Letters with an item of outcome INELIGIBLE', NULL, 38),
('summary', 'letters_overturned', 'integer', 'Letters with an item of outcome OVERTURNED', NULL, 34),
('summary', 'letters_partially_overturned', 'integer', 'Letters with an item of outcome PARTIALLY_OVERTURNED', NULL, 35),
('summary', 'letters_terminated_authorized', 'integer', 'Letters with an item of outcome TERMINATED_AUTHORIZED', NULL, 41),
('summary', 'letters_unknown', 'integer', 'Letters with an item of outcome UNKNOWN', NULL, 36),
('summary', 'letters_upheld', 'integer', 'Letters with an item of outcome UPHELD', NULL, 33),
('summary', 'letters_withdrawn', 'integer', 'Letters with an item of outcome WITHDRAWN', NULL, 37),
('summary', 'longest_run', 'integer', 'Most months in a row on one side of the rate of all dated items', NULL, 54),
('summary', 'longest_run_chance', 'decimal', 'Chance of a run that long or longer in trend_months months, each on either side with chance 1/2', NULL, 55),
('summary', 'longest_run_signal', 'boolean', 'Whether the longest run is a sign of change: chance seldom makes one that long', 'longest_run_chance ≤ 0.05', 56),
('summary', 'mann_kendall_p', 'decimal', 'Its two-sided p-value', NULL, 51),
('summary', 'mann_kendall_s', 'integer', 'Pairs of months in which the rate rises less those in which it falls; empty below three months, or where all have one rate, as are the next three columns', 'Σ sign(later − earlier)', 49),
('summary', 'mann_kendall_z', 'decimal', 'Monotonic trend, with ties and continuity correction', NULL, 50),
('summary', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 20),
('summary', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 6),
('summary', 'partially_overturned', 'integer', 'Items approved in part', NULL, 7),
('summary', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 12),
('summary', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 13),
('summary', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 21),
('summary', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 22),
('summary', 'received_items', 'integer', 'Items of every disposition', 'Σ items of dispositions', 2),
('summary', 'sen_slope', 'decimal', 'Median change of the rate from one month to the next', 'median of (later − earlier) / months between', 52),
('summary', 'superseded_letters', 'integer', 'Statements that say something else of the cases that the window counts and lost to the ones that count, whatever their own dates', NULL, 44),
('summary', 'trend_months', 'integer', 'Months with a determined item', NULL, 46),
('summary', 'unclassified_items', 'integer', 'Items whose service matched no rule', NULL, 45),
('summary', 'undated_items', 'integer', 'Items of every disposition of the letters without that date; empty where the window is bounded, which holds none', NULL, 42),
('summary', 'undated_letters', 'integer', 'Letters without that date, whatever became of their items; empty where the window is bounded, which holds none', NULL, 43),
('summary', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 8),
('summary', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 5),
('summary', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 9),
('timeliness', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 8),
('timeliness', 'letters', 'integer', 'Letters that state both dates', NULL, 2),
('timeliness', 'limit_days', 'integer', 'Days allowed', NULL, 6),
('timeliness', 'mean_days', 'decimal', 'Mean of the days between', NULL, 3),
('timeliness', 'measure', 'text', 'From which date to which', NULL, 1),
('timeliness', 'median_days', 'decimal', 'Median of the days between', 'type 7', 4),
('timeliness', 'p90_days', 'decimal', '90th percentile of the days between', 'type 7', 5),
('timeliness', 'share_within_limit', 'decimal', 'Share of letters decided within the limit', 'letters with days ≤ limit_days / letters', 7),
('uphold_by_guideline_source', 'additive', 'boolean', 'Whether the rows of this table sum to the total', NULL, 17),
('uphold_by_guideline_source', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 18),
('uphold_by_guideline_source', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 34),
('uphold_by_guideline_source', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 35),
('uphold_by_guideline_source', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 33),
('uphold_by_guideline_source', 'cases', 'integer', 'Cases with an item in the group', NULL, 3),
('uphold_by_guideline_source', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 30),
('uphold_by_guideline_source', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 31),
('uphold_by_guideline_source', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 32),
('uphold_by_guideline_source', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 29),
('uphold_by_guideline_source', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 28),
('uphold_by_guideline_source', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 27),
('uphold_by_guideline_source', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 9),
('uphold_by_guideline_source', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 19),
('uphold_by_guideline_source', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 20),
('uphold_by_guideline_source', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('uphold_by_guideline_source', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 21),
('uphold_by_guideline_source', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 22),
('uphold_by_guideline_source', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 23),
('uphold_by_guideline_source', 'expected_upheld', 'decimal', 'Upheld items expected from the overall rates of the group''s service categories; empty in the concordance, whose mix of services is not kept', 'Σ determined(category) · U(category) / (U + O + P)(category)', 13),
('uphold_by_guideline_source', 'funnel_2s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 39),
('uphold_by_guideline_source', 'funnel_2s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 40),
('uphold_by_guideline_source', 'funnel_3s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 41),
('uphold_by_guideline_source', 'funnel_3s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 42),
('uphold_by_guideline_source', 'funnel_adjusted', 'boolean', 'Whether limits, q_value and funnel_flag allow for over-dispersion', 'I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n', 43),
('uphold_by_guideline_source', 'funnel_flag', 'text', 'low or high where the group differs from the overall rate; empty is no evidence of difference', 'q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper', 15),
('uphold_by_guideline_source', 'funnel_n', 'decimal', 'Effective size in the funnel: that of the limits, of q_value and of funnel_flag', 'n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)', 38),
('uphold_by_guideline_source', 'guideline_source', 'text', 'Guideline source that the reviewer cites, among others or alone', NULL, 1),
('uphold_by_guideline_source', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 2),
('uphold_by_guideline_source', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 24),
('uphold_by_guideline_source', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 5),
('uphold_by_guideline_source', 'partially_overturned', 'integer', 'Items approved in part', NULL, 6),
('uphold_by_guideline_source', 'q_value', 'decimal', 'False discovery rate at which the group would be flagged', 'Benjamini-Hochberg over the table''s groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function', 16),
('uphold_by_guideline_source', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 11),
('uphold_by_guideline_source', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 12),
('uphold_by_guideline_source', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 25),
('uphold_by_guideline_source', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 26),
('uphold_by_guideline_source', 'standardized_ratio', 'decimal', 'Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 14),
('uphold_by_guideline_source', 'standardized_ratio_lower', 'decimal', 'Lower end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 36),
('uphold_by_guideline_source', 'standardized_ratio_upper', 'decimal', 'Upper end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 37),
('uphold_by_guideline_source', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 7),
('uphold_by_guideline_source', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 4),
('uphold_by_guideline_source', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 8),
('uphold_by_month', 'additive', 'boolean', 'Whether the rows of this table sum to the total', NULL, 17),
('uphold_by_month', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 18),
('uphold_by_month', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 34),
('uphold_by_month', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 35),
('uphold_by_month', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 33),
('uphold_by_month', 'cases', 'integer', 'Cases with an item in the group', NULL, 3),
('uphold_by_month', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 30),
('uphold_by_month', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 31),
('uphold_by_month', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 32),
('uphold_by_month', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 29),
('uphold_by_month', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 28),
('uphold_by_month', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 27),
('uphold_by_month', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 9),
('uphold_by_month', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 19),
('uphold_by_month', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 20),
('uphold_by_month', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('uphold_by_month', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 21),
('uphold_by_month', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 22),
('uphold_by_month', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 23),
('uphold_by_month', 'expected_upheld', 'decimal', 'Upheld items expected from the overall rates of the group''s service categories; empty in the concordance, whose mix of services is not kept', 'Σ determined(category) · U(category) / (U + O + P)(category)', 13),
('uphold_by_month', 'funnel_2s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 39),
('uphold_by_month', 'funnel_2s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 40),
('uphold_by_month', 'funnel_3s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 41),
('uphold_by_month', 'funnel_3s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 42),
('uphold_by_month', 'funnel_adjusted', 'boolean', 'Whether limits, q_value and funnel_flag allow for over-dispersion', 'I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n', 43),
('uphold_by_month', 'funnel_flag', 'text', 'low or high where the group differs from the overall rate; empty is no evidence of difference', 'q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper', 15),
('uphold_by_month', 'funnel_n', 'decimal', 'Effective size in the funnel: that of the limits, of q_value and of funnel_flag', 'n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)', 38),
('uphold_by_month', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 2),
('uphold_by_month', 'month', 'text', 'Month of the date of the run''s basis', NULL, 1),
('uphold_by_month', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 24),
('uphold_by_month', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 5),
('uphold_by_month', 'partially_overturned', 'integer', 'Items approved in part', NULL, 6),
('uphold_by_month', 'q_value', 'decimal', 'False discovery rate at which the group would be flagged', 'Benjamini-Hochberg over the table''s groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function', 16),
('uphold_by_month', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 11),
('uphold_by_month', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 12),
('uphold_by_month', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 25),
('uphold_by_month', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 26),
('uphold_by_month', 'standardized_ratio', 'decimal', 'Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 14),
('uphold_by_month', 'standardized_ratio_lower', 'decimal', 'Lower end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 36),
('uphold_by_month', 'standardized_ratio_upper', 'decimal', 'Upper end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 37),
('uphold_by_month', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 7),
('uphold_by_month', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 4),
('uphold_by_month', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 8),
('uphold_by_service_category', 'additive', 'boolean', 'Whether the rows of this table sum to the total', NULL, 17),
('uphold_by_service_category', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 18),
('uphold_by_service_category', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 34),
('uphold_by_service_category', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 35),
('uphold_by_service_category', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 33),
('uphold_by_service_category', 'cases', 'integer', 'Cases with an item in the group', NULL, 3),
('uphold_by_service_category', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 30),
('uphold_by_service_category', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 31),
('uphold_by_service_category', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 32),
('uphold_by_service_category', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 29),
('uphold_by_service_category', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 28),
('uphold_by_service_category', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 27),
('uphold_by_service_category', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 9),
('uphold_by_service_category', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 19),
('uphold_by_service_category', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 20),
('uphold_by_service_category', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('uphold_by_service_category', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 21),
('uphold_by_service_category', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 22),
('uphold_by_service_category', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 23),
('uphold_by_service_category', 'expected_upheld', 'decimal', 'Upheld items expected from the overall rates of the group''s service categories; empty in the concordance, whose mix of services is not kept', 'Σ determined(category) · U(category) / (U + O + P)(category)', 13),
('uphold_by_service_category', 'funnel_2s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 39),
('uphold_by_service_category', 'funnel_2s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 40),
('uphold_by_service_category', 'funnel_3s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 41),
('uphold_by_service_category', 'funnel_3s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 42),
('uphold_by_service_category', 'funnel_adjusted', 'boolean', 'Whether limits, q_value and funnel_flag allow for over-dispersion', 'I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n', 43),
('uphold_by_service_category', 'funnel_flag', 'text', 'low or high where the group differs from the overall rate; empty is no evidence of difference', 'q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper', 15),
('uphold_by_service_category', 'funnel_n', 'decimal', 'Effective size in the funnel: that of the limits, of q_value and of funnel_flag', 'n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)', 38),
('uphold_by_service_category', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 2),
('uphold_by_service_category', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 24),
('uphold_by_service_category', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 5),
('uphold_by_service_category', 'partially_overturned', 'integer', 'Items approved in part', NULL, 6),
('uphold_by_service_category', 'q_value', 'decimal', 'False discovery rate at which the group would be flagged', 'Benjamini-Hochberg over the table''s groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function', 16),
('uphold_by_service_category', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 11),
('uphold_by_service_category', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 12),
('uphold_by_service_category', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 25),
('uphold_by_service_category', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 26),
('uphold_by_service_category', 'service_category', 'text', 'Category of the disputed service; Unclassified where no rule matched', NULL, 1),
('uphold_by_service_category', 'standardized_ratio', 'decimal', 'Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 14),
('uphold_by_service_category', 'standardized_ratio_lower', 'decimal', 'Lower end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 36),
('uphold_by_service_category', 'standardized_ratio_upper', 'decimal', 'Upper end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 37),
('uphold_by_service_category', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 7),
('uphold_by_service_category', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 4),
('uphold_by_service_category', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 8),
('uphold_by_service_category_specialty', 'additive', 'boolean', 'Whether the rows of this table sum to the total', NULL, 18),
('uphold_by_service_category_specialty', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 19),
('uphold_by_service_category_specialty', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 35),
('uphold_by_service_category_specialty', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 36),
('uphold_by_service_category_specialty', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 34),
('uphold_by_service_category_specialty', 'cases', 'integer', 'Cases with an item in the group', NULL, 4),
('uphold_by_service_category_specialty', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 31),
('uphold_by_service_category_specialty', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 32),
('uphold_by_service_category_specialty', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 33),
('uphold_by_service_category_specialty', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 30),
('uphold_by_service_category_specialty', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 29),
('uphold_by_service_category_specialty', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 28),
('uphold_by_service_category_specialty', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('uphold_by_service_category_specialty', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 20),
('uphold_by_service_category_specialty', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 21),
('uphold_by_service_category_specialty', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 11),
('uphold_by_service_category_specialty', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 22),
('uphold_by_service_category_specialty', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 23),
('uphold_by_service_category_specialty', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 24),
('uphold_by_service_category_specialty', 'expected_upheld', 'decimal', 'Upheld items expected from the overall rates of the group''s service categories; empty in the concordance, whose mix of services is not kept', 'Σ determined(category) · U(category) / (U + O + P)(category)', 14),
('uphold_by_service_category_specialty', 'funnel_2s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 40),
('uphold_by_service_category_specialty', 'funnel_2s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 41),
('uphold_by_service_category_specialty', 'funnel_3s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 42),
('uphold_by_service_category_specialty', 'funnel_3s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 43),
('uphold_by_service_category_specialty', 'funnel_adjusted', 'boolean', 'Whether limits, q_value and funnel_flag allow for over-dispersion', 'I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n', 44),
('uphold_by_service_category_specialty', 'funnel_flag', 'text', 'low or high where the group differs from the overall rate; empty is no evidence of difference', 'q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper', 16),
('uphold_by_service_category_specialty', 'funnel_n', 'decimal', 'Effective size in the funnel: that of the limits, of q_value and of funnel_flag', 'n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)', 39),
('uphold_by_service_category_specialty', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 3),
('uphold_by_service_category_specialty', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 25),
('uphold_by_service_category_specialty', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 6),
('uphold_by_service_category_specialty', 'partially_overturned', 'integer', 'Items approved in part', NULL, 7),
('uphold_by_service_category_specialty', 'q_value', 'decimal', 'False discovery rate at which the group would be flagged', 'Benjamini-Hochberg over the table''s groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function', 17),
('uphold_by_service_category_specialty', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 12),
('uphold_by_service_category_specialty', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 13),
('uphold_by_service_category_specialty', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 26),
('uphold_by_service_category_specialty', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 27),
('uphold_by_service_category_specialty', 'service_category', 'text', 'Category of the disputed service; Unclassified where no rule matched', NULL, 1),
('uphold_by_service_category_specialty', 'specialty', 'text', 'Specialty of the letter''s reviewer, each one named', NULL, 2),
('uphold_by_service_category_specialty', 'standardized_ratio', 'decimal', 'Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 15),
('uphold_by_service_category_specialty', 'standardized_ratio_lower', 'decimal', 'Lower end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 37),
('uphold_by_service_category_specialty', 'standardized_ratio_upper', 'decimal', 'Upper end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 38),
('uphold_by_service_category_specialty', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 8),
('uphold_by_service_category_specialty', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 5),
('uphold_by_service_category_specialty', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 9),
('uphold_by_specialty', 'additive', 'boolean', 'Whether the rows of this table sum to the total', NULL, 17),
('uphold_by_specialty', 'annotation', 'text', 'Code of a row that is not shown; else empty', NULL, 18),
('uphold_by_specialty', 'case_ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 34),
('uphold_by_specialty', 'case_ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval of case_uphold_rate', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = cases_upheld, n = determined cases', 35),
('uphold_by_specialty', 'case_uphold_rate', 'decimal', 'Share of determined cases upheld', 'cases_upheld / (cases_upheld + cases_overturned + cases_partially_overturned)', 33),
('uphold_by_specialty', 'cases', 'integer', 'Cases with an item in the group', NULL, 3),
('uphold_by_specialty', 'cases_overturned', 'integer', 'Cases whose determined items in the group are all overturned', NULL, 30),
('uphold_by_specialty', 'cases_partially_overturned', 'integer', 'Cases with any other mix, or any partial decision', NULL, 31),
('uphold_by_specialty', 'cases_undetermined', 'integer', 'Cases without a determined item in the group', NULL, 32),
('uphold_by_specialty', 'cases_upheld', 'integer', 'Cases whose determined items in the group are all upheld', NULL, 29),
('uphold_by_specialty', 'cases_with_not_upheld', 'integer', 'Cases with an overturned or partially overturned item in the group', NULL, 28),
('uphold_by_specialty', 'cases_with_upheld', 'integer', 'Cases with an upheld item in the group', NULL, 27),
('uphold_by_specialty', 'ci95_lower', 'decimal', 'Lower end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 9),
('uphold_by_specialty', 'ci95_plain_lower', 'decimal', 'Lower end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 19),
('uphold_by_specialty', 'ci95_plain_upper', 'decimal', 'Upper end of the 95 % Wilson interval as if items were independent', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = U, n = U + O + P', 20),
('uphold_by_specialty', 'ci95_upper', 'decimal', 'Upper end of the 95 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 10),
('uphold_by_specialty', 'ci998_lower', 'decimal', 'Lower end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 21),
('uphold_by_specialty', 'ci998_upper', 'decimal', 'Upper end of the 99.8 % Wilson interval, items clustered by letter', '(2x + z² ∓ z·√(z² + 4x(1−x/n))) / (2(n+z²)); x = p·n_eff, n = n_eff; below 30 letters z is Student''s quantile with one degree fewer than letters, and one letter has 0 to 1', 22),
('uphold_by_specialty', 'deff', 'decimal', 'Design effect: variance of the rate to that of independent items', 'max(1, L/(L−1)·Σ(xᵢ − p·mᵢ)²/M² / (p(1−p)/M)); Σmᵢ²/M where that says nothing', 23),
('uphold_by_specialty', 'expected_upheld', 'decimal', 'Upheld items expected from the overall rates of the group''s service categories; empty in the concordance, whose mix of services is not kept', 'Σ determined(category) · U(category) / (U + O + P)(category)', 13),
('uphold_by_specialty', 'funnel_2s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 39),
('uphold_by_specialty', 'funnel_2s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 95 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.025, 0 or 1 where none is; see q_value', 40),
('uphold_by_specialty', 'funnel_3s_lower', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 41),
('uphold_by_specialty', 'funnel_3s_upper', 'decimal', 'Where the rate of a group of this size would lie by chance; 99.8 %', 'The rate at which the exact tail of funnel_n trials of chance p₀ is 0.001, 0 or 1 where none is; see q_value', 42),
('uphold_by_specialty', 'funnel_adjusted', 'boolean', 'Whether limits, q_value and funnel_flag allow for over-dispersion', 'I·φ above the 0.95 quantile of χ² with I−1 degrees; I·φ = Σz², z = Φ⁻¹ of the exact tail, winsorised at 10 and 90 %; τ² = (I·φ − (I−1)) / (Σw − Σw²/Σw), w = 4n', 43),
('uphold_by_specialty', 'funnel_flag', 'text', 'low or high where the group differs from the overall rate; empty is no evidence of difference', 'q_value ≤ 0.05, and uphold_rate outside funnel_3s_lower..funnel_3s_upper', 15),
('uphold_by_specialty', 'funnel_n', 'decimal', 'Effective size in the funnel: that of the limits, of q_value and of funnel_flag', 'n = (U + O + P) / max(deff, 1 + (Σmᵢ²/M − 1)·ρ), ρ = (deff − 1)/(Σmᵢ²/M − 1) of all letters, 0 to 1; where funnel_adjusted n/(1 + 4nτ²)', 38),
('uphold_by_specialty', 'items', 'integer', 'Disputed items', 'upheld + overturned + partially_overturned + unknown', 2),
('uphold_by_specialty', 'n_eff', 'decimal', 'Effective sample size', '(U + O + P) / deff', 24),
('uphold_by_specialty', 'overturned', 'integer', 'Items whose denial the reviewer overturned', NULL, 5),
('uphold_by_specialty', 'partially_overturned', 'integer', 'Items approved in part', NULL, 6),
('uphold_by_specialty', 'q_value', 'decimal', 'False discovery rate at which the group would be flagged', 'Benjamini-Hochberg over the table''s groups; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))), X binomial of funnel_n trials of chance p₀, the overall rate; x = uphold_rate·funnel_n; real-valued by the incomplete beta function', 16),
('uphold_by_specialty', 'rate_excluding_partial', 'decimal', 'Share upheld among items decided wholly', 'U / (U + O)', 11),
('uphold_by_specialty', 'rate_half_credit', 'decimal', 'Share upheld, a partial decision counted as half', '(U + P/2) / (U + O + P)', 12),
('uphold_by_specialty', 'rate_if_unknown_not_upheld', 'decimal', 'The rate if no unknown outcome were upheld', 'U / (N + K)', 25),
('uphold_by_specialty', 'rate_if_unknown_upheld', 'decimal', 'The rate if every unknown outcome were upheld', '(U + K) / (N + K)', 26),
('uphold_by_specialty', 'specialty', 'text', 'Specialty of the letter''s reviewer, each one named', NULL, 1),
('uphold_by_specialty', 'standardized_ratio', 'decimal', 'Not upheld to expected not upheld; 1 is as expected; empty where nothing is expected, and by service category, where it is 1 by construction', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 14),
('uphold_by_specialty', 'standardized_ratio_lower', 'decimal', 'Lower end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 36),
('uphold_by_specialty', 'standardized_ratio_upper', 'decimal', 'Upper end of its 95 % interval', '(O + P) / (U + O + P − expected_upheld); Byar''s interval, exact below 10 events, of counts divided by 1 + (Σmᵢ²/M − 1)·ρ, see funnel_n', 37),
('uphold_by_specialty', 'unknown', 'integer', 'Items whose outcome is missing, unreadable or contradictory', NULL, 7),
('uphold_by_specialty', 'upheld', 'integer', 'Items whose denial the reviewer upheld', NULL, 4),
('uphold_by_specialty', 'uphold_rate', 'decimal', 'Share of determined items upheld: the headline', 'U / (U + O + P)', 8);

COMMIT;
