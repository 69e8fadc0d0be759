package org.uphold.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;

/**
 * The load of a table into a store without determinations: there is nothing to compare with, so rows go straight to their place,
 * indexes are made when all are there, and a server with {@code wal_level = minimal} writes each row once. It commits
 * like any other load, durably and whole. Cases that come more than once, in pieces or again, are put into staging at the end
 * and merged like those of any other load. Used by one thread.
 *
 * <p>From the start on it holds the store's lock and its tables alone: there is nothing in them for others to read.
 */
public final class FirstLoad implements AutoCloseable {

    private static final List<String> TABLES =
            List.of("uphold.determination", "uphold.item", "uphold.problem", "uphold.printed");
    private static final String CELLS = "uphold.cell";
    private static final String REJECTIONS = "uphold.rejection";
    private static final String NONE_REJECTED = "select (not exists (select from uphold.rejection))::int";
    private static final String HOLDS = """
            select (exists (select from uphold.determination) or exists (select from uphold.item)
                or exists (select from uphold.problem) or exists (select from uphold.cell_change)
                or exists (select from uphold.cell) or exists (select from uphold.bucket_state)
                or exists (select from uphold.unmatched_service)
                or exists (select from uphold.withdrawal where put_back_at is null))::int""";
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final Merging merging;
    private final TableIndexes indexes;
    /** Of what is written last. */
    private final TableIndexes lastIndexes;

    private final FinalRows form;
    private final FirstRows sink;
    private final KeptHashes hashes;
    private final FirstCopies copies;
    private long accepted;
    private long items;
    private CaseCounts cases = CaseCounts.NONE;

    private FirstLoad(
            Connection connection,
            Merging merging,
            List<String> lastTables,
            FinalRows form,
            FirstRows sink,
            KeptHashes hashes,
            int mostWaiting)
            throws SQLException {
        this.connection = connection;
        this.merging = merging;
        this.indexes = TableIndexes.of(connection, TABLES);
        this.lastIndexes = TableIndexes.of(connection, lastTables);
        this.form = form;
        this.sink = sink;
        this.hashes = hashes;
        this.copies = new FirstCopies(connection, form.texts(), hashes, mostWaiting);
    }

