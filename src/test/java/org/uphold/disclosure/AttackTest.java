package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.SyntheticWindow;
import org.uphold.statistics.Wilson;

/** What someone with the published files, a pencil and patience can find out. */
class AttackTest {

    private static final SyntheticWindow.Size SIZE = new SyntheticWindow.Size(1200, 8, 20, 12, 8, 12, 80);

    private static WindowTallies window() {
        return SyntheticWindow.of(SIZE, 5);
    }

    private static Disclosed disclosed(boolean complementary) {
        return new Disclosure()
                .apply(Profile.CMS11, window(), MeasureOptions.DEFAULT, DisclosureContext.first(365), complementary);
    }

    /** Subtracts all shown rows from a margin: where one row is hidden, its count is what is left. */
    private static Map<String, Long> bySubtraction(List<PublishedTable> tables) {
        Map<String, Long> recovered = new TreeMap<>();
        PackageModel model = PackageModel.of(PublishedPackage.tables(tables));
        for (Link link : model.links()) {
            PackageRow parent = model.rows().get(link.parent());
            for (Quantity quantity : SensitiveCounts.ALL) {
                if (link.people() != Link.Relation.SUM || parent.counts() == null) {
                    continue;
                }
                long left = parent.count(quantity);
                List<PackageRow> hidden = new ArrayList<>();
                for (int child : link.children()) {
                    PackageRow row = model.rows().get(child);
                    left -= row.count(quantity);
                    if (row.counts() == null) {
                        hidden.add(row);
                    }
                }
                if (hidden.size() == 1 && left >= 1 && left <= 10) {
                    recovered.put(hidden.get(0).name() + " " + quantity.column(), left);
                }
            }
        }
        return recovered;
    }

    @Test
    void subtracting_tables_from_their_margins_recovers_cells_only_when_nothing_protects_them() {
        // Few specialties, so that one alone is small.
        WindowTallies window = SyntheticWindow.of(new SyntheticWindow.Size(160, 4, 8, 6, 2, 2, 70), 2);
        Disclosed naive = new Disclosure()
                .apply(Profile.CMS11, window, MeasureOptions.DEFAULT, DisclosureContext.first(365), false);
        Disclosed safe =
                new Disclosure().apply(Profile.CMS11, window, MeasureOptions.DEFAULT, DisclosureContext.first(365));
        assertThat(naive.report().passed()).isFalse();
        assertThat(naive.report().findings()).allMatch(f -> f.message().contains(f.table()));
        assertThat(bySubtraction(naive.tables())).isNotEmpty();
        assertThat(safe.report().passed()).isTrue();
        assertThat(bySubtraction(safe.tables())).isEmpty();
    }

    @Test
    void a_rate_with_its_interval_gives_its_counts_away_and_so_goes_with_them() {
        // 50 of 57, published to six decimals with its interval, fits no other counts below 1000.
        double rate = 50 / 57.0;
        double lower = Wilson.interval(50, 57, 0.95).orElseThrow().lower();
        List<String> fits = new ArrayList<>();
        for (int n = 1; n < 1000; n++) {
            int x = (int) Math.round(rate * n);
            boolean sameRate = Math.abs((double) x / n - rate) < 5e-7;
            if (sameRate && Math.abs(Wilson.interval(x, n, 0.95).orElseThrow().lower() - lower) < 5e-7) {
                fits.add(x + "/" + n);
            }
        }
        assertThat(fits).containsExactly("50/57");
        List<PublishedTable> tables = disclosed(true).tables();
        PublishedTable summary = tables.stream()
                .filter(t -> t.name().equals("summary"))
                .findFirst()
                .orElseThrow();
        for (PublishedTable table : tables) {
            int annotation = table.indexOf("annotation");
            if (annotation < 0) {
                continue;
            }
            for (List<@Nullable Object> row : table.rows()) {
                if (row.get(annotation) != null) {
                    for (int i = 0; i < row.size(); i++) {
                        boolean keeps = table.columns().get(i).key()
                                || List.of("additive", "annotation", "basis", "label", "in_denominator")
                                        .contains(table.columns().get(i).name());
                        assertThat(row.get(i) == null || keeps || isItemsOfTheSummary(table, row, i, summary))
                                .as(
                                        "%s %s",
                                        table.name(), table.columns().get(i).name())
                                .isTrue();
                    }
                }
            }
        }
    }

