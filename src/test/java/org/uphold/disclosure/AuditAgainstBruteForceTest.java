package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
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

/** Small packages, and every whole-number table that agrees with what was published of them. */
class AuditAgainstBruteForceTest {

    private static final int PACKAGES = 400;
    private static final Grouping MONTHS = Grouping.of(Dimension.MONTH);
    private static final Grouping SPECIALTIES = Grouping.of(Dimension.PRIMARY_SPECIALTY);
    private static final Grouping PAIRS = Grouping.of(Dimension.MONTH, Dimension.PRIMARY_SPECIALTY);

    private static Tally overturned(long letters) {
        Tally one = Tally.ofLetter(0, 1, 0, 0);
        Tally sum = Tally.ZERO;
        for (long i = 0; i < letters; i++) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private static WindowTallies window(long[][] counts) {
        List<Cell> pairs = new ArrayList<>();
        Map<String, Long> months = new TreeMap<>();
        Map<String, Long> specialties = new TreeMap<>();
        long total = 0;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[r].length; c++) {
                long n = counts[r][c];
                if (n > 0) {
                    pairs.add(new Cell(List.of("2017-0" + (r + 1), "S" + c), overturned(n), Map.of()));
                    months.merge("2017-0" + (r + 1), n, Long::sum);
                    specialties.merge("S" + c, n, Long::sum);
                    total += n;
                }
            }
        }
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        groups.put(PAIRS, pairs);
        groups.put(MONTHS, cells(months));
        groups.put(SPECIALTIES, cells(specialties));
        return new WindowTallies(
                overturned(total), Map.of(), groups, List.of(), Map.of(), Disposition.NONE, 0, 0, Map.of(), Map.of());
    }

    private static List<Cell> cells(Map<String, Long> counts) {
        List<Cell> cells = new ArrayList<>();
        counts.forEach((k, n) -> cells.add(new Cell(List.of(k), overturned(n), Map.of())));
        return cells;
    }

    private static long[][] random(SplittableRandom random) {
        long[][] counts = new long[2 + random.nextInt(2)][2 + random.nextInt(2)];
        for (long[] row : counts) {
            Arrays.setAll(row, i -> random.nextInt(3) == 0 ? random.nextInt(11) : random.nextInt(40));
        }
        return counts;
    }

    @Test
    void no_hidden_count_of_a_random_package_can_be_narrowed_down() {
        SplittableRandom random = new SplittableRandom(7);
        int hiddenSmall = 0;
        for (int i = 0; i < PACKAGES; i++) {
            long[][] counts = random(random);
            Disclosed disclosed = new Disclosure()
                    .apply(Profile.CMS11, window(counts), MeasureOptions.DEFAULT, DisclosureContext.first(365));
            if (!disclosed.report().passed()) {
                continue;
            }
            Map<String, Set<Long>> possible = new BruteForce(counts, disclosed.tables()).possible();
            if (possible == null) {
                continue;
            }
            for (Map.Entry<String, Set<Long>> entry : possible.entrySet()) {
                long truth = BruteForce.truth(counts, entry.getKey());
                assertThat(entry.getValue()).contains(truth);
                if (truth >= 1 && truth <= 10) {
                    hiddenSmall++;
                    assertThat(entry.getValue())
                            .as("package %d, %s", i, entry.getKey())
                            .contains(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
                }
            }
        }
        assertThat(hiddenSmall).isGreaterThan(PACKAGES / 4);
    }

    @Test
    void the_audit_agrees_with_brute_force_on_every_value_of_primary_suppression_alone() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < PACKAGES; i++) {
            long[][] counts = random(random);
            Disclosed naive = new Disclosure()
                    .apply(Profile.CMS11, window(counts), MeasureOptions.DEFAULT, DisclosureContext.first(365), false);
            Map<String, Set<Long>> possible = new BruteForce(counts, naive.tables()).possible();
            if (possible == null) {
                continue;
            }
            for (Map.Entry<String, Set<Long>> entry : possible.entrySet()) {
                long truth = BruteForce.truth(counts, entry.getKey());
                boolean safe = truth < 1
                        || truth > 10
                        || entry.getValue().containsAll(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
                boolean found =
                        naive.report().findings().stream().anyMatch(f -> (f.table() + f.key()).equals(entry.getKey()));
                assertThat(found).as("package %d, %s", i, entry.getKey()).isEqualTo(!safe);
                assertThat(naive.report().findings()).allMatch(f -> f.reason() == Finding.Reason.DERIVABLE);
            }
        }
    }

    /**
     * All tables of months by specialties that agree with the published ones. Cells that are not listed count nobody, but where a table
     * is withheld nothing is known of them.
     */
    private static final class BruteForce {

        private final long[][] truth;
        private final boolean[][] pairHidden;
        private final long[] monthShown;
        private final long[] specialtyShown;
        private final boolean totalHidden;
        private final Set<String> withheld = new HashSet<>();
        private final long[][] now;
        private final Map<String, Set<Long>> possible = new HashMap<>();
        private final long most;

        BruteForce(long[][] truth, List<PublishedTable> tables) {
            this.truth = truth;
            Map<String, PublishedTable> byName = new HashMap<>();
            tables.forEach(t -> byName.put(t.name(), t));
            tables.stream().filter(t -> t.rows().isEmpty()).forEach(t -> withheld.add(t.name()));
            pairHidden = new boolean[truth.length][truth[0].length];
            monthShown = new long[truth.length];
            specialtyShown = new long[truth[0].length];
            now = new long[truth.length][truth[0].length];
            long sum = 0;
            for (int r = 0; r < truth.length; r++) {
                monthShown[r] = shown(byName.get(MONTHS.tableName()), List.of("2017-0" + (r + 1)));
                for (int c = 0; c < truth[r].length; c++) {
                    long cases = shown(byName.get(PAIRS.tableName()), List.of("2017-0" + (r + 1), "S" + c));
                    pairHidden[r][c] = cases < 0;
                    now[r][c] = Math.max(0, cases);
                    sum += truth[r][c];
                }
            }
            for (int c = 0; c < specialtyShown.length; c++) {
                specialtyShown[c] = shown(byName.get(SPECIALTIES.tableName()), List.of("S" + c));
            }
            totalHidden = shown(byName.get("summary"), List.of()) < 0;
            most = totalHidden ? sum + 12 : sum;
        }

        /** Cases of a row; −1 where it is hidden or its table withheld, 0 where it is not listed. */
        private static long shown(@Nullable PublishedTable table, List<String> key) {
            if (table == null) {
                return 0;
            }
            if (table.rows().isEmpty()) {
                return -1;
            }
            for (List<@Nullable Object> row : table.rows()) {
                if (Primary.PublishedRows.key(table, row).equals(key)) {
                    return row.get(table.indexOf("cases")) instanceof Long n ? n : -1;
                }
            }
            return 0;
        }

        static long truth(long[][] counts, String name) {
            if (name.startsWith("summary")) {
                return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
            }
            String key = name.substring(name.indexOf('[') + 1, name.length() - 1);
            int month = key.startsWith("2017") ? key.charAt(6) - '1' : -1;
            int specialty = key.contains("S") ? key.charAt(key.indexOf('S') + 1) - '0' : -1;
            long sum = 0;
            for (int r = 0; r < counts.length; r++) {
                for (int c = 0; c < counts[r].length; c++) {
                    sum += (month < 0 || month == r) && (specialty < 0 || specialty == c) ? counts[r][c] : 0;
                }
            }
            return sum;
        }

        /** Null where there are too many tables to go through. */
        @Nullable
        Map<String, Set<Long>> possible() {
            int free = 0;
            for (int r = 0; r < truth.length; r++) {
                int inRow = 0;
                for (boolean hidden : pairHidden[r]) {
                    inRow += hidden ? 1 : 0;
                }
                free += monthShown[r] >= 0 ? Math.max(0, inRow - 1) : inRow;
            }
            if (free > 4) {
                return null;
            }
            fill(0);
            return possible;
        }

        private void fill(int cell) {
            int columns = truth[0].length;
            int r = cell / columns;
            int c = cell % columns;
            if (c == 0
                    && r > 0
                    && monthShown[r - 1] >= 0
                    && Arrays.stream(now[r - 1]).sum() != monthShown[r - 1]) {
                return;
            }
            if (r == truth.length) {
                note();
                return;
            }
            if (!pairHidden[r][c]) {
                fill(cell + 1);
                return;
            }
            long inRow = Arrays.stream(now[r]).sum();
            long inColumn = 0;
            boolean lastOfRow = true;
            boolean lastOfColumn = true;
            for (int other = 0; other < truth.length; other++) {
                inColumn += now[other][c];
                lastOfColumn &= other <= r || !pairHidden[other][c];
            }
            for (int other = c + 1; other < columns; other++) {
                lastOfRow &= !pairHidden[r][other];
            }
            long cap = most;
            long from = withheld.contains(PAIRS.tableName()) ? 0 : 1;
            if (monthShown[r] >= 0) {
                cap = Math.min(cap, monthShown[r] - inRow);
                from = lastOfRow ? Math.max(from, cap) : from;
            }
            if (specialtyShown[c] >= 0) {
                long left = specialtyShown[c] - inColumn;
                cap = Math.min(cap, left);
                from = lastOfColumn ? Math.max(from, left) : from;
            }
            for (long value = from; value <= cap; value++) {
                now[r][c] = value;
                fill(cell + 1);
            }
            now[r][c] = 0;
        }

        private void note() {
            long total = 0;
            long[] columns = new long[specialtyShown.length];
            for (long[] row : now) {
                for (int c = 0; c < row.length; c++) {
                    columns[c] += row[c];
                    total += row[c];
                }
            }
            for (int c = 0; c < columns.length; c++) {
                if (specialtyShown[c] >= 0 && columns[c] != specialtyShown[c]) {
                    return;
                }
            }
            long wanted = Arrays.stream(truth).flatMapToLong(Arrays::stream).sum();
            if (!totalHidden && total != wanted) {
                return;
            }
            for (int r = 0; r < now.length; r++) {
                for (int c = 0; c < columns.length; c++) {
                    if (pairHidden[r][c]) {
                        add(PAIRS.tableName() + List.of("2017-0" + (r + 1), "S" + c), now[r][c]);
                    }
                }
                if (monthShown[r] < 0) {
                    add(
                            MONTHS.tableName() + List.of("2017-0" + (r + 1)),
                            Arrays.stream(now[r]).sum());
                }
            }
            for (int c = 0; c < columns.length; c++) {
                if (specialtyShown[c] < 0) {
                    add(SPECIALTIES.tableName() + List.of("S" + c), columns[c]);
                }
            }
        }

        private void add(String name, long value) {
            if (withheld.contains(name.substring(0, name.indexOf('[')))) {
                return;
            }
            possible.computeIfAbsent(name, n -> new TreeSet<>()).add(value);
        }
    }
}
