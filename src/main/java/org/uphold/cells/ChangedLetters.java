package org.uphold.cells;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.uphold.schema.Tables.DETERMINATION;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.uphold.rates.sums.LetterBatch;

/**
 * Letters that came and went, read from the store once, narrow, a batch at a time: neither the texts of items nor what did not
 * change is touched.
 */
final class ChangedLetters {

    /** Those that {@link #read} read last: a table {@code id, sign} of the transaction. */
    static final String NAME = "changed_letter";

    private static final int BATCH = 16_384;
    private static final Table<Record> CHANGED = table(name("pg_temp", NAME));
    private static final Field<Long> ID = field(name(NAME, "id"), Long.class);
    private static final Field<Integer> SIGN = field(name(NAME, "sign"), Integer.class);

    private final DSLContext dsl;
    private final StoredKeys keys;

    ChangedLetters(DSLContext dsl, StoredKeys keys) {
        this.dsl = dsl;
        this.keys = keys;
    }

    /**
     * Reads all of them.
     *
     * @param changes rows of {@code id, sign}; what came and went again is left out
     */
    void read(Select<? extends Record> changes, Consumer<LetterBatch> sink) {
        dsl.execute("drop table if exists pg_temp." + NAME);
        dsl.execute(
                "create temporary table changed_letter on commit drop as select id, sum(sign)::integer as sign from ({0}) as change"
                        + " group by id having sum(sign) <> 0 order by id",
                changes);
        dsl.execute("create unique index on pg_temp.changed_letter (id)");
        dsl.execute("analyze pg_temp.changed_letter");
        for (Range range : ranges()) {
            LetterBatch batch = batch(range);
            keys.lookUp(dsl);
            sink.accept(batch);
        }
    }

    /** Numbers of letters, both inside, and how many of them changed. */
    private record Range(long first, long last, long changed) {

        /** Whether most of the letters between changed: then reading through beats looking each one up. */
        boolean isDense() {
            return last - first < 4 * changed;
        }
    }

    private List<Range> ranges() {
        Field<Long> part = field("(row_number() over (order by {0}) - 1) / {1}", SQLDataType.BIGINT, ID, inline(BATCH));
        Table<? extends Record> parts =
                select(ID.as("id"), part.as("part")).from(CHANGED).asTable("parts");
        Field<Long> id = field(name("parts", "id"), Long.class);
        List<Range> ranges = new ArrayList<>();
        Result<? extends Record> rows = dsl.select(min(id), max(id), org.jooq.impl.DSL.count())
                .from(parts)
                .groupBy(field(name("parts", "part")))
                .orderBy(min(id))
                .fetch();
        for (Record row : rows) {
            ranges.add(new Range(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class)));
        }
        return ranges;
    }

    private LetterBatch batch(Range range) {
        // However little the server knows of tables that were just filled, it takes the way that fits.
        for (String join : List.of("hashjoin", "mergejoin")) {
            dsl.execute("set local enable_" + join + " = " + (range.isDense() ? "on" : "off"));
        }
        dsl.execute("set local enable_nestloop = " + (range.isDense() ? "off" : "on"));
        String query = dsl.renderInlined(query(range));
        LetterBatch batch = dsl.connectionResult(connection -> StoredLetters.read(connection, query, keys));
        for (String join : List.of("hashjoin", "mergejoin", "nestloop")) {
            dsl.execute("set local enable_" + join + " = default");
        }
        return batch;
    }

    private Select<? extends Record> query(Range range) {
        List<SelectFieldOrAsterisk> columns = StoredLetters.columns(
                keys, SIGN, field("substring({0} from 1 for 8)", field(name("letter", "content_hash"))));
        Condition within = ID.between(range.first(), range.last());
        Condition read = range.isDense()
                ? LetterRows.ID
                        .between(range.first(), range.last())
                        .and(LetterRows.ITEM.DETERMINATION.between(range.first(), range.last()))
                : noCondition();
        return select(columns)
                .from(CHANGED)
                .join(DETERMINATION.as("letter"))
                .on(LetterRows.ID.eq(ID))
                .join(LetterRows.ITEM)
                .on(LetterRows.ITEM.DETERMINATION.eq(LetterRows.ID))
                .where(within)
                .and(read)
                .orderBy(LetterRows.ID);
    }
}
