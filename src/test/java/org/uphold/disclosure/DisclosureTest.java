package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.Measures;
import org.uphold.rates.tables.SyntheticWindow;

class DisclosureTest {

    private static final DisclosureContext YEAR = DisclosureContext.first(365);
    private static final WindowTallies WINDOW =
            SyntheticWindow.of(new SyntheticWindow.Size(3000, 12, 60, 40, 12, 12, 88), 42);

    private final Disclosure disclosure = new Disclosure();

    private Disclosed apply(Profile profile, Attacker attacker) {
        return disclosure.apply(
                profile, WINDOW, MeasureOptions.DEFAULT, new DisclosureContext(365, List.of(), attacker));
    }

    private static PublishedTable table(Disclosed disclosed, String name) {
        return disclosed.tables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_a_profile_the_tables_are_those_of_the_measures() {
        Disclosed open = apply(Profile.NONE, Attacker.ONE_CODE);
        assertThat(open.tables()).isEqualTo(new Measures().tables(WINDOW, MeasureOptions.DEFAULT));
        assertThat(open.report().passed()).isTrue();
        assertThat(open.report().visibleShare()).isEqualTo(1);
    }

    @Test
    void a_package_passes_its_audit_and_stays_mostly_visible() {
        SuppressionReport report = apply(Profile.CMS11, Attacker.ONE_CODE).report();
        assertThat(report.passed()).isTrue();
        assertThat(report.notLaws()).isEmpty();
        assertThat(report.targets()).isPositive();
        assertThat(report.visibleShare()).isGreaterThan(0.7);
        long primary = report.tables().stream()
                .mapToLong(SuppressionReport.TableReport::primary)
                .sum();
        long further = report.tables().stream()
                .mapToLong(SuppressionReport.TableReport::complementary)
                .sum();
        assertThat(further).isLessThan(primary / 4);
    }

    @Test
    void no_small_count_of_people_is_shown_in_any_row() {
        Disclosed disclosed = apply(Profile.CMS11, Attacker.ONE_CODE);
        Verification.Result result = new Verification().verify(Profile.CMS11, disclosed.tables());
        assertThat(result.mismatches()).isEmpty();
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void an_attacker_who_knows_the_reasons_costs_more_or_the_package_fails_openly() {
        SuppressionReport known =
                apply(Profile.CMS11, Attacker.REASON_PUBLISHED).report();
        SuppressionReport code = apply(Profile.CMS11, Attacker.ONE_CODE).report();
        assertThat(known.visibleShare()).isLessThanOrEqualTo(code.visibleShare());
    }

    @Test
    void where_hiding_rows_does_not_do_a_table_is_withheld_and_the_rest_is_safe() {
        int withheld = 0;
        for (long seed = 1; seed <= 12; seed++) {
            WindowTallies few = SyntheticWindow.of(new SyntheticWindow.Size(60, 3, 6, 4, 3, 36, 88), seed);
            Disclosed disclosed = disclosure.apply(Profile.CMS11, few, MeasureOptions.DEFAULT, YEAR);
            assertThat(disclosed.report().passed()).as("seed " + seed).isTrue();
            assertThat(new Verification()
                            .verify(Profile.CMS11, disclosed.tables())
                            .findings())
                    .as("seed " + seed)
                    .isEmpty();
            for (SuppressionReport.TableReport table : disclosed.report().tables()) {
                if (table.withheld()) {
                    withheld++;
                    assertThat(table(disclosed, table.table()).rows()).isEmpty();
                    assertThat(table.table()).isNotEqualTo("summary");
                }
            }
        }
        assertThat(withheld).isPositive();
    }

    @Test
    void all_hidden_rows_carry_the_same_code_and_keep_their_key() {
        for (PublishedTable table : apply(Profile.CMS11, Attacker.ONE_CODE).tables()) {
            int annotation = table.indexOf("annotation");
            if (annotation >= 0) {
                assertThat(table.rows().stream().map(r -> r.get(annotation)).filter(Objects::nonNull))
                        .allMatch("suppressed"::equals);
            }
        }
    }

    @Test
    void the_score_is_printed_with_every_table_and_what_cannot_pass_is_withheld() {
        Disclosed disclosed = apply(Profile.CALHHS, Attacker.ONE_CODE);
        PublishedTable scores = table(disclosed, "disclosure");
        assertThat(scores.rows()).hasSize(disclosed.report().tables().size());
        for (List<?> row : scores.rows()) {
            assertThat(row.get(scores.indexOf("score_total"))).isInstanceOf(Long.class);
        }
        assertThat(disclosed.report().passed()).isTrue();
        for (SuppressionReport.TableReport report : disclosed.report().tables()) {
            Object total = scores.rows().stream()
                    .filter(r -> report.table().equals(r.get(0)))
                    .findFirst()
                    .orElseThrow()
                    .get(scores.indexOf("score_total"));
            if (report.withheld()) {
                assertThat(table(disclosed, report.table()).rows()).isEmpty();
                assertThat((Long) total).as(report.table()).isGreaterThan(12);
            }
        }
    }

    @Test
    void the_same_window_gives_the_same_tables() {
        assertThat(apply(Profile.CMS11, Attacker.ONE_CODE)).isEqualTo(apply(Profile.CMS11, Attacker.ONE_CODE));
    }

    @Test
    void a_window_of_nobody_is_no_problem() {
        WindowTallies nobody = new WindowTallies(
                org.uphold.rates.Tally.ZERO,
                java.util.Map.of(),
                java.util.Map.of(),
                List.of(),
                java.util.Map.of(),
                WindowTallies.Disposition.NONE,
                0,
                0,
                java.util.Map.of(),
                java.util.Map.of());
        for (Profile profile : Profile.values()) {
            assertThat(disclosure
                            .apply(profile, nobody, MeasureOptions.DEFAULT, YEAR)
                            .report()
                            .passed())
                    .isTrue();
        }
    }
}
