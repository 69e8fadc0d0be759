package org.uphold.aggregate;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.uphold.schema.Tables.CELL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.uphold.aggregate.WindowTallies.Disposition;
import org.uphold.aggregate.WindowTallies.TimelinessMeasure;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Outcome;

/** Reads the sums of a window from the store, and keeps a statement for each table: they are published with the figures. */
public final class StoreTallies {

    private static final String UNCLASSIFIED = "Unclassified";

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
                ? KeptSums.read(dsl, aside, parts, Maintained.codes(groupings), openFrom)
                : null;
        Tally overall = rows("summary", GroupSums.OVERALL, letters -> GroupSums.of(List.of(), letters)).stream()
                .map(Cell::tally)
                .reduce(Tally.ZERO, Tally::plus);
        Map<String, Tally> categories = new HashMap<>();
        for (Cell cell : grouping("categories", Grouping.of(Dimension.SERVICE_CATEGORY))) {
            categories.put(cell.key().get(0), cell.tally());
        }
        Map<Grouping, List<Cell>> groups = new LinkedHashMap<>();
        for (Grouping grouping : groupings) {
            List<Cell> cells = grouping(grouping.tableName(), grouping);
            groups.put(grouping, Maintained.needsMix(grouping) ? withMix(grouping, cells) : cells);
        }
        Map<String, Long> administrators = new TreeMap<>();
        for (Cell cell : grouping("concentration", Grouping.of(Dimension.CLAIMS_ADMINISTRATOR))) {
            if (!cell.key().get(0).equals(DimensionSql.NOT_STATED)) {
                administrators.put(cell.key().get(0), cell.tally().items());
            }
        }
        return new WindowTallies(
                overall,
                categories,
                groups,
                grouping("guideline_concordance", Maintained.concordance()),
                dispositions(),
                undated(),
                superseded(),
                categories.getOrDefault(UNCLASSIFIED, Tally.ZERO).items(),
                timeliness(),
                administrators);
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

    private List<Cell> grouping(String table, Grouping grouping) {
        return rows(
                table,
                Maintained.contains(grouping) ? grouping.code() : null,
                letters -> GroupSums.of(grouping.dimensions(), letters));
    }

    private List<Cell> withMix(Grouping grouping, List<Cell> cells) {
        Map<List<String>, Map<String, Long>> mixes = new HashMap<>();
        for (Cell cell : grouping(grouping.tableName() + ", mix of services", Maintained.mixOf(grouping))) {
            List<String> key = cell.key();
            mixes.computeIfAbsent(key.subList(1, key.size()), k -> new HashMap<>())
                    .merge(key.get(0), cell.tally().determined(), Long::sum);
        }
        return cells.stream()
                .map(cell -> new Cell(cell.key(), cell.tally(), mixes.getOrDefault(cell.key(), Map.of())))
                .toList();
    }

    private Map<Outcome, Disposition> dispositions() {
        Map<Outcome, Disposition> found = new EnumMap<>(Outcome.class);
        for (Cell cell : rows("dispositions", GroupSums.DISPOSITION, GroupSums::dispositions)) {
            found.put(
                    Outcome.valueOf(cell.key().get(0)),
                    new Disposition(cell.tally().items(), cell.tally().letters()));
        }
        return found;
    }

    private Map<TimelinessMeasure, SortedMap<Integer, Long>> timeliness() {
        Map<TimelinessMeasure, SortedMap<Integer, Long>> histograms = new EnumMap<>(TimelinessMeasure.class);
        for (TimelinessMeasure measure : TimelinessMeasure.values()) {
            String table = "timeliness, " + measure.name().toLowerCase(java.util.Locale.ROOT);
            SortedMap<Integer, Long> days = new TreeMap<>();
            for (Cell cell : rows(table, GroupSums.DAYS, letters -> GroupSums.days(measure, letters))) {
                if (cell.key().get(0).equals(measure.name())) {
                    days.merge(Integer.valueOf(cell.key().get(1)), cell.tally().letters(), Long::sum);
                }
            }
            histograms.put(measure, days);
        }
        return histograms;
    }

    private @Nullable Disposition undated() {
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

    private long superseded() {
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
    private List<Cell> rows(String table, @Nullable String maintained, Sums sums) {
        if (kept != null && maintained != null) {
            statements.put(table, () -> statement(maintained, sums, null));
            return kept.cells(maintained);
        }
        return fetch(table, time -> statement(maintained, sums, time)).stream()
                .map(StoreTallies::cell)
                .toList();
    }

    private Select<? extends Record> statement(@Nullable String maintained, Sums sums, @Nullable OffsetDateTime time) {
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
    private interface Sums {
        Select<? extends Record> over(Select<? extends Record> letters);
    }
}
