package org.uphold.aggregate;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.CopyInto;

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

    /** Sends what was summed; may be called again and again. */
    void send(List<Summation> sums) {
        dsl.connection(connection -> sendAll(order(sums), Copy.into(connection, STAGE, COLUMNS)));
        parts++;
    }

    /** Writes what was summed, all of it at once, into cells that this transaction truncated and that have no index. */
    static void fill(DSLContext dsl, List<Ordered> sums) {
        dsl.connection(connection -> sendAll(sums, Copy.frozen(connection, CELLS, COLUMNS)));
    }

    /**
     * One kind of cells as it is written.
     *
     * @param cells those that hold something, in the order of the index, near enough: neighbours then go to the same page
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ordered(Summation part, int[] cells) {}

    /** Which cells are written, and in which order. It holds until something more is summed. */
    static List<Ordered> order(List<Summation> sums) {
        return sums.stream()
                .sorted(Comparator.comparing(Summation::grouping))
                .map(part -> new Ordered(part, order(part)))
                .toList();
    }

    private static int[] order(Summation part) {
        CellMap cells = part.cells();
        return IntStream.range(0, cells.size())
                .filter(cell -> !cells.isZero(cell))
                .mapToObj(cell -> new Row(cell, cells.key(cell, 0), part.words(cell)))
                .sorted(Row.ORDER)
                .mapToInt(Row::cell)
                .toArray();
    }

    private static void sendAll(List<Ordered> sums, CopyInto to) throws SQLException {
        try (to) {
            CopyBuffer rows = new CopyBuffer(PIECE + (1 << 12));
            for (Ordered part : sums) {
                send(part, rows, to);
            }
            to.write(rows);
            to.end();
        }
    }

    private static void send(Ordered ordered, CopyBuffer rows, CopyInto to) throws SQLException {
        Summation part = ordered.part();
        CellMap cells = part.cells();
        for (int cell : ordered.cells()) {
            rows.row(3 + CellMap.SUMS)
                    .text(part.grouping())
                    .int4(cells.key(cell, 0))
                    .textArray(part.words(cell));
            for (int i = 0; i < CellMap.SUMS; i++) {
                rows.int8(cells.sum(cell, i));
            }
            if (rows.length() >= PIECE) {
                to.write(rows);
                rows.clear();
            }
        }
    }

    private record Row(int cell, int bucket, List<String> key) {

        static final Comparator<Row> ORDER = Comparator.comparingInt(Row::bucket)
                .thenComparing((a, b) -> {
                    int order = 0;
                    for (int i = 0; i < a.key().size() && order == 0; i++) {
                        order = a.key().get(i).compareTo(b.key().get(i));
                    }
                    return order;
                });
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
