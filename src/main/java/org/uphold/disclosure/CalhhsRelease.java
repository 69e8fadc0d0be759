package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uphold.rates.Dimension;

/**
 * What the publication score lets through: for each table the least count of people that may be shown, and the tables that are
 * withheld. A table that fails loses its smallest rows until it passes.
 *
 * @param scores of the rows that stay, by table; of all rows where none may
 * @param least least count of people shown, by table
 * @param withheld tables that do not pass whatever is taken out
 */
record CalhhsRelease(Map<String, CalhhsScore> scores, Map<String, Long> least, Set<String> withheld) {

    /** Counts at which a score changes. */
    private static final List<Long> STEPS = List.of(1L, 3L, 5L, 11L, 100L, 1000L);

    static CalhhsRelease of(List<PackageModel.Table> tables, long days) {
        Map<String, CalhhsScore> scores = new LinkedHashMap<>();
        Map<String, Long> least = new LinkedHashMap<>();
        Set<String> withheld = new HashSet<>();
        for (PackageModel.Table table : tables) {
            List<Dimension> dimensions = table.dimensions();
            List<Integer> groups = CalhhsScore.groups(dimensions, table.rows());
            // What is withheld prints the score of the whole table: that is the one that did not pass.
            scores.put(table.name(), CalhhsScore.of(dimensions, table.rows(), groups, days));
            withheld.add(table.name());
            for (long step : STEPS) {
                List<PackageRow> kept = atLeast(table.rows(), step);
                CalhhsScore score = CalhhsScore.of(dimensions, kept, groups, days);
                if (score.released() && (!kept.isEmpty() || table.rows().isEmpty())) {
                    scores.put(table.name(), score);
                    least.put(table.name(), step);
                    withheld.remove(table.name());
                    break;
                }
            }
        }
        return new CalhhsRelease(scores, least, withheld);
    }

    private static List<PackageRow> atLeast(List<PackageRow> rows, long least) {
        List<PackageRow> kept = new ArrayList<>();
        for (PackageRow row : rows) {
            long smallest = SensitiveCounts.smallest(row);
            if (smallest == 0 || smallest >= least) {
                kept.add(row);
            }
        }
        return kept;
    }
}
