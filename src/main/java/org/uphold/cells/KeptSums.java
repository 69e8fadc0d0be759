package org.uphold.cells;

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
import java.util.List;
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
import org.uphold.rates.Cell;
import org.uphold.rates.sums.KeptGroupings;
import org.uphold.rates.sums.LetterBatch;
import org.uphold.rates.sums.LetterSums;
import org.uphold.rates.sums.TallyTable;

/**
 * The sums of a window in every grouping that the store keeps by month: the cells of whole months by one statement, and the letters
 * of ragged edges, or those that an edge lacks of its month, read once for all groupings. The statements that are published, one a
 * table, give the same.
 */
final class KeptSums {

    private static final int MANY_MONTHS = 24;

    private final Collection<String> groupings;
    private final TallyTable sums = new TallyTable();

    private KeptSums(Collection<String> groupings) {
        this.groupings = groupings;
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
        others.forEach(other -> kept.sums.add(other.get().sums));
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
        return sums.cells(grouping);
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
                        groupings.stream().sorted().map(DSL::inline).toList()))
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
                sums.add(rows.text(0), List.of((String[]) CopyRows.value(String[].class, key)), s);
            }
        }
    }

    private void addLetters(DSLContext dsl, List<Select<? extends Record>> edges) {
        if (edges.isEmpty()) {
            return;
        }
        StoredKeys keys = new StoredKeys(KeptGroupings.dimensions(groupings));
        LetterSums letters = new LetterSums(groupings, keys);
        List<LetterBatch> batches = new ArrayList<>();
        for (Select<? extends Record> edge : edges) {
            String query = dsl.renderInlined(letters(keys, edge));
            batches.add(dsl.connectionResult(connection -> StoredLetters.read(connection, query, keys)));
        }
        keys.lookUp(dsl);
        batches.forEach(letters::add);
        letters.cells().forEach(sums::add);
    }

    private static Select<? extends Record> letters(StoredKeys keys, Select<? extends Record> letters) {
        return select(StoredLetters.columns(keys, LetterRows.SIGN, inline(0L).cast(SQLDataType.BIGINT)))
                .from(GroupSums.items(letters))
                .orderBy(LetterRows.ID);
    }
}
