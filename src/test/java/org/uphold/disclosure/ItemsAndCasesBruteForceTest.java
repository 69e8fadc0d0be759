package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;

/**
 * Small packages of letters with several items, so that items add up where cases overlap, and every whole-number table that agrees
 * with what was published of them.
 */
class ItemsAndCasesBruteForceTest {

    private static final int PACKAGES = 300;
    private static final int MONTHS = 2;
    private static final int CATEGORIES = 2;
    private static final Grouping BY_MONTH = Grouping.of(Dimension.MONTH);
    private static final Grouping BY_CATEGORY = Grouping.of(Dimension.SERVICE_CATEGORY);
    private static final Grouping PAIRS = Grouping.of(Dimension.MONTH, Dimension.SERVICE_CATEGORY);
    private static final long[] SMALL = LongStream.rangeClosed(1, 10).toArray();

    private static String month(int m) {
        return "2017-0" + (m + 1);
    }

    private static String category(int c) {
        return "C" + c;
    }

    private static List<String> pair(int m, int c) {
        return PAIRS.dimensions().get(0) == Dimension.MONTH
                ? List.of(month(m), category(c))
                : List.of(category(c), month(m));
    }

    /** Letters of up to three items, each upheld or overturned. */
    private static WindowTallies window(SplittableRandom random) {
        Map<List<String>, Tally> pairs = new HashMap<>();
        Map<String, Tally> months = new TreeMap<>();
        Map<String, Tally> categories = new TreeMap<>();
        Tally overall = Tally.ZERO;
        int letters = 25 + random.nextInt(30);
        int upheldOfTen = 3 + random.nextInt(5);
        int firstOfTen = 3 + random.nextInt(6);
        for (int l = 0; l < letters; l++) {
            int m = random.nextInt(10) < firstOfTen ? 0 : 1;
            int[][] counts = new int[CATEGORIES][2];
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                counts[random.nextInt(10) < firstOfTen ? 0 : 1][random.nextInt(10) < upheldOfTen ? 0 : 1]++;
            }
            for (int c = 0; c < CATEGORIES; c++) {
                Tally tally = Tally.ofLetter(counts[c][0], counts[c][1], 0, 0);
                if (tally.items() > 0) {
                    pairs.merge(pair(m, c), tally, Tally::plus);
                    categories.merge(category(c), tally, Tally::plus);
                }
            }
            Tally whole = Tally.ofLetter(counts[0][0] + counts[1][0], counts[0][1] + counts[1][1], 0, 0);
            months.merge(month(m), whole, Tally::plus);
            overall = overall.plus(whole);
        }
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        List<Cell> pairCells = new ArrayList<>();
        pairs.forEach((k, t) -> pairCells.add(new Cell(k, t, Map.of())));
        groups.put(PAIRS, pairCells);
        groups.put(BY_MONTH, cells(months));
        groups.put(BY_CATEGORY, cells(categories));
        return new WindowTallies(
                overall, Map.of(), groups, List.of(), Map.of(), Disposition.NONE, 0, 0, Map.of(), Map.of());
    }

    private static List<Cell> cells(Map<String, Tally> tallies) {
        List<Cell> cells = new ArrayList<>();
        tallies.forEach((k, t) -> cells.add(new Cell(List.of(k), t, Map.of())));
        return cells;
    }

    @Test
    void no_hidden_count_of_people_can_be_narrowed_down_where_items_add_up_and_cases_overlap() {
        SplittableRandom random = new SplittableRandom(23);
        int targets = 0;
        for (int i = 0; i < PACKAGES; i++) {
            WindowTallies window = window(random);
            Disclosed disclosed =
                    new Disclosure().apply(Profile.CMS11, window, MeasureOptions.DEFAULT, DisclosureContext.first(365));
            if (!disclosed.report().passed()) {
                continue;
            }
            Attack attack = new Attack(disclosed.tables());
            if (!attack.knowsAll()) {
                // With the summary hidden, tables of any size agree.
                continue;
            }
            for (PackageRow truth : PackageModel.tables(window).tables().stream()
                    .flatMap(t -> t.rows().stream())
                    .toList()) {
                for (Quantity quantity : SensitiveCounts.ALL) {
                    long count = truth.count(quantity);
                    if (attack.isHidden(truth) && count >= 1 && count <= 10) {
                        List<Optional<Boolean>> found = Arrays.stream(SMALL)
                                .mapToObj(v -> attack.canBe(truth, quantity, v))
                                .toList();
                        targets += found.contains(Optional.<Boolean>empty()) ? 0 : 1;
                        assertThat(found)
                                .as("package %d, %s of %s", i, quantity, truth.name())
                                .doesNotContain(Optional.of(false));
                    }
                }
            }
        }
        assertThat(targets).isGreaterThan(PACKAGES / 2);
    }

    @Test
    void the_audit_finds_what_brute_force_finds_where_nothing_protects_the_small_rows() {
        SplittableRandom random = new SplittableRandom(29);
        int unsafe = 0;
        for (int i = 0; i < PACKAGES / 3; i++) {
            WindowTallies window = window(random);
            Disclosed naive = new Disclosure()
                    .apply(Profile.CMS11, window, MeasureOptions.DEFAULT, DisclosureContext.first(365), false);
            Attack attack = new Attack(naive.tables());
            if (!attack.knowsAll()) {
                continue;
            }
            for (PackageRow truth : PackageModel.tables(window).tables().stream()
                    .flatMap(t -> t.rows().stream())
                    .toList()) {
                for (Quantity quantity : SensitiveCounts.ALL) {
                    long count = truth.count(quantity);
                    if (attack.isHidden(truth) && count >= 1 && count <= 10) {
                        List<Optional<Boolean>> possible = Arrays.stream(SMALL)
                                .mapToObj(v -> attack.canBe(truth, quantity, v))
                                .toList();
                        boolean safe = !possible.contains(Optional.of(false));
                        if (safe && possible.contains(Optional.<Boolean>empty())) {
                            continue;
                        }
                        boolean found = naive.report().findings().stream()
                                .anyMatch(f -> f.table().equals(truth.table())
                                        && f.key().equals(truth.key())
                                        && f.column().equals(quantity.column()));
                        unsafe += safe ? 0 : 1;
                        assertThat(found)
                                .as("package %d, %s of %s", i, quantity, truth.name())
                                .isEqualTo(!safe);
                    }
                }
            }
        }
        assertThat(unsafe).isPositive();
    }

    /** What someone with the files knows: shown counts, that hidden rows count somebody, and how the tables hang together. */
    private static final class Attack {

        private static final Quantity[] COUNTED = {
            Quantity.UPHELD,
            Quantity.OVERTURNED,
            Quantity.CASES_WITH_UPHELD,
            Quantity.CASES_WITH_NOT_UPHELD,
            Quantity.CASES
        };

        private final ExhaustiveTables all = new ExhaustiveTables();
        private final Map<String, int[]> rows = new HashMap<>();
        private final Map<String, Boolean> hidden = new HashMap<>();
        private long most;

        Attack(List<PublishedTable> tables) {
            Map<String, PublishedTable> byName = new HashMap<>();
            tables.forEach(t -> byName.put(t.name(), t));
            List<List<@Nullable Object>> summary = table(byName, "summary").rows();
            Object items = summary.get(0).get(table(byName, "summary").indexOf("items"));
            most = items instanceof Long n ? n : 0;
            List<String> names = new ArrayList<>();
            read(table(byName, "summary"), names);
            read(table(byName, BY_MONTH.tableName()), names);
            read(table(byName, BY_CATEGORY.tableName()), names);
            read(table(byName, PAIRS.tableName()), names);
            // Counts of one kind before those of the next: sums come out early.
            for (int q = 0; q < COUNTED.length; q++) {
                for (String name : names) {
                    add(byName, name, q);
                }
            }
            names.forEach(this::within);
            between();
        }

        private static PublishedTable table(Map<String, PublishedTable> byName, String name) {
            return java.util.Objects.requireNonNull(byName.get(name), name);
        }

        private void read(PublishedTable table, List<String> names) {
            for (List<@Nullable Object> row : table.rows()) {
                String name = table.name() + Primary.PublishedRows.key(table, row);
                names.add(name);
                rows.put(name, new int[COUNTED.length]);
                hidden.put(name, row.get(table.indexOf("cases")) == null);
            }
        }

        private void add(Map<String, PublishedTable> byName, String name, int q) {
            PublishedTable table = table(byName, name.substring(0, name.indexOf('[')));
            for (List<@Nullable Object> row : table.rows()) {
                if (name.equals(table.name() + Primary.PublishedRows.key(table, row))) {
                    Object count = row.get(table.indexOf(COUNTED[q].column()));
                    long least = count instanceof Long n ? n : COUNTED[q] == Quantity.CASES ? 1 : 0;
                    long top = count instanceof Long n ? n : most;
                    rows.getOrDefault(name, new int[COUNTED.length])[q] = all.variable(least, top);
                }
            }
        }

        boolean knowsAll() {
            return most > 0;
        }

        boolean isHidden(PackageRow row) {
            return hidden.getOrDefault(row.name(), false);
        }

        Optional<Boolean> canBe(PackageRow row, Quantity quantity, long value) {
            return all.canBe(at(row.name(), Arrays.asList(COUNTED).indexOf(quantity)), value);
        }

        private int at(String name, int q) {
            return rows.getOrDefault(name, new int[COUNTED.length])[q];
        }

        /** A case with an upheld item has an upheld item, and so on. */
        private void within(String name) {
            for (int outcome = 0; outcome < 2; outcome++) {
                int items = at(name, outcome);
                int cases = at(name, outcome + 2);
                all.sum(new int[] {items, cases}, new long[] {1, -1}, 0, most);
                all.sum(new int[] {items, cases}, new long[] {1, -most}, -most * most, 0);
                all.sum(new int[] {at(name, 4), cases}, new long[] {1, -1}, 0, most);
            }
            all.sum(new int[] {at(name, 4), at(name, 2), at(name, 3)}, new long[] {1, -1, -1}, -2 * most, 0);
        }

        private void between() {
            List<String> months = new ArrayList<>();
            List<String> categories = new ArrayList<>();
            for (int m = 0; m < MONTHS; m++) {
                int month = m;
                List<String> parts = LongStream.range(0, CATEGORIES)
                        .mapToObj(c -> PAIRS.tableName() + pair(month, (int) c))
                        .filter(rows::containsKey)
                        .toList();
                String name = BY_MONTH.tableName() + List.of(month(m));
                if (rows.containsKey(name)) {
                    months.add(name);
                    link(name, parts, false);
                }
            }
            for (int c = 0; c < CATEGORIES; c++) {
                int category = c;
                List<String> parts = LongStream.range(0, MONTHS)
                        .mapToObj(m -> PAIRS.tableName() + pair((int) m, category))
                        .filter(rows::containsKey)
                        .toList();
                String name = BY_CATEGORY.tableName() + List.of(category(c));
                if (rows.containsKey(name)) {
                    categories.add(name);
                    link(name, parts, true);
                }
            }
            link("summary[]", months, true);
            link("summary[]", categories, false);
        }

        /** Items add up always; cases only where no case has two of the parts. */
        private void link(String whole, List<String> parts, boolean disjoint) {
            if (parts.isEmpty()) {
                // A table that is withheld says nothing.
                return;
            }
            for (int q = 0; q < COUNTED.length; q++) {
                int[] over = new int[parts.size() + 1];
                long[] with = new long[over.length];
                over[0] = at(whole, q);
                with[0] = -1;
                for (int i = 1; i < over.length; i++) {
                    over[i] = at(parts.get(i - 1), q);
                    with[i] = 1;
                    all.sum(new int[] {over[0], over[i]}, new long[] {1, -1}, 0, most);
                }
                all.sum(over, with, 0, q < 2 || disjoint ? 0 : most * parts.size());
            }
        }
    }
}
