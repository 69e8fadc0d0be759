package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.disclosure.Link.Relation;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.RateTables;
import org.uphold.rates.tables.SummaryTable;

/**
 * All rows of a package and how they are linked: one system, since its tables overlap.
 *
 * @param rows the summary first
 * @param links between them
 * @param fixed of rows from the first fixed one on, whether they are hidden: what earlier packages decided, and stretches of time that
 *     no package is about
 */
@SuppressWarnings("ArrayRecordComponent") // inside this room, never compared by value
record PackageModel(List<PackageRow> rows, List<Link> links, boolean[] fixed) {

    PackageModel(List<PackageRow> rows, List<Link> links) {
        this(rows, links, new boolean[0]);
    }

    /** Whether it is still to be decided if a row is hidden. */
    boolean movable(int row) {
        return row < rows.size() - fixed.length;
    }

    /** Whether a row was hidden before, or is of no package at all. */
    boolean fixedHidden(int row) {
        return !movable(row) && fixed[row - (rows.size() - fixed.length)];
    }

    /** Rows of one table, by what they are grouped by; the summary is grouped by nothing. */
    record Table(String name, List<Dimension> dimensions, List<PackageRow> rows) {}

    /** All tables of a package. */
    record Tables(List<Table> tables) {

        int rowCount() {
            return tables.stream().mapToInt(t -> t.rows().size()).sum();
        }
    }

    /** The tables of a window with everything known. */
    static Tables tables(WindowTallies window) {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                SummaryTable.NAME,
                List.of(),
                List.of(PackageRow.of(SummaryTable.NAME, SummaryTable.KEY, window.overall()))));
        window.groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Grouping::tableName)))
                .forEach(e -> tables.add(table(e.getKey().tableName(), e.getKey(), e.getValue())));
        tables.add(table(RateTables.CONCORDANCE, Grouping.CONCORDANCE, window.concordance()));
        return new Tables(tables);
    }

    private static Table table(String name, Grouping grouping, List<Cell> cells) {
        return new Table(
                name,
                grouping.dimensions(),
                cells.stream().map(c -> PackageRow.of(name, c.key(), c.tally())).toList());
    }

    static PackageModel of(List<Table> tables) {
        List<PackageRow> rows = new ArrayList<>();
        Map<Table, Map<List<String>, Integer>> numbers = new LinkedHashMap<>();
        for (Table table : tables) {
            Map<List<String>, Integer> byKey = new LinkedHashMap<>();
            for (PackageRow row : table.rows()) {
                byKey.put(row.key(), rows.size());
                rows.add(row);
            }
            numbers.put(table, byKey);
        }
        List<Link> links = new ArrayList<>();
        for (Table finer : tables) {
            for (Table coarser : tables) {
                if (!finer.name().equals(coarser.name())) {
                    link(
                            finer,
                            numbers.getOrDefault(finer, Map.of()),
                            coarser,
                            numbers.getOrDefault(coarser, Map.of()),
                            links);
                }
            }
        }
        return new PackageModel(List.copyOf(rows), List.copyOf(links));
    }

    private static void link(
            Table finer,
            Map<List<String>, Integer> finerRows,
            Table coarser,
            Map<List<String>, Integer> coarserRows,
            List<Link> links) {
        List<Step> steps = steps(finer.dimensions(), coarser.dimensions());
        if (steps == null) {
            return;
        }
        Relation items = Relation.SUM;
        Relation people = Relation.SUM;
        for (Step step : steps) {
            items = items.then(
                    step.rollUp() == null
                            ? RollUp.itemsWithout(step.from())
                            : step.rollUp().items());
            people = people.then(
                    step.rollUp() == null
                            ? RollUp.peopleWithout(step.from())
                            : step.rollUp().people());
        }
        Map<Integer, List<Integer>> children = new LinkedHashMap<>();
        for (Map.Entry<List<String>, Integer> entry : finerRows.entrySet()) {
            for (List<String> key : coarserKeys(entry.getKey(), steps, coarser.dimensions())) {
                Integer parent = coarserRows.get(key);
                if (parent != null) {
                    children.computeIfAbsent(parent, p -> new ArrayList<>()).add(entry.getValue());
                }
            }
        }
        for (Map.Entry<Integer, List<Integer>> entry : children.entrySet()) {
            int[] numbers =
                    entry.getValue().stream().mapToInt(Integer::intValue).toArray();
            links.add(new Link(entry.getKey(), numbers, items, people));
        }
    }

    /** One dimension of the finer table: what becomes of it; a null roll-up leaves it out. */
    private record Step(Dimension from, @Nullable RollUp rollUp) {}

    private static @Nullable List<Step> steps(List<Dimension> finer, List<Dimension> coarser) {
        List<Step> steps = new ArrayList<>();
        List<Dimension> wanted = new ArrayList<>(coarser);
        for (Dimension dimension : finer) {
            RollUp found = null;
            for (Dimension to : wanted) {
                RollUp rollUp = RollUp.between(dimension, to);
                if (rollUp != null) {
                    found = rollUp;
                    break;
                }
            }
            if (found != null) {
                wanted.remove(found.to());
            }
            steps.add(new Step(dimension, found));
        }
        return wanted.isEmpty() ? steps : null;
    }

    private static List<List<String>> coarserKeys(List<String> key, List<Step> steps, List<Dimension> order) {
        Map<Dimension, List<List<String>>> parts = new LinkedHashMap<>();
        int column = 0;
        for (Step step : steps) {
            int width = step.from().columns().size();
            List<String> value = key.subList(column, column + width);
            column += width;
            if (step.rollUp() != null) {
                parts.put(step.rollUp().to(), step.rollUp().values().apply(List.copyOf(value)));
            }
        }
        List<List<String>> keys = List.of(List.of());
        for (Dimension dimension : order) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> begun : keys) {
                for (List<String> part : parts.getOrDefault(dimension, List.of())) {
                    List<String> next = new ArrayList<>(begun);
                    next.addAll(part);
                    longer.add(next);
                }
            }
            keys = longer;
        }
        return keys;
    }
}
