package org.uphold.aggregate;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.uphold.schema.Tables.CELL;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyRows;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/**
 * The sums of a window in every grouping that the store keeps by month: the cells of whole months by one statement, and the letters
 * of ragged edges, or those that an edge lacks of its month, read once for all groupings. The statements that are published, one a
 * table, give the same.
 */
final class KeptSums {

    private static final int MANY_MONTHS = 24;

    private final Map<String, Map<List<String>, long[]>> sums = new HashMap<>();

    private KeptSums(Collection<String> groupings) {
        groupings.forEach(grouping -> sums.put(grouping, new HashMap<>()));
    }

    /**
     * Reads them.
     *
     * @param aside reads months while others are read
     * @param groupings names of the cells that are wanted
     * @param openFrom first day of the open month that is left out, or null
     */
    static KeptSums read(
            DSLContext dsl,
            Aside aside,
            WindowParts parts,
            Collection<String> groupings,
            @Nullable LocalDate openFrom) {
        List<Integer> months = new ArrayList<>(parts.whole());
        List<Select<? extends Record>> edges = new ArrayList<>();
        for (DateRange edge : parts.edges()) {
            YearMonth month = WindowParts.nearlyWhole(edge, openFrom);
            if (month == null) {
                edges.add(LetterRows.of(Basis.DECISION, edge, null, openFrom));
            } else {
                months.add(month.getYear() * 100 + month.getMonthValue());
                edges.add(LetterRows.outside(edge));
            }
        }
        // The edges take as long as half of the months, and need no less of this process: they stay with the caller.
        List<List<Integer>> shares = new ArrayList<>(shares(months));
        List<Integer> own = edges.isEmpty() && !shares.isEmpty() ? shares.remove(0) : List.of();
        List<Supplier<KeptSums>> others = shares.stream()
                .map(share -> aside.read(other -> {
                    KeptSums part = new KeptSums(groupings);
                    part.addCells(other, share);
                    return part;
                }))
                .toList();
        KeptSums kept = new KeptSums(groupings);
        kept.addCells(dsl, own);
        kept.addLetters(dsl, edges);
        others.forEach(other ->
                other.get().sums.forEach((grouping, cells) -> cells.forEach((key, s) -> kept.add(grouping, key, s))));
        return kept;
    }

    /** Many months are read by two connections. */
    private static List<List<Integer>> shares(List<Integer> months) {
        int half = months.size() / 2;
        return months.isEmpty()
                ? List.of()
                : months.size() < MANY_MONTHS
                        ? List.of(months)
                        : List.of(months.subList(half, months.size()), months.subList(0, half));
    }

    /** Rows of a grouping, in any order; none for what only letters had that were taken out. */
    List<Cell> cells(String grouping) {
        List<Cell> cells = new ArrayList<>();
        sums.getOrDefault(grouping, Map.of()).forEach((key, s) -> {
            if (Arrays.stream(s).anyMatch(sum -> sum != 0)) {
                cells.add(new Cell(key, Tally.of(s), Map.of()));
            }
        });
        return cells;
    }

    private void addCells(DSLContext dsl, List<Integer> whole) {
        if (whole.isEmpty()) {
            return;
        }
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(CELL.GROUPING, CELL.KEY));
        for (Field<Long> column : GroupSums.SUMS) {
            columns.add(sum(Cells.cellColumn(column)).cast(SQLDataType.BIGINT));
        }
        String query = dsl.renderInlined(select(columns)
                .from(CELL)
                .where(CELL.GROUPING.in(
                        sums.keySet().stream().sorted().map(DSL::inline).toList()))
                .and(CELL.BUCKET.in(whole.stream().map(DSL::inline).toList()))
                .groupBy(CELL.GROUPING, CELL.KEY));
        dsl.connection(connection -> addCells(connection, query));
    }

    private void addCells(Connection connection, String query) throws SQLException {
        int width = GroupSums.SUMS.size();
        try (CopyRows rows = Copy.out(connection, query)) {
            while (rows.next()) {
                byte[] key = Arrays.copyOfRange(rows.bytes(), rows.start(1), rows.start(1) + rows.length(1));
                long[] s = new long[width];
                for (int i = 0; i < width; i++) {
                    s[i] = rows.int8(2 + i);
                }
                add(rows.text(0), List.of((String[]) CopyRows.value(String[].class, key)), s);
            }
        }
    }

    private void addLetters(DSLContext dsl, List<Select<? extends Record>> edges) {
        if (edges.isEmpty()) {
            return;
        }
        DimensionKeys keys = new DimensionKeys(Maintained.dimensions(sums.keySet()));
        LetterSums letters = new LetterSums(Set.copyOf(sums.keySet()), keys);
        List<LetterBatch> batches = new ArrayList<>();
        for (Select<? extends Record> edge : edges) {
            String query = dsl.renderInlined(letters(keys, edge));
            batches.add(dsl.connectionResult(connection -> StoredLetters.read(connection, query, keys)));
        }
        keys.lookUp(dsl);
        batches.forEach(letters::add);
        for (Summation part : letters.parts()) {
            add(part);
        }
    }

    private static Select<? extends Record> letters(DimensionKeys keys, Select<? extends Record> letters) {
        return select(StoredLetters.columns(keys, LetterRows.SIGN, inline(0L).cast(SQLDataType.BIGINT)))
                .from(GroupSums.items(letters))
                .orderBy(LetterRows.ID);
    }

    private void add(Summation part) {
        CellMap cells = part.cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            long[] s = new long[CellMap.SUMS];
            for (int i = 0; i < s.length; i++) {
                s[i] = cells.sum(cell, i);
            }
            add(part.grouping(), part.words(cell), s);
        }
    }

    private void add(String grouping, List<String> key, long[] more) {
        long[] all =
                sums.computeIfAbsent(grouping, g -> new HashMap<>()).computeIfAbsent(key, k -> new long[more.length]);
        for (int i = 0; i < more.length; i++) {
            all[i] += more[i];
        }
    }
}
