package org.uphold.cells;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.uphold.schema.Tables.DETERMINATION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.rates.Input;
import org.uphold.schema.tables.Determination;
import org.uphold.schema.tables.Item;
import org.uphold.schema.tables.records.DeterminationRecord;

/**
 * The letters that a statement sums over, as a derived table {@code letter}: each with its sign (1 came, -1 went) and its
 * bucket (the month by the basis of the run).
 */
final class LetterRows {

    static final Item ITEM = org.uphold.schema.Tables.ITEM;

    static final Field<Long> ID = column("id", Long.class);
    static final Field<Integer> SIGN = column("sign", Integer.class);
    static final Field<Integer> BUCKET = column("bucket", Integer.class);
    static final Field<Integer[]> SPECIALTIES = column("specialties", Integer[].class);
    static final Field<Integer> ADMINISTRATOR = column("claims_administrator", Integer.class);
    static final Field<String> PRIORITY = column("priority", String.class);
    static final Field<String> JURISDICTION = column("jurisdiction", String.class);
    static final Field<LocalDate> DECIDED_FROM = column("decided_from", LocalDate.class);
    static final Field<LocalDate> DECIDED_TO = column("decided_to", LocalDate.class);
    static final Field<LocalDate> RECEIVED = column("received_date", LocalDate.class);
    static final Field<LocalDate> ASSIGNED = column("assigned_date", LocalDate.class);

    private static final Determination D = DETERMINATION;

    private LetterRows() {}

    private static <T> Field<T> column(String column, Class<T> type) {
        return field(name("letter", column), type);
    }

    /** Letters with a sign of their own: those that came and went. */
    static Select<? extends Record> signed(
            Table<? extends Record> changes, Field<Long> id, Field<? extends Number> sign) {
        return select(columns(sign.cast(SQLDataType.INTEGER).as("sign"), D.BUCKET.as("bucket")))
                .from(changes)
                .join(D)
                .on(D.ID.eq(id));
    }

    /** Letters of a range by a basis, as they are now or as they were at a time, without open months where asked for. */
    static Select<? extends Record> of(
            Basis basis, DateRange range, @Nullable OffsetDateTime asOf, @Nullable LocalDate openFrom) {
        return select(columns(inline(1).as("sign"), bucket(basis).as("bucket")))
                .from(D)
                .where(isCurrent(asOf))
                .and(within(basis, range))
                .and(openFrom == null ? noCondition() : closed(basis, openFrom));
    }

    /** Letters without the date of a basis, as they are now or as they were at a time. */
    static Select<? extends Record> undated(Basis basis, @Nullable OffsetDateTime asOf) {
        return select(D.ID.as("id"))
                .from(D)
                .where(isCurrent(asOf))
                .and(date(basis).isNull());
    }

    /**
     * Statements that stand, say something else and do not count, of the cases of which one in the range does, with that one's bucket,
     * without open months where asked for. What its own path replaced is none: it is history, and depends on when files were read.
     */
    static Select<? extends Record> superseded(
            Basis basis, DateRange range, @Nullable OffsetDateTime asOf, @Nullable LocalDate openFrom) {
        Determination lost = D.as("lost");
        return select(lost.ID.as("id"), bucket(basis).as("bucket"))
                .from(D)
                .join(lost)
                .on(lost.CASE_KEY.eq(D.CASE_KEY).and(lost.SYSTEM.eq(D.SYSTEM)))
                .where(isCurrent(asOf))
                .and(within(basis, range))
                .and(openFrom == null ? noCondition() : closed(basis, openFrom))
                .and(asOf == null ? lost.SUPERSEDED_AT.isNotNull().and(lost.LOST_AT.isNotNull()) : lostAt(lost, asOf));
    }

    private static Condition lostAt(Determination lost, OffsetDateTime asOf) {
        return lost.SUPERSEDED_AT
                .le(inline(asOf))
                .and(lost.REPLACED_AT.isNull().or(lost.REPLACED_AT.gt(inline(asOf))))
                // Another path that says the same is no other statement.
                .and(lost.CONTENT_HASH.ne(D.CONTENT_HASH));
    }

