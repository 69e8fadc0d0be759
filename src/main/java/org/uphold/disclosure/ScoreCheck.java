package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** Whether the publication scores printed in a package are those of the rows that it shows, and let them be released. */
final class ScoreCheck {

    private static final String TIME = "score_time";
    private static final List<String> PARTS =
            List.of("score_events", TIME, "score_state", "score_interactions", "score_variables");

    private ScoreCheck() {}

    /**
     * Sentences on what does not agree; empty where all does. Rows hidden to protect others were scored too: what is shown may score less,
     * never more.
     *
     * @param days most days that the package can tell about; 0 where the files do not say
     */
    static List<String> check(PackageModel.Table table, @Nullable PublishedTable scores, long days) {
        List<PackageRow> shown =
                table.rows().stream().filter(r -> r.counts() != null).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> row = scores == null ? null : row(scores, table.name());
        if (scores == null || row == null) {
            return List.of(table.name() + " is shown without a publication score");
        }
        List<String> mismatches = new ArrayList<>();
        long sum = 0;
        for (String part : PARTS) {
            sum += value(scores, row, part);
        }
        long total = value(scores, row, "score_total");
        if (total != sum) {
            mismatches.add(table.name() + " has score_total " + total + "; its parts sum to " + sum);
        }
        List<Integer> groups = CalhhsScore.groups(table.dimensions(), table.rows());
        CalhhsScore longest = CalhhsScore.of(table.dimensions(), shown, groups, days);
        CalhhsScore now = longest.withTime(Math.toIntExact(value(scores, row, TIME)));
        least(table, scores, row, "score_events", now.events(), mismatches);
        least(table, scores, row, "score_interactions", now.interactions(), mismatches);
        same(table, scores, row, "score_state", now.state(), mismatches);
        same(table, scores, row, "score_variables", now.variables(), mismatches);
        if (days > 0) {
            least(table, scores, row, TIME, longest.time(), mismatches);
        }
        if (!now.released()) {
            mismatches.add(table.name() + " shows rows that score " + now.total() + ", above "
                    + CalhhsScore.RELEASED_UP_TO + "; its smallest count of people is " + range(now.smallest()));
        }
        return mismatches;
    }

    private static void least(
            PackageModel.Table table,
            PublishedTable scores,
            List<@Nullable Object> row,
            String part,
            int points,
            List<String> mismatches) {
        if (value(scores, row, part) < points) {
            mismatches.add(table.name() + " has " + part + " " + value(scores, row, part)
                    + "; what it shows scores at least " + points);
        }
    }

    private static void same(
            PackageModel.Table table,
            PublishedTable scores,
            List<@Nullable Object> row,
            String part,
            int points,
            List<String> mismatches) {
        if (value(scores, row, part) != points) {
            mismatches.add(table.name() + " has " + part + " " + value(scores, row, part) + "; what it shows scores "
                    + points);
        }
    }

    /** A message tells no small count. */
    private static String range(long smallest) {
        return smallest <= Target.SMALL ? "at most " + Target.SMALL : "above " + Target.SMALL;
    }

    private static @Nullable List<@Nullable Object> row(PublishedTable scores, String table) {
        int name = scores.indexOf("table");
        return scores.rows().stream()
                .filter(r -> name >= 0 && Objects.equals(r.get(name), table))
                .findFirst()
                .orElse(null);
    }

    private static long value(PublishedTable scores, List<@Nullable Object> row, String column) {
        int index = scores.indexOf(column);
        return index >= 0 && row.get(index) instanceof Long value ? value : 0;
    }
}
