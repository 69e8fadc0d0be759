package org.uphold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uphold.rates.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of the collection of published statistics that lies beside the project, by name. */
class PublishedValuesTest {

    private static final Path ORACLES = Path.of("../shared/data/oracles/oracles.json");
    private static final Path DMHC = Path.of("../shared/data/dmhc/published_by_year.csv");
    private static final double TOLERANCE = 1e-9;

    private static JsonNode oracles(String name) {
        Assumptions.assumeTrue(Files.isRegularFile(ORACLES), "the published statistics are not beside the project");
        return JsonMapper.shared().readTree(ORACLES.toFile()).path(name);
    }

    private static Stream<DynamicTest> each(JsonNode rows, String label, Consumer<JsonNode> check) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(label + " " + shortName(row), () -> check.accept(row)));
    }

    private static String shortName(JsonNode row) {
        String text = row.toString();
        return text.substring(0, Math.min(60, text.length()));
    }

    private static double[] doubles(JsonNode array) {
        List<Double> values = new ArrayList<>();
        array.forEach(v -> values.add(v.asDouble()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] longs(JsonNode array) {
        return java.util.Arrays.stream(doubles(array)).mapToLong(d -> (long) d).toArray();
    }

    private static double of(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static void same(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(TOLERANCE));
    }

    private static void same(Interval actual, JsonNode expected) {
        same(actual.lower(), expected.path(0));
        same(actual.upper(), expected.path(1));
    }

    private static Interval wilson(long x, long n) {
        return Wilson.interval((double) x, (double) n, 0.95).orElseThrow();
    }

    @Test
    void z() {
        JsonNode z = oracles("z");
        same(Normal.twoSided(0.95), z.path("p0.975"));
        same(Normal.twoSided(0.998), z.path("p0.999"));
    }

    @TestFactory
    Stream<DynamicTest> interval() {
        return each(oracles("interval"), "interval", row -> {
            long x = row.path("x").asLong();
            long n = row.path("n").asLong();
            same(wilson(x, n), row.path("wilson95"));
            same(Wilson.interval((double) x, (double) n, 0.998).orElseThrow(), row.path("wilson998"));
            same(Wilson.continuityCorrected(x, n, 0.95).orElseThrow(), row.path("wilson_cc95"));
            same(ClopperPearson.interval(x, n, 0.95).orElseThrow(), row.path("clopper_pearson95"));
        });
    }

    @TestFactory
    Stream<DynamicTest> funnel_score_limits_phe() {
        JsonNode all = oracles("funnel_score_limits_phe");
        double target = all.path("baseline_pct").asDouble() / 100;
        return each(all.path("rows"), "funnel", row -> {
            double n = row.path("n").asDouble();
            JsonNode limits = row.path("limits_pct_2s_lo_hi_3s_lo_hi");
            Interval two = Funnel.scoreLimits(target, n, Funnel.TWO_SIGMA);
            Interval three = Funnel.scoreLimits(target, n, Funnel.THREE_SIGMA);
            // Printed in per cent: a tolerance of 1e-9 there.
            assertThat(new double[] {two.lower() * 100, two.upper() * 100, three.lower() * 100, three.upper() * 100})
                    .containsExactly(doubles(limits), within(TOLERANCE));
        });
    }

    @TestFactory
    Stream<DynamicTest> funnel_exact_binomial_interpolated() {
        JsonNode all = oracles("funnel_exact_binomial_interpolated");
        double theta = all.path("theta").asDouble();
        return each(all.path("rows"), "exact funnel", row -> {
            int n = row.path("n").asInt();
            JsonNode q = row.path("q.025,.975,.001,.999");
            same(Funnel.exactLimit(theta, n, 0.025), q.path(0));
            same(Funnel.exactLimit(theta, n, 0.975), q.path(1));
            same(Funnel.exactLimit(theta, n, 0.001), q.path(2));
            same(Funnel.exactLimit(theta, n, 0.999), q.path(3));
        });
    }

    @Test
    void benjamini_hochberg_1995() {
        JsonNode all = oracles("benjamini_hochberg_1995");
        double[] q = BenjaminiHochberg.adjust(doubles(all.path("p")));
        assertThat(q).containsExactly(doubles(all.path("fdr_bh").path("adjusted")), within(TOLERANCE));
        assertThat(java.util.Arrays.stream(q).filter(v -> v <= 0.05))
                .hasSize(all.path("fdr_bh").path("rejected").asInt());
    }

    @Test
    void benjamini_hochberg_1995_bonferroni() {
        familyWise("bonferroni", FamilyWise::bonferroni);
    }

    @Test
    void benjamini_hochberg_1995_holm() {
        familyWise("holm", FamilyWise::holm);
    }

    private static void familyWise(String name, UnaryOperator<double[]> adjust) {
        JsonNode all = oracles("benjamini_hochberg_1995");
        double[] adjusted = adjust.apply(doubles(all.path("p")));
        assertThat(adjusted).containsExactly(doubles(all.path(name).path("adjusted")), within(TOLERANCE));
        assertThat(java.util.Arrays.stream(adjusted)
                        .filter(v -> v <= all.path("q").asDouble()))
                .hasSize(all.path(name).path("rejected").asInt());
    }

    @TestFactory
    Stream<DynamicTest> cochran_armitage() {
        return each(oracles("cochran_armitage"), "trend", row -> {
            CochranArmitage found = CochranArmitage.of(
                            longs(row.path("x")), longs(row.path("n")), doubles(row.path("scores")))
                    .orElseThrow();
            same(found.z(), row.path("z"));
            same(found.z() * found.z(), row.path("chi2"));
            same(found.p(), row.path("p"));
            same(found.zMantelHaenszel(), row.path("z_mantel_haenszel"));
        });
    }

    @TestFactory
    Stream<DynamicTest> dmhc_by_year() {
        return each(oracles("dmhc_by_year").path("rows"), "year", row -> {
            long x = row.path("upheld").asLong();
            long n = row.path("n").asLong();
            same((double) x / n, row.path("uphold_rate"));
            same(wilson(x, n), row.path("wilson95"));
        });
    }

    @Test
    void the_printed_overturn_rates_of_the_years() throws Exception {
        Assumptions.assumeTrue(Files.isRegularFile(DMHC), "the published table is not beside the project");
        for (String line : Files.readAllLines(DMHC).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            Tally tally =
                    Tally.ofLetter(Long.parseLong(cells[1]) - Long.parseLong(cells[2]), Long.parseLong(cells[2]), 0, 0);
            assertThat(1 - of(tally.upholdRate())).isCloseTo(Double.parseDouble(cells[3]), within(0.0005));
        }
    }

    @Test
    void trend_dmhc_uphold_2016_2025() {
        List<JsonNode> years = lastTen();
        double[] rates = years.stream()
                .mapToDouble(r -> r.path("uphold_rate").asDouble())
                .toArray();
        JsonNode all = oracles("trend_dmhc_uphold_2016_2025");
        CochranArmitage ca = CochranArmitage.of(
                        years.stream().mapToLong(r -> r.path("upheld").asLong()).toArray(),
                        years.stream().mapToLong(r -> r.path("n").asLong()).toArray(),
                        years.stream()
                                .mapToDouble(r -> r.path("year").asDouble())
                                .toArray())
                .orElseThrow();
        same(ca.z(), all.path("cochran_armitage").path("z"));
        same(ca.z() * ca.z(), all.path("cochran_armitage").path("chi2"));
        same(ca.zMantelHaenszel(), all.path("cochran_armitage").path("z_mantel_haenszel"));
        double p = all.path("cochran_armitage").path("p").asDouble();
        assertThat(ca.p() / p).isCloseTo(1, within(1e-6));
        MannKendall mk = MannKendall.of(rates).orElseThrow();
        JsonNode expected = all.path("mann_kendall");
        assertThat(mk.s()).isEqualTo(expected.path("S").asLong());
        same(mk.variance(), expected.path("varS"));
        same(mk.z(), expected.path("z"));
        same(mk.p(), expected.path("p"));
        same(mk.tau(), expected.path("tau"));
        same(mk.senSlope(), expected.path("sen_slope"));
    }

    private static List<JsonNode> lastTen() {
        return StreamSupport.stream(oracles("dmhc_by_year").path("rows").spliterator(), false)
                .filter(r -> r.path("year").asInt() >= 2016 && r.path("year").asInt() <= 2025)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> indirect_standardised_ratio() {
        JsonNode all = oracles("indirect_standardised_ratio");
        double expected = all.path("expected").asDouble();
        return each(all.path("rows"), "ratio", row -> {
            long observed = row.path("obs").asLong();
            StandardizedRatio found = StandardizedRatio.of(observed, expected, 0.95);
            same(found.ratio(), row.path("ratio"));
            same(found.interval(), row.has("byar95") ? row.path("byar95") : row.path("exact95"));
            if (row.has("byar998")) {
                same(StandardizedRatio.of(observed, expected, 0.998).interval(), row.path("byar998"));
            }
        });
    }

    @Test
    void overdispersion_funnel() {
        JsonNode all = oracles("overdispersion_funnel");
        List<JsonNode> years = lastTen();
        double[] sizes = years.stream().mapToDouble(r -> r.path("n").asDouble()).toArray();
        double[] rates = years.stream()
                .mapToDouble(r -> r.path("upheld").asDouble() / r.path("n").asDouble())
                .toArray();
        double target =
                years.stream().mapToDouble(r -> r.path("upheld").asDouble()).sum()
                        / java.util.Arrays.stream(sizes).sum();
        same(target, all.path("target"));
        double[] z = OverDispersion.zScores(target, rates, sizes);
        assertThat(z).containsExactly(doubles(all.path("z")), within(1e-9));
        double[] sorted = z.clone();
        java.util.Arrays.sort(sorted);
        same(Quantiles.ofSorted(sorted, 0.1), all.path("winsor_bounds_type7").path(0));
        same(Quantiles.ofSorted(sorted, 0.9), all.path("winsor_bounds_type7").path(1));
        OverDispersion found = OverDispersion.of(z, sizes);
        same(found.phi(), all.path("phi"));
        same(found.tauSquared(), all.path("tau2"));
        assertThat(found.significant()).isTrue();
        for (JsonNode row : all.path("limits")) {
            double n = row.path("n").asDouble();
            JsonNode limits = row.path("95_and_99.8");
            Interval two = found.limits(target, n, Funnel.TWO_SIGMA);
            Interval three = found.limits(target, n, Funnel.THREE_SIGMA);
            assertThat(new double[] {two.lower(), two.upper(), three.lower(), three.upper()})
                    .containsExactly(doubles(limits), within(TOLERANCE));
        }
    }

    @Test
    void clustered_items() {
        JsonNode all = oracles("clustered_items");
        Tally sum = Tally.ZERO;
        for (JsonNode letter : all.path("letters_items_upheld")) {
            long upheld = letter.path(1).asLong();
            sum = sum.plus(Tally.ofLetter(upheld, letter.path(0).asLong() - upheld, 0, 0));
        }
        assertThat(sum.items()).isEqualTo(all.path("items").asLong());
        assertThat(sum.upheld()).isEqualTo(all.path("upheld").asLong());
        same(of(sum.upholdRate()), all.path("rate"));
        same(of(sum.designEffect()), all.path("deff"));
        same(of(sum.effectiveSize()), all.path("n_eff"));
        double p = of(sum.upholdRate());
        same(p * (1 - p) / sum.determined() * of(sum.designEffect()), all.path("var_ratio_estimator"));
        same(wilson(sum.upheld(), sum.items()), all.path("wilson_item"));
        same(Wilson.ofRate(p, of(sum.effectiveSize()), 0.95).orElseThrow(), all.path("wilson_n_eff"));
        assertThat(sum.casesUpheld())
                .isEqualTo(all.path("case_level").path("all_upheld").asLong());
        assertThat(sum.casesOverturned())
                .isEqualTo(all.path("case_level").path("all_overturned").asLong());
        assertThat(sum.casesMixed())
                .isEqualTo(all.path("case_level").path("partially_overturned").asLong());
    }

    @TestFactory
    Stream<DynamicTest> oregon_partition() {
        return each(oracles("oregon_partition"), "Oregon", row -> {
            long upheld = row.path("upheld").asLong();
            long completed = row.path("completed").asLong();
            assertThat(upheld + row.path("overturned_or_partial").asLong()).isEqualTo(completed);
            assertThat(completed
                            + row.path("ineligible").asLong()
                            + row.path("insurer_or_admin_overturn").asLong()
                            + row.path("withdrawn").asLong())
                    .isBetween(
                            row.path("received").asLong() - 2,
                            row.path("received").asLong() + 2);
            same((double) upheld / completed, row.path("uphold_rate"));
            same(wilson(upheld, completed), row.path("wilson95"));
        });
    }

    @Test
    void ny_partial_sensitivity() {
        JsonNode all = oracles("ny_partial_sensitivity");
        double u = all.path("upheld").asDouble();
        double o = all.path("overturned").asDouble();
        double p = all.path("overturned_in_part").asDouble();
        assertThat(u + o + p).isEqualTo(all.path("n").asDouble());
        same(u / (u + o + p), all.path("strict"));
        same(u / (u + o), all.path("exclude_partial"));
        same((u + p / 2) / (u + o + p), all.path("half_credit"));
    }

    @Test
    void bernoulli_cusum() {
        JsonNode all = oracles("bernoulli_cusum");
        BernoulliCusum cusum =
                new BernoulliCusum(all.path("p0").asDouble(), all.path("p1").asDouble());
        same(cusum.weightOfEvent(), all.path("W_overturn"));
        same(cusum.weightOfNone(), all.path("W_uphold"));
        long[] y = longs(all.path("y"));
        boolean[] events = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            events[i] = y[i] == 1;
        }
        assertThat(cusum.path(events)).containsExactly(doubles(all.path("S")), within(TOLERANCE));
    }

    @TestFactory
    Stream<DynamicTest> suppression_ddg_rate_leak() {
        return each(oracles("suppression_ddg").path("rate_leak"), "rate", row -> {
            long n = row.path("n").asLong();
            BigDecimal printed =
                    BigDecimal.valueOf(row.path("pct_1dp").asDouble()).setScale(1, RoundingMode.HALF_UP);
            List<Long> consistent = new ArrayList<>();
            for (long x = 0; x <= n; x++) {
                if (BigDecimal.valueOf(100.0 * x / n)
                                .setScale(1, RoundingMode.HALF_UP)
                                .compareTo(printed)
                        == 0) {
                    consistent.add(x);
                }
            }
            assertThat(consistent)
                    .containsExactly(
                            row.path("counts_consistent_with_pct").path(0).asLong());
        });
    }
}