    /** Of an outcome whose letters are hidden the summary tells the items: the dispositions may say the same, and nothing more. */
    private static boolean isItemsOfTheSummary(
            PublishedTable table, List<@Nullable Object> row, int column, PublishedTable summary) {
        String name = table.columns().get(column).name();
        int outcome = summary.indexOf(String.valueOf(row.get(0)).toLowerCase(Locale.ROOT));
        int items = table.indexOf("items");
        return table.name().equals("dispositions")
                && (name.equals("items") || name.equals("share_of_items"))
                && outcome >= 0
                && Objects.equals(row.get(items), summary.rows().get(0).get(outcome));
    }

    @Test
    void the_difference_of_two_vintages_tells_nobody_when_the_first_is_known() {
        WindowTallies first = window();
        WindowTallies second = SyntheticWindow.of(new SyntheticWindow.Size(1204, 8, 20, 12, 8, 12, 80), 5);
        Disclosed before = disclosed(true);
        Disclosed careless =
                new Disclosure().apply(Profile.CMS11, second, MeasureOptions.DEFAULT, DisclosureContext.first(365));
        DisclosureContext context = new DisclosureContext(365, List.of(before.tables()), Attacker.ONE_CODE);
        Disclosed careful = new Disclosure().apply(Profile.CMS11, second, MeasureOptions.DEFAULT, context);
        assertThat(first.overall()).isNotEqualTo(second.overall());
        assertThat(differences(before.tables(), careless.tables())).isNotEmpty();
        assertThat(differences(before.tables(), careful.tables())).isEmpty();
        assertThat(bySubtraction(careful.tables())).isEmpty();
    }

    private static List<String> differences(List<PublishedTable> before, List<PublishedTable> after) {
        List<String> found = new ArrayList<>();
        PackageModel old = PackageModel.of(PublishedPackage.tables(before));
        PackageModel now = PackageModel.of(PublishedPackage.tables(after));
        Map<String, PackageRow> byName = new TreeMap<>();
        old.rows().forEach(r -> byName.put(r.name(), r));
        for (PackageRow row : now.rows()) {
            PackageRow earlier = byName.get(row.name());
            if (earlier == null || earlier.counts() == null || row.counts() == null) {
                continue;
            }
            for (Quantity quantity : SensitiveCounts.ALL) {
                long difference = Math.abs(row.count(quantity) - earlier.count(quantity));
                if (difference >= 1 && difference <= 10) {
                    found.add(row.name() + " " + quantity.column());
                }
            }
        }
        return found;
    }

    @Test
    void verification_of_the_files_alone_accepts_what_passed_and_finds_what_is_shown_or_tampered_with() {
        Verification verification = new Verification();
        Disclosed safe = disclosed(true);
        Verification.Result fine = verification.verify(Profile.CMS11, safe.tables());
        assertThat(fine.mismatches()).isEmpty();
        assertThat(fine.findings()).isEmpty();
        assertThat(fine.hiddenCounts()).isPositive();
        assertThat(verification.verify(Profile.CMS11, disclosed(false).tables()).findings())
                .isNotEmpty();
        Disclosed open =
                new Disclosure().apply(Profile.NONE, window(), MeasureOptions.DEFAULT, DisclosureContext.first(365));
        assertThat(verification.verify(Profile.NONE, open.tables()).passed()).isTrue();
        assertThat(verification.verify(Profile.CMS11, open.tables()).findings())
                .anyMatch(f -> f.reason() == Finding.Reason.SHOWN);
        List<PublishedTable> tampered = open.tables().stream()
                .map(t -> t.name().equals("uphold_by_month") ? plusOne(t, "upheld") : t)
                .toList();
        assertThat(verification.verify(Profile.NONE, tampered).mismatches())
                .anyMatch(m -> m.contains("uphold_by_month"));
    }

    private static PublishedTable plusOne(PublishedTable table, String column) {
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        List<@Nullable Object> first = new ArrayList<>(rows.get(0));
        int index = table.indexOf(column);
        first.set(index, (Long) Objects.requireNonNull(first.get(index)) + 1);
        rows.set(0, first);
        return new PublishedTable(table.name(), table.title(), table.columns(), rows);
    }
}
