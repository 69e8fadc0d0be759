package org.uphold.cells;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.uphold.schema.Tables.CELL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.rates.Cell;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.rates.sums.KeptGroupings;
import org.uphold.rates.sums.Sums;

/** Reads the sums of a window from the store, and keeps a statement for each table: they are published with the figures. */
public final class StoreTallies implements Sums {

    private final DSLContext dsl;
    private final Aside aside;
    private final Basis basis;
    private final DateRange window;
    private final @Nullable OffsetDateTime asOf;
    private final @Nullable LocalDate openFrom;
    private final WindowParts parts;
    private final Map<String, Supplier<Select<? extends Record>>> statements = new LinkedHashMap<>();
    private @Nullable KeptSums kept;

    /**
     * @param dsl within a transaction that sees one state of the store
     * @param aside reads the same state at the same time
     * @param basis date that decides
     * @param window range
     * @param asOf read the store as it was at that time, from its letters; null: as it is, from its sums
     * @param openFrom leave out what may lie on or after this first day of a month that is still open; null: leave out nothing
     */
    public StoreTallies(
            DSLContext dsl,
            Aside aside,
            Basis basis,
            DateRange window,
            @Nullable OffsetDateTime asOf,
            @Nullable LocalDate openFrom) {
        this.dsl = dsl;
        this.aside = aside;
        this.basis = basis;
        this.window = window;
        this.asOf = asOf;
        this.openFrom = openFrom;
        Cells cells = new Cells(dsl);
        this.parts = WindowParts.of(window, asOf == null ? cells.buckets() : cells.bucketsAt(asOf))
                .before(openFrom);
    }

    /** Everything that the tables of the groupings, and those that every package has, are computed from. */
    public WindowTallies read(List<Grouping> groupings) {
        kept = basis == Basis.DECISION && asOf == null
                ? KeptSums.read(dsl, aside, parts, KeptGroupings.codes(groupings), openFrom)
                : null;
        return window(groupings);
    }

    /**
     * The statements behind the figures, by the table they are for, with every value in place: each gives its table's sums by itself,
     * where this reads those that the store keeps for all tables at a time. Of an earlier time they are
     * those that a run of then has run: a package that is given again holds the same. They are written when this is called,
     * which any one thread may do after {@link #read}: who publishes none need not wait for them.
     */
    public Map<String, String> statements() {
        Map<String, String> texts = new LinkedHashMap<>();
        statements.forEach((table, statement) -> texts.put(table, dsl.renderInlined(statement.get())));
        return texts;
    }

    @Override
    public List<Cell> overall() {
        return rows("summary", KeptGroupings.OVERALL, letters -> GroupSums.of(List.of(), letters));
    }

    @Override
    public List<Cell> of(String table, Grouping grouping) {
        return rows(
                table,
                KeptGroupings.contains(grouping) ? grouping.code() : null,
                letters -> GroupSums.of(grouping.dimensions(), letters));
    }

    @Override
    public List<Cell> dispositions() {
        return rows("dispositions", KeptGroupings.DISPOSITION, GroupSums::dispositions);
    }

    @Override
    public List<Cell> days(TimelinessMeasure measure) {
        String table = "timeliness, " + measure.name().toLowerCase(Locale.ROOT);
        return rows(table, KeptGroupings.DAYS, letters -> GroupSums.days(measure, letters));
    }

    @Override
    public @Nullable Disposition undated() {
        if (!window.isUnbounded()) {
            return null;
        }
        Record sums = fetch("undated", this::undated).get(0);
        return new Disposition(number(sums.get(0)), number(sums.get(1)));
    }

    private Select<? extends Record> undated(@Nullable OffsetDateTime time) {
        return select(count(LetterRows.ITEM.NUMBER), countDistinct(LetterRows.ID))
                .from(LetterRows.undated(basis, time)
                        .asTable("letter")
                        .leftJoin(LetterRows.ITEM)
                        .on(LetterRows.ITEM.DETERMINATION.eq(LetterRows.ID)));
    }

    @Override
    public long superseded() {
        return number(fetch("superseded", this::superseded).get(0).get(0));
    }

    private Select<? extends Record> superseded(@Nullable OffsetDateTime time) {
        return select(count())
                .from(LetterRows.superseded(basis, window, time, openFrom).asTable("letter"));
    }

    /**
     * Rows of one kind of cells over the window: cells of whole months and letters of ragged edges, or letters altogether
     * where the store keeps no such sums.
     */
    private List<Cell> rows(String table, @Nullable String maintained, OverLetters sums) {
        if (kept != null && maintained != null) {
            statements.put(table, () -> statement(maintained, sums, null));
            return kept.cells(maintained);
        }
        return fetch(table, time -> statement(maintained, sums, time)).stream()
                .map(StoreTallies::cell)
                .toList();
    }

    private Select<? extends Record> statement(
            @Nullable String maintained, OverLetters sums, @Nullable OffsetDateTime time) {
        List<Select<? extends Record>> sources = new ArrayList<>();
        if (maintained == null || basis != Basis.DECISION || time != null) {
            sources.add(sums.over(LetterRows.of(basis, window, time, openFrom)));
        } else {
            sources.add(select(cellColumns())
                    .from(CELL)
                    .where(CELL.GROUPING.eq(inline(maintained)))
                    .and(CELL.BUCKET.in(parts.whole().stream()
                            .map(org.jooq.impl.DSL::inline)
                            .toList())));
            for (DateRange edge : parts.edges()) {
                // Those that state a month or a year belong to whole ones only.
                sources.add(sums.over(LetterRows.of(basis, edge, null, openFrom)));
            }
        }
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(GroupSums.KEY));
        for (Field<Long> column : GroupSums.SUMS) {
            columns.add(sum(column).cast(SQLDataType.BIGINT).as(column.getName()));
        }
        return select(columns)
                .from(union(sources).asTable("sums"))
                .groupBy(GroupSums.KEY)
                .orderBy(GroupSums.KEY);
    }

    @SuppressWarnings("unchecked")
    private static Select<Record> union(List<Select<? extends Record>> sources) {
        Select<Record> all = (Select<Record>) sources.get(0);
        for (Select<? extends Record> more : sources.subList(1, sources.size())) {
            all = all.unionAll((Select<Record>) more);
        }
        return all;
    }

    private static List<SelectFieldOrAsterisk> cellColumns() {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(CELL.BUCKET, CELL.KEY));
        GroupSums.SUMS.forEach(sum -> columns.add(Cells.cellColumn(sum)));
        return columns;
    }

    private List<? extends Record> fetch(String table, Statement statement) {
        statements.put(table, () -> statement.of(null));
        Select<? extends Record> run = statement.of(asOf);
        run.attach(dsl.configuration());
        return run.fetch();
    }

    private static Cell cell(Record row) {
        String[] key = row.get(GroupSums.KEY);
        long[] s = new long[GroupSums.SUMS.size()];
        for (int i = 0; i < s.length; i++) {
            s[i] = number(row.get(i + 1));
        }
        return new Cell(List.of(key), Tally.of(s), Map.of());
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }

    /** A statement that reads the store as it is (null) or as it was at a time. */
    private interface Statement {
        Select<? extends Record> of(@Nullable OffsetDateTime time);
    }

    /** A statement over letters. */
    private interface OverLetters {
        Select<? extends Record> over(Select<? extends Record> letters);
    }
}
