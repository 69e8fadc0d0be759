package org.uphold.bench.chance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** What was seen in the packages of one setting; those of several threads add up to the same, whatever their order. */
final class Scores {

    /** Ends of intervals whose truth is the setting's rate, by the beginning of their columns' names. */
    static final List<String> OF_RATE = List.of("ci95", "ci998", "ci95_plain", "ci95_exact");

    /** Of tables whose groups hold whole letters. */
    static final String OF_CASES = "case_ci95";

    private static final Set<String> WHOLE_LETTERS = Set.of("uphold_by_specialty", "uphold_by_month", "summary");

    static final String RATIO = "standardized_ratio";

    private static final double LEVEL = 0.05;

    private final Setting setting;
    private final double caseRate;
    final Share flagged = new Share();
    final Map<String, Share> flaggedTables = new TreeMap<>();
    final Share flagsOfSmall = new Share();
    final Map<String, Map<Band, Share>> coverage = new LinkedHashMap<>();
    final Map<String, Share> trends = new LinkedHashMap<>();
    final Map<String, Share> found = new TreeMap<>();

    Scores(Setting setting) {
        this.setting = setting;
        this.caseRate = Draws.caseRate(setting.rate(), setting.correlation());
        OF_RATE.forEach(interval -> coverage.put(interval, new TreeMap<>()));
        coverage.put(OF_CASES, new TreeMap<>());
        coverage.put(RATIO, new TreeMap<>());
    }

    void count(List<PublishedTable> tables) {
        boolean any = false;
        for (PublishedTable table : tables) {
            if (table.name().startsWith("uphold_by_")) {
                boolean flags = false;
                for (List<@Nullable Object> values : table.rows()) {
                    flags |= row(new Row(table, values));
                }
                flaggedTables.computeIfAbsent(table.name(), t -> new Share()).count(flags);
                any |= flags;
            } else if (table.name().equals("summary")) {
                summary(new Row(table, table.rows().get(0)));
            }
        }
        flagged.count(any);
    }

    private boolean row(Row row) {
        boolean flag = row.has("funnel_flag");
        if (World.DIFFERING.equals(row.values().get(0))) {
            found.computeIfAbsent(row.table().name(), t -> new Share()).count("low".equals(row.value("funnel_flag")));
            return flag;
        }
        if (flag) {
            flagsOfSmall.count(row.determined() < 10);
        }
        intervals(row);
        return flag;
    }

    private void covers(Row row, String interval, double truth) {
        double lower = row.number(interval + "_lower");
        double upper = row.number(interval + "_upper");
        if (!Double.isNaN(lower) && !Double.isNaN(upper)) {
            coverage.getOrDefault(interval, new TreeMap<>())
                    .computeIfAbsent(Band.of(row.determined()), b -> new Share())
                    .count(lower <= truth && truth <= upper);
        }
    }

    private void intervals(Row row) {
        OF_RATE.forEach(interval -> covers(row, interval, setting.rate()));
        if (WHOLE_LETTERS.contains(row.table().name())) {
            covers(row, OF_CASES, caseRate);
        }
        covers(row, RATIO, 1);
    }

    private void summary(Row row) {
        intervals(row);
        trend("cochran_armitage_p", row.number("cochran_armitage_p") <= LEVEL);
        trend("mann_kendall_p", row.number("mann_kendall_p") <= LEVEL);
        trend("run of 7 and more", row.number("longest_run") >= 7);
        if (row.has("longest_run_chance")) {
            trend("longest_run_chance", row.number("longest_run_chance") <= LEVEL);
        }
    }

    private void trend(String name, boolean sign) {
        trends.computeIfAbsent(name, n -> new Share()).count(sign);
    }

    /** Groups of two items and more together. */
    Share covered(String interval) {
        Share all = new Share();
        coverage.getOrDefault(interval, Map.of()).forEach((band, share) -> {
            if (band != Band.ONE) {
                all.add(share);
            }
        });
        return all;
    }

    void add(Scores other) {
        flagged.add(other.flagged);
        flagsOfSmall.add(other.flagsOfSmall);
        add(found, other.found);
        add(flaggedTables, other.flaggedTables);
        add(trends, other.trends);
        other.coverage.forEach(
                (interval, bands) -> add(coverage.computeIfAbsent(interval, i -> new TreeMap<>()), bands));
    }

    private static <K> void add(Map<K, Share> into, Map<K, Share> from) {
        from.forEach((key, share) -> into.computeIfAbsent(key, k -> new Share()).add(share));
    }
}