    /**
     * Current letters of a month that do not lie in some of its days, to be taken out of the month's sums. A letter of a month whose day
     * is not stated begins with the month and ends with it.
     *
     * @param days inside one month, not all of it
     */
    static Select<? extends Record> outside(DateRange days) {
        LocalDate from = Objects.requireNonNull(days.from());
        LocalDate to = Objects.requireNonNull(days.to());
        LocalDate first = from.withDayOfMonth(1);
        return select(columns(inline(-1).as("sign"), D.BUCKET.as("bucket")))
                .from(D)
                .where(isCurrent(null))
                .and(D.BUCKET.eq(inline(first.getYear() * 100 + first.getMonthValue())))
                // Ranges of the first day that the date may be, so that the index gives these letters and no others.
                .and(D.DECIDED_FROM
                        .ge(inline(first))
                        .and(D.DECIDED_FROM.lt(inline(from)))
                        .or(D.DECIDED_FROM.ge(inline(to)).and(D.DECIDED_FROM.lt(inline(first.plusMonths(1)))))
                        .or(D.DECIDED_FROM.eq(inline(first))))
                .andNot(D.DECIDED_FROM.ge(inline(from)).and(D.DECIDED_TO.lt(inline(to))));
    }

    private static Condition closed(Basis basis, LocalDate openFrom) {
        Field<LocalDate> last = basis == Basis.DECISION ? D.DECIDED_TO : date(basis);
        return last.isNull().or(last.lt(inline(openFrom)));
    }

    private static SelectField<?>[] columns(Field<Integer> sign, Field<Integer> bucket) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(D.ID.as("id"), sign, bucket));
        Arrays.stream(Input.values())
                .filter(input -> !input.isOfItem() && input != Input.MONTH)
                .forEach(input -> columns.add(stored(input)));
        columns.addAll(List.of(D.DECIDED_FROM, D.DECIDED_TO, D.RECEIVED_DATE, D.ASSIGNED_DATE));
        return columns.toArray(SelectField<?>[]::new);
    }

    /** The column that holds an input, of {@code letter} or of {@code item}. */
    static Field<?> column(Input input) {
        TableField<?, ?> stored = stored(input);
        return input.isOfItem() ? stored : field(name("letter", stored.getName()), stored.getType());
    }

    /** Where the store keeps an input: the one list of them, from which letters are read with every column that is needed. */
    private static TableField<?, ?> stored(Input input) {
        return switch (input) {
            case SERVICE -> ITEM.SERVICE_ID;
            case REVIEWER_GUIDELINES -> ITEM.REVIEWER_GUIDELINES;
            case REVIEWER_SOURCES -> ITEM.REVIEWER_SOURCES;
            case CLAIMS_ADMINISTRATOR_SOURCES -> ITEM.CLAIMS_ADMINISTRATOR_SOURCES;
            case SPECIALTIES -> D.SPECIALTIES;
            case MONTH -> D.BUCKET;
            case CLAIMS_ADMINISTRATOR -> D.CLAIMS_ADMINISTRATOR;
            case PRIORITY -> D.PRIORITY;
            case JURISDICTION -> D.JURISDICTION;
        };
    }

    static Condition isCurrent(@Nullable OffsetDateTime asOf) {
        if (asOf == null) {
            return D.SUPERSEDED_AT.isNull();
        }
        return D.LOADED_AT.le(inline(asOf)).and(D.SUPERSEDED_AT.isNull().or(D.SUPERSEDED_AT.gt(inline(asOf))));
    }

    /** Every day that the date may be lies in the range; what has no date lies in the unbounded one only. */
    static Condition within(Basis basis, DateRange range) {
        Condition condition = noCondition();
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (from != null) {
            condition = condition.and((basis == Basis.DECISION ? D.DECIDED_FROM : date(basis)).ge(inline(from)));
        }
        if (to != null) {
            condition = condition.and((basis == Basis.DECISION ? D.DECIDED_TO : date(basis)).lt(inline(to)));
            if (basis == Basis.DECISION) {
                // Follows from the last day, but tells the planner that the first one has both bounds: without it, it
                // expects all later letters, and reads every item for a few days.
                condition = condition.and(D.DECIDED_FROM.lt(inline(to)));
            }
        }
        return condition;
    }

    static Field<Integer> bucket(Basis basis) {
        if (basis == Basis.DECISION) {
            return D.BUCKET;
        }
        Field<LocalDate> date = date(basis);
        Field<Integer> yearMonth = extract(date, DatePart.YEAR).mul(inline(100)).add(extract(date, DatePart.MONTH));
        // The parts of a date are of a type with decimals, in which a year is no whole number of months.
        return coalesce(yearMonth.cast(SQLDataType.INTEGER), inline(0));
    }

    static TableField<DeterminationRecord, LocalDate> date(Basis basis) {
        return switch (basis) {
            case DECISION -> D.DECIDED_FROM;
            case RECEIVED -> D.RECEIVED_DATE;
            case ASSIGNED -> D.ASSIGNED_DATE;
            case UR_DECISION -> D.UR_DECISION_DATE;
        };
    }
}
