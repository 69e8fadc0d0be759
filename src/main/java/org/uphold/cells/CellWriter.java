package org.uphold.cells;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.CopyInto;
import org.uphold.rates.sums.BucketStates;
import org.uphold.rates.sums.SummedCell;

/** Adds sums to the cells of the store: sent in bulk, then added in one statement, within the caller's transaction. */
final class CellWriter {

    private static final int PIECE = 1 << 20;
    private static final String STAGE = "pg_temp.stage_cell";
    private static final String KEY = "grouping, bucket, key";
    private static final String SUMS =
            GroupSums.SUMS.stream().map(Field::getName).collect(Collectors.joining(", "));

    private static final String CELLS = "uphold.cell";
    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("grouping", "bucket", "key"),
                    GroupSums.SUMS.stream().map(Field::getName))
            .toList();

    private final DSLContext dsl;
    private final boolean empty;
    private int parts;

    CellWriter(DSLContext dsl) {
        this.dsl = dsl;
        this.empty = !dsl.fetchExists(org.uphold.schema.Tables.CELL);
        dsl.execute("create temporary table if not exists stage_cell (like uphold.cell) on commit drop");
        dsl.execute("truncate " + STAGE);
    }

    /** Sends what was summed, whoever summed it; may be called again and again. */
    void send(Iterable<SummedCell> cells) {
        dsl.connection(connection -> sendAll(cells, Copy.into(connection, STAGE, COLUMNS)));
        parts++;
    }

    /**
     * Writes what was summed, all of it at once, into cells that this transaction truncated and that have no index.
     *
     * @param cells in the order of the index, near enough: neighbours then go to the same page
     */
    static void fill(DSLContext dsl, Iterable<SummedCell> cells) {
        dsl.connection(connection -> sendAll(cells, Copy.frozen(connection, CELLS, COLUMNS)));
    }

    private static void sendAll(Iterable<SummedCell> cells, CopyInto to) throws SQLException {
        try (to) {
            CopyBuffer rows = new CopyBuffer(PIECE + (1 << 12));
            for (SummedCell cell : cells) {
                rows.row(COLUMNS.size())
                        .text(cell.grouping())
                        .int4(cell.bucket())
                        .textArray(cell.key());
                for (long sum : cell.tally().sums()) {
                    rows.int8(sum);
                }
                if (rows.length() >= PIECE) {
                    to.write(rows);
                    rows.clear();
                }
            }
            to.write(rows);
            to.end();
        }
    }

    /**
     * Adds what was sent.
     *
     * @param taken whether letters went, so that cells may be left with nothing in them
     */
    void add(boolean taken) {
        // What was sent at once has each cell once; what was sent in parts may have one again.
        String sums = GroupSums.SUMS.stream()
                .map(sum -> (parts > 1 ? "sum(%s)::bigint" : "%s").formatted(sum.getName()))
                .collect(Collectors.joining(", "));
        String insert = "insert into uphold.cell (" + KEY + ", " + SUMS + ") select " + KEY + ", " + sums + " from "
                + STAGE + (parts > 1 ? " group by " + KEY : "");
        if (empty) {
            dsl.execute(insert);
            return;
        }
        dsl.execute("analyze " + STAGE);
        dsl.execute(insert + " on conflict (" + KEY + ") do update set "
                + GroupSums.SUMS.stream()
                        .map(Field::getName)
                        .map(sum -> sum + " = cell." + sum + " + excluded." + sum)
                        .collect(Collectors.joining(", ")));
        if (taken) {
            dsl.execute("delete from uphold.cell using " + STAGE + " s where cell.letters = 0 and cell.items = 0"
                    + " and cell.grouping = s.grouping and cell.bucket = s.bucket and cell.key = s.key");
        }
    }

    /** Adds to what each bucket holds. */
    static void addStates(DSLContext dsl, Map<Integer, BucketStates.Change> changes) {
        dsl.batch(changes.entrySet().stream()
                        .map(entry -> dsl.query(
                                "insert into uphold.bucket_state as s (bucket, determinations, content) values ({0}, {1}, {2})"
                                        + " on conflict (bucket) do update set determinations = s.determinations + excluded.determinations,"
                                        + " content = s.content + excluded.content",
                                org.jooq.impl.DSL.inline(entry.getKey()),
                                org.jooq.impl.DSL.inline(entry.getValue().letters()),
                                org.jooq.impl.DSL.inline(new java.math.BigDecimal(
                                        entry.getValue().content()))))
                        .toList())
                .execute();
        dsl.deleteFrom(org.uphold.schema.Tables.BUCKET_STATE)
                .where(org.uphold.schema.Tables.BUCKET_STATE.DETERMINATIONS.eq(0L))
                .execute();
    }
}
