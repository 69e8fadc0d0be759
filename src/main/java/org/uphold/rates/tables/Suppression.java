package org.uphold.rates.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may not be shown. A hidden row keeps its key and its annotation and loses every figure; no figure elsewhere is computed from it.
 *
 * @param rows keys of hidden rows by table
 * @param expectedRows keys of rows, by table, whose expected counts would tell about hidden ones
 * @param withheld tables that lose all rows, keys too
 * @param caseOutcomes whether cases by outcome are hidden in tables of rates
 * @param partials whether items overturned and overturned in part are not told apart, for few letters hold one of them
 * @param code what the annotation of a hidden row says, the same for all
 */
public record Suppression(
        Map<String, Set<List<String>>> rows,
        Map<String, Set<List<String>>> expectedRows,
        Set<String> withheld,
        boolean caseOutcomes,
        boolean partials,
        String code) {

    /** The largest count of people that identifies. */
    public static final int SMALL = 10;

    /** Everything is shown. */
    public static final Suppression NONE = new Suppression(Map.of(), Map.of(), Set.of(), false, false, "");

    public Suppression {
        rows = copy(rows);
        expectedRows = copy(expectedRows);
        withheld = Set.copyOf(withheld);
    }

    /** Whether anything of the package may be hidden at all. */
    public boolean active() {
        return !code.isEmpty();
    }

    /** Whether a row is hidden. */
    public boolean hides(String table, List<String> key) {
        return rows.getOrDefault(table, Set.of()).contains(key);
    }

    /** Whether any row of a table is hidden, or all are withheld. */
    public boolean hidesAnyOf(String table) {
        return withheld.contains(table) || !rows.getOrDefault(table, Set.of()).isEmpty();
    }

    /** Whether a shown row's expected count is hidden. */
    public boolean hidesExpected(String table, List<String> key) {
        return expectedRows.getOrDefault(table, Set.of()).contains(key);
    }

    /** Whether the overall figures are hidden, which comparisons with all items rest on. */
    boolean hidesOverall() {
        return withheld.contains(SummaryTable.NAME) || hides(SummaryTable.NAME, SummaryTable.KEY);
    }

    /** Whether a count of people is so small that it identifies: 1 to 10. */
    public static boolean isSmall(long people) {
        return people >= 1 && people <= SMALL;
    }

    private static Map<String, Set<List<String>>> copy(Map<String, Set<List<String>>> rows) {
        Map<String, Set<List<String>>> copy = new HashMap<>();
        rows.forEach((table, keys) -> copy.put(table, Set.copyOf(keys)));
        return Map.copyOf(copy);
    }
}
