package org.uphold.bench.chance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scores as tables in Markdown, a column a setting. */
final class Report {

    private final List<Map.Entry<Setting, Scores>> none;
    private final List<Map.Entry<Setting, Scores>> one;

    Report(Map<Setting, Scores> scores) {
        none = scores.entrySet().stream().filter(e -> e.getKey().isNull()).toList();
        one = scores.entrySet().stream().filter(e -> !e.getKey().isNull()).toList();
    }

    void print(PrintStream out) {
        out.println();
        heading(out, "% of packages with a flag, where nothing differs", none);
        row(out, "any of the six tables", none, s -> s.flagged);
        for (String table : none.stream()
                .flatMap(e -> e.getValue().flaggedTables.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))) {
            row(out, "`" + table + "`", none, s -> s.flaggedTables.getOrDefault(table, new Share()));
        }
        row(out, "of these flags, on groups under ten items", none, s -> s.flagsOfSmall);
        for (String interval : Scores.OF_RATE) {
            coverage(out, interval);
        }
        coverage(out, Scores.OF_CASES);
        coverage(out, Scores.RATIO);
        out.println();
        heading(out, "% of packages with a sign of change, where nothing changes", none);
        for (String trend : none.get(0).getValue().trends.keySet()) {
            row(out, trend, none, s -> s.trends.getOrDefault(trend, new Share()));
        }
        out.println();
        heading(out, "% of packages that flag 100 items at 70 % among others at 88 %", one);
        for (String table : one.get(0).getValue().found.keySet()) {
            row(out, "flagged `low` in `" + table + "`", one, s -> s.found.getOrDefault(table, new Share()));
        }
    }

    private void coverage(PrintStream out, String interval) {
        out.println();
        heading(out, "% of groups whose `" + interval + "` holds the truth, by items", none);
        for (Band band : Band.values()) {
            row(
                    out,
                    band.words,
                    none,
                    s -> s.coverage.getOrDefault(interval, Map.of()).getOrDefault(band, new Share()));
        }
        row(out, "2 and more", none, s -> s.covered(interval));
    }

    private static void heading(PrintStream out, String words, List<Map.Entry<Setting, Scores>> columns) {
        List<String> cells = new ArrayList<>(List.of(words));
        for (Map.Entry<Setting, Scores> column : columns) {
            Setting setting = column.getKey();
            cells.add(String.format(Locale.ROOT, "%.2f, ρ %.1f", setting.rate(), setting.correlation())
                    + (setting.singly() ? ", 100 letters" : ""));
        }
        line(out, cells);
        out.println("|---" + "|---:".repeat(columns.size()) + "|");
    }

    private static void row(
            PrintStream out, String words, List<Map.Entry<Setting, Scores>> columns, Function<Scores, Share> share) {
        List<String> cells = new ArrayList<>(List.of(words));
        columns.forEach(column -> cells.add(share.apply(column.getValue()).toString()));
        line(out, cells);
    }

    private static void line(PrintStream out, List<String> cells) {
        out.println("| " + String.join(" | ", cells) + " |");
    }
}
