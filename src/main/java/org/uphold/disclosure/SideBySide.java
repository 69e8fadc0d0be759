package org.uphold.disclosure;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.tables.Suppression;

/** Lays published packages side by side and subtracts: which of them together tell a count of few people. From their files alone. */
public final class SideBySide {

    /**
     * A published package.
     *
     * @param name how it is named to people
     * @param window what it is about
     * @param basis which date places a letter in time
     * @param tables as read back
     */
    public record Published(String name, DateRange window, String basis, List<PublishedTable> tables) {}

    private record Rows(Published of, Map<String, Map<List<String>, PackageRow>> tables) {

        /** The row's counts; those of nobody where its table lists no such key; null where they are hidden or there is no table. */
        long @Nullable [] counts(String table, List<String> key) {
            Map<List<String>, PackageRow> rows = tables.get(table);
            if (rows == null || rows.isEmpty()) {
                return null;
            }
            PackageRow row = rows.get(key);
            return row == null ? new long[Quantity.COUNT] : row.counts();
        }
    }

    private SideBySide() {}

    /** Sentences that name the packages, table and row; never the count. Empty where subtracting tells nothing. */
    public static List<String> findings(List<Published> packages) {
        List<Rows> all = packages.stream().map(SideBySide::rows).toList();
        List<String> findings = new ArrayList<>();
        for (Rows whole : all) {
            List<Rows> inside = all.stream()
                    .filter(r -> r != whole && r.of().basis().equals(whole.of().basis()))
                    .filter(r -> isInside(r.of().window(), whole.of().window()))
                    .toList();
            for (Rows part : inside) {
                findings.addAll(subtract(whole, List.of(part)));
            }
            List<Rows> apart = disjoint(inside);
            if (apart.size() > 1) {
                findings.addAll(subtract(whole, apart));
            }
        }
        return findings.stream().distinct().toList();
    }

    private static Rows rows(Published published) {
        Map<String, Map<List<String>, PackageRow>> tables = new HashMap<>();
        for (PackageModel.Table table : PublishedPackage.tables(published.tables())) {
            Map<List<String>, PackageRow> byKey = new HashMap<>();
            table.rows().forEach(row -> byKey.put(row.key(), row));
            tables.put(table.name(), byKey);
        }
        return new Rows(published, tables);
    }

    private static boolean isInside(DateRange part, DateRange whole) {
        boolean begins =
                whole.from() == null || (part.from() != null && !part.from().isBefore(whole.from()));
        boolean ends = whole.to() == null || (part.to() != null && !part.to().isAfter(whole.to()));
        return begins && ends;
    }

    /** As many short windows as do not overlap. */
    private static List<Rows> disjoint(List<Rows> inside) {
        List<Rows> chosen = new ArrayList<>();
        inside.stream()
                .filter(r -> r.of().window().from() != null && r.of().window().to() != null)
                .sorted(Comparator.comparingLong((Rows r) -> length(r.of().window()))
                        .thenComparing(
                                r -> Objects.requireNonNull(r.of().window().from())))
                .forEach(r -> {
                    if (chosen.stream().noneMatch(c -> EarlierReleases.overlap(c.of().window(), r.of().window()))) {
                        chosen.add(r);
                    }
                });
        return chosen;
    }

    private static long length(DateRange window) {
        return Objects.requireNonNull(window.from()).until(Objects.requireNonNull(window.to()), ChronoUnit.DAYS);
    }

    private static boolean covers(List<Rows> parts, DateRange whole) {
        if (parts.size() == 1 && parts.get(0).of().window().equals(whole)) {
            return true;
        }
        return whole.from() != null
                && whole.to() != null
                && parts.stream().mapToLong(p -> length(p.of().window())).sum() == length(whole);
    }

    /** What is left of a whole belongs to its one hidden part, or to the days that no part is about. */
    private static List<String> subtract(Rows whole, List<Rows> parts) {
        List<String> findings = new ArrayList<>();
        boolean covered = covers(parts, whole.of().window());
        whole.tables()
                .forEach((table, rows) -> rows.forEach((key, row) -> {
                    if (row.counts() == null) {
                        return;
                    }
                    List<Rows> shown = parts.stream()
                            .filter(p -> p.counts(table, key) != null)
                            .toList();
                    int hidden = parts.size() - shown.size();
                    if (shown.isEmpty() || hidden + (covered ? 0 : 1) > 1) {
                        return;
                    }
                    for (Quantity quantity : SensitiveCounts.ALL) {
                        long left = row.count(quantity);
                        for (Rows part : shown) {
                            left -= Objects.requireNonNull(part.counts(table, key))[quantity.index()];
                        }
                        if (Suppression.isSmall(Math.abs(left))) {
                            findings.add(whole.of().name() + " less "
                                    + String.join(
                                            ", ",
                                            shown.stream()
                                                    .map(p -> p.of().name())
                                                    .sorted()
                                                    .toList())
                                    + " tells a count of few people: " + table
                                    + (key.isEmpty() ? "" : " " + String.join(" / ", key)) + ", " + quantity.column());
                            break;
                        }
                    }
                }));
        return findings;
    }
}
