package org.uphold.disclosure;

import java.util.List;

/**
 * What disclosure control did and found. Internal: it tells which rows were hidden first.
 *
 * @param profile the rule
 * @param attacker what an attacker is taken to know
 * @param tables by table
 * @param targets hidden counts that must not be narrowed down
 * @param largestBlock most hidden unknowns that depend on each other
 * @param notLaws relations between tables that the true counts do not satisfy, and that the audit therefore did not use
 * @param findings what is not safe; empty where the package may be published
 * @param known why a package beside earlier releases shows no figure at all: what could not be shown safe with any of them; else empty
 */
public record SuppressionReport(
        Profile profile,
        Attacker attacker,
        List<TableReport> tables,
        long targets,
        int largestBlock,
        List<String> notLaws,
        List<Finding> findings,
        List<Finding> known) {

    /**
     * @param table file name
     * @param rows rows in all
     * @param primary rows hidden for themselves
     * @param complementary rows hidden to protect others
     * @param withheld whether the whole table is withheld
     * @param items items in all rows
     * @param visibleItems items in shown rows
     */
    public record TableReport(
            String table,
            long rows,
            long primary,
            long complementary,
            boolean withheld,
            long items,
            long visibleItems) {

        /** Share of the table's items that are still to be seen; 1 for an empty table. */
        public double visibleShare() {
            return items == 0 ? 1 : (double) visibleItems / items;
        }
    }

    /** Whether the package may be published. */
    public boolean passed() {
        return findings.isEmpty();
    }

    /** Share of items over all tables that are still to be seen. */
    public double visibleShare() {
        long items = tables.stream().mapToLong(TableReport::items).sum();
        long visible = tables.stream().mapToLong(TableReport::visibleItems).sum();
        return items == 0 ? 1 : (double) visible / items;
    }
}