    /** @param mostWaiting bytes of rows that wait for their {@code COPY} */
    static Optional<FirstLoad> begin(
            Connection connection, long run, LoadedFile file, FirstRows sink, int mostWaiting) {
        try {
            Merging merging = new Merging(connection, run, null);
            StoreLocks.lockStore(connection);
            if (merging.number(HOLDS) > 0) {
                return left(connection);
            }
            List<String> lastTables = merging.number(NONE_REJECTED) > 0 ? List.of(CELLS, REJECTIONS) : List.of(CELLS);
            if (!alone(connection, merging, lastTables)) {
                return left(connection);
            }
            StoreClock.tick(connection);
            merging.begin();
            KeptHashes hashes = new KeptHashes(connection);
            merging.files(List.of(file));
            FinalRows form = new FinalRows(
                    merging.number("select nextval('uphold.determination_id')"),
                    file.system(),
                    merging.number("select id from stage_file"),
                    merging.number("select path from stage_file"),
                    run,
                    merging.number("select (extract(epoch from changed_at) * 1000000)::bigint - 946684800000000"
                            + " from uphold.store_clock"),
                    new NewTexts((int) merging.number("select nextval('uphold.printed_id_seq')")));
            FirstLoad load = new FirstLoad(connection, merging, lastTables, form, sink, hashes, mostWaiting);
            load.indexes.drop(connection);
            load.lastIndexes.drop(connection);
            return Optional.of(load);
        } catch (SQLException e) {
            try (connection) {
                connection.rollback();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw StoreException.failed("Loading determinations", e);
        }
    }

    /** To other loads. */
    private static Optional<FirstLoad> left(Connection connection) throws SQLException {
        connection.rollback();
        connection.close();
        return Optional.empty();
    }

    /** Takes the tables alone; gives up where somebody reads them. */
    private static boolean alone(Connection connection, Merging merging, List<String> lastTables) throws SQLException {
        String tables = String.join(", ", TABLES) + ", " + String.join(", ", lastTables);
        Savepoint before = connection.setSavepoint();
        try {
            merging.execute("lock table " + tables + " in access exclusive mode nowait");
            // New files of the same transaction need no log: their bytes are on the disk before it commits.
            merging.execute("truncate " + tables);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            return false;
        }
    }

    RowForm form() {
        return form;
    }

    /** Sends encoded readings to the server. */
    public void add(StagedChunk chunk) {
        try {
            copies.add(chunk);
        } catch (SQLException e) {
            throw StoreException.failed("Loading determinations", e);
        }
        accepted += chunk.accepted();
        items += chunk.itemCount();
        sink.came(chunk.determinations(), chunk.items());
    }

    /** Makes the indexes, merges the cases that came more than once, and commits. */
    public LoadCounts commit() {
        try {
            copies.end();
            sink.ended();
            merging.number("select setval('uphold.determination_id', ?)", form.base() + accepted);
            merging.number(
                    "select setval('uphold.printed_id_seq', ?)", form.texts().next());
            merging.execute("set local maintenance_work_mem = '256MB'");
            indexes.create(connection, false);
            // Or the server expects each text of it many times, where the merge looks them up.
            merging.execute("analyze uphold.printed");
            long superseded = 0;
            LoadCounts straight = new LoadCounts(accepted, 0, 0, 0, items);
            if (!casesDiffer()) {
                straight = takeBack();
                indexes.create(connection, true);
                superseded = merging.merge(form.base());
            }
            // The few things that it is to know are seen in six thousand rows; autovacuum looks at more of them later.
            merging.execute("set local default_statistics_target = 20");
            // The server then knows that hardly any letter is superseded, and does not look through all of them for
            // one.
            merging.execute("analyze uphold.determination (id, superseded_at, decided_from)");
            // Or the next night reads all items to find the few of its letters.
            merging.execute("analyze uphold.item (determination, service_rule)");
            merging.rejections();
            LoadCounts counts = straight.plus(merging.counts(superseded));
            cases = merging.cases(new CaseCounts(straight.accepted(), 0, 0, 0, 0, 0));
            merging.update(
                    "update uphold.source_file set accepted = ?, rejected = ?, unchanged = ? where id = ?",
                    counts.accepted(),
                    counts.rejected(),
                    counts.unchanged(),
                    form.sourceFile());
            sink.complete(connection);
            lastIndexes.create(connection, false);
            connection.commit();
            return counts;
        } catch (SQLException e) {
            throw StoreException.failed("Loading determinations", e);
        }
    }

    /** What became of cases; after the commit. */
    public CaseCounts cases() {
        return cases;
    }

    /** Makes the index of current cases; false, and no such index, where a case is there more than once. */
    private boolean casesDiffer() throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            indexes.create(connection, true);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            // Within it tables would no longer count as this transaction's own.
            connection.releaseSavepoint(before);
            return false;
        }
    }

    /** Puts the cases that are there more than once into staging; answers what stays. */
    private LoadCounts takeBack() throws SQLException {
        merging.execute("set local work_mem = '128MB'");
        merging.execute(FirstRepeats.FIND);
        merging.execute("analyze pg_temp.repeated");
        hashes.spread("pg_temp.repeated");
        sink.went(connection, "select id from pg_temp.repeated");
        long base = form.base();
        long letters = merging.update(FirstRepeats.STAGE_DETERMINATIONS, base);
        long itemsBack = merging.update(FirstRepeats.STAGE_ITEMS, base);
        merging.update(FirstRepeats.STAGE_PROBLEMS, base);
        for (String sql : FirstRepeats.DELETE) {
            merging.update(sql);
        }
        return new LoadCounts(accepted - letters, 0, 0, 0, items - itemsBack);
    }

    /** Without a commit before, the store stays as it was. */
    @Override
    public void close() {
        try (connection) {
            copies.close();
            connection.rollback();
        } catch (SQLException e) {
            throw StoreException.failed("Loading determinations", e);
        }
    }
}
