package org.uphold.store;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.PROBLEM;
import static org.uphold.schema.Tables.REJECTION;
import static org.uphold.schema.Tables.SOURCE_FILE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyRows;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.schema.tables.Determination;
import org.uphold.source.Place;

/** What stands beside a package: why it was due, what was rejected, what no rule matched. */
public final class Evidence {

    private final DSLContext dsl;

    public Evidence(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Source systems of which a case counts, in order: among those of the files that gave determinations, found by hopping along the
     * index, those of which a path still states one.
     */
    public List<String> systems() {
        return dsl.fetch("""
                        with recursive hop as (
                            (select split_part(reading, '/', 1) as system from uphold.source_file
                                where accepted + unchanged > 0 order by 1 limit 1)
                            union all
                            select (select split_part(f.reading, '/', 1) from uphold.source_file f
                                    where f.accepted + f.unchanged > 0 and split_part(f.reading, '/', 1) > hop.system
                                    order by 1 limit 1)
                            from hop where hop.system is not null)
                        select system from hop
                        where exists (
                            select from (select id from uphold.source_path p where p.system = hop.system offset 0) p
                            where exists (
                                select from uphold.determination d
                                where d.source_path = p.id and d.replaced_at is null and d.superseded_at is null
                                offset 0))""").getValues(0, String.class);
    }

    /** Source systems of which a case counted at a time, in order. */
    public List<String> systemsAt(OffsetDateTime time) {
        return dsl.selectDistinct(DETERMINATION.SYSTEM)
                .from(DETERMINATION)
                .where(DETERMINATION.LOADED_AT.le(time))
                .and(DETERMINATION.SUPERSEDED_AT.isNull().or(DETERMINATION.SUPERSEDED_AT.gt(time)))
                .orderBy(DETERMINATION.SYSTEM)
                .fetch(DETERMINATION.SYSTEM);
    }

    /**
     * The days that the counted cases of a window lie in; empty where none of them has a date. One that states a year lies in all of it.
     *
     * @param asOf as the store was at that time; null: as it is
     */
    public Optional<DateRange> span(Basis basis, DateRange window, @Nullable OffsetDateTime asOf) {
        Determination d = DETERMINATION;
        Field<LocalDate> first = min(from(basis));
        Field<LocalDate> last = max(to(basis));
        Condition counted = asOf == null
                ? d.SUPERSEDED_AT.isNull()
                : d.LOADED_AT.le(asOf).and(d.SUPERSEDED_AT.isNull().or(d.SUPERSEDED_AT.gt(asOf)));
        return dsl.select(first, last)
                .from(d)
                .where(counted.and(within(basis, window)))
                .fetchOptional()
                .filter(row -> row.get(first) != null && row.get(last) != null)
                .map(row -> DateRange.inclusive(row.get(first), row.get(last)));
    }

    /**
     * What came into a window since a run's package: {@code late} cases that are new, {@code corrected} ones that it showed
     * otherwise, {@code reader} ones that a newer reader reads otherwise, {@code withdrawn} ones that it showed and that nothing counts of any more; or {@code moved} where
     * cases left it, or {@code restated} where nothing of that is, and other statements of its cases stand that lost. The store's own time decides, so no clock that is off can.
     */
    public List<String> arrivals(LoggedRun after, Basis basis, DateRange window) {
        OffsetDateTime shown = after.storeTime();
        Determination d = DETERMINATION;
        Determination old = DETERMINATION.as("old");
        Condition arrived = (shown == null ? d.RUN.gt(after.id()) : d.LOADED_AT.gt(shown))
                .and(d.SUPERSEDED_AT.isNull())
                .and(within(basis, window));
        Condition replaces = DSL.exists(selectOne()
                .from(old)
                .where(old.SYSTEM.eq(d.SYSTEM))
                .and(old.CASE_KEY.eq(d.CASE_KEY))
                .and(shown == null ? old.RUN.le(after.id()) : old.LOADED_AT.le(shown))
                .and(old.SUPERSEDED_AT.isNotNull()));
        // Asked of the files first, which are few beside the cases: most nights read none again.
        Condition readAgain = dsl.fetchExists(SOURCE_FILE, SOURCE_FILE.REREAD_RUN.isNotNull())
                ? DSL.exists(selectOne()
                        .from(SOURCE_FILE)
                        .where(SOURCE_FILE.ID.eq(d.SOURCE_FILE))
                        .and(SOURCE_FILE.REREAD_RUN.eq(d.RUN)))
                : falseCondition();
        List<String> reasons = new ArrayList<>();
        if (isThere(arrived.andNot(replaces).andNot(readAgain))) {
            reasons.add("late");
        }
        if (isThere(arrived.and(replaces).andNot(readAgain))) {
            reasons.add("corrected");
        }
        if (!readAgain.equals(falseCondition()) && isThere(arrived.and(readAgain))) {
            reasons.add("reader");
        }
        if (shown != null
                && dsl.fetchExists(DSL.selectFrom(d).where(withdrawn(shown)).and(within(basis, window)))) {
            reasons.add("withdrawn");
        }
        if (reasons.isEmpty()) {
            reasons.add(
                    shown == null
                                    || dsl.fetchExists(DSL.selectFrom(d)
                                            .where(d.LOADED_AT.le(shown))
                                            .and(d.SUPERSEDED_AT.gt(shown))
                                            .and(within(basis, window)))
                            ? "moved"
                            : "restated");
        }
        return reasons;
    }

    private boolean isThere(Condition condition) {
        return dsl.fetchExists(DSL.selectFrom(DETERMINATION).where(condition));
    }

    /** What counted then, and of whose case nothing counts any more. */
    private static Condition withdrawn(OffsetDateTime shown) {
        Determination d = DETERMINATION;
        Determination now = DETERMINATION.as("now");
        return d.LOADED_AT
                .le(shown)
                .and(d.SUPERSEDED_AT.gt(shown))
                .and(d.SUPERSEDED_BY.isNull())
                .andNot(DSL.exists(selectOne()
                        .from(now)
                        .where(now.SYSTEM.eq(d.SYSTEM))
                        .and(now.CASE_KEY.eq(d.CASE_KEY))
                        .and(now.SUPERSEDED_AT.isNull())));
    }

    /**
     * A reading that gave no determination.
     *
     * @param sourceSha256 of its file
     * @param place in the file
     * @param code problem code
     * @param message what was expected, what was found
     * @param recordSha256 of the record
     */
    public record Rejected(String sourceSha256, Place place, String code, String message, String recordSha256) {}

    /**
     * An input, by content.
     *
     * @param id number of the file
     * @param sha256 of its bytes
     * @param kind what it was read as
     * @param bytes size
     * @param run that read it first
     * @param counts its readings when it was read
     */
    public record InputFile(long id, String sha256, String kind, long bytes, long run, LoadCounts counts) {}

    /** The files with these hashes, by hash. */
    public List<InputFile> inputs(Set<String> hashes) {
        // A join, not a list in a condition: a folder may hold a million files.
        Field<String> hash = field(name("input", "hash"), String.class);
        return dsl.select(SOURCE_FILE.fields())
                .from(SOURCE_FILE)
                .join(unnest(val(hashes.toArray(String[]::new))).as("input", "hash"))
                .on(SOURCE_FILE.SHA256.eq(hash))
                .orderBy(SOURCE_FILE.SHA256, SOURCE_FILE.READING)
                .fetchInto(SOURCE_FILE)
                .map(r -> new InputFile(
                        r.getId(),
                        r.getSha256(),
                        r.getKind(),
                        r.getBytes(),
                        r.getRun(),
                        new LoadCounts(r.getAccepted(), r.getRejected(), r.getUnchanged(), 0, 0)));
    }

    /**
     * Hands over the rejections of a run, and of files that it need not have read itself, in a fixed order. There may be hundreds of
     * thousands: they come as the server sends them. The sink must not use the connection.
     */
    public void rejections(long run, List<InputFile> files, Consumer<Rejected> sink) {
        Long[] ids = files.stream().map(InputFile::id).toArray(Long[]::new);
        String query = dsl.renderInlined(dsl.selectDistinct(
                        REJECTION.SOURCE_SHA256,
                        REJECTION.LINE,
                        REJECTION.PAGE,
                        REJECTION.CHARACTER,
                        REJECTION.CODE,
                        REJECTION.MESSAGE,
                        REJECTION.RECORD_SHA256)
                .from(REJECTION)
                .where(REJECTION
                        .RUN
                        .eq(run)
                        .or(REJECTION
                                .SOURCE_FILE
                                .in(select(field(name("input", "id"), Long.class))
                                        .from(unnest(val(ids)).as("input", "id")))
                                .andNotExists(selectOne()
                                        .from(SOURCE_FILE)
                                        .where(SOURCE_FILE.ID.eq(REJECTION.SOURCE_FILE))
                                        // What was rejected before the file was read again is not any more.
                                        .and(SOURCE_FILE.REREAD_RUN.gt(REJECTION.RUN)))))
                .orderBy(
                        REJECTION.SOURCE_SHA256,
                        REJECTION.LINE,
                        REJECTION.PAGE,
                        REJECTION.CHARACTER,
                        REJECTION.CODE,
                        REJECTION.RECORD_SHA256));
        dsl.connection(connection -> {
            try (CopyRows rows = Copy.out(connection, query)) {
                while (rows.next()) {
                    sink.accept(rejected(rows));
                }
            }
        });
    }

    private static Rejected rejected(CopyRows rows) {
        Place place = new Place(
                rows.isNull(1) ? null : rows.int8(1),
                rows.isNull(2) ? null : rows.int4(2),
                rows.isNull(3) ? null : rows.int4(3));
        return new Rejected(rows.text(0), place, rows.text(4), rows.text(5), rows.text(6));
    }

    /**
     * Cases of a window, and those with a problem.
     *
     * @param cases all
     * @param withProblem those with one or more
     */
    public record ProblemShare(long cases, long withProblem) {}

    /** How many cases of a window carry a problem. */
    public ProblemShare problems(Basis basis, DateRange window) {
        Condition carries = DSL.exists(selectOne().from(PROBLEM).where(PROBLEM.DETERMINATION.eq(DETERMINATION.ID)));
        return dsl.select(DSL.count(), DSL.count().filterWhere(carries))
                .from(DETERMINATION)
                .where(DETERMINATION.SUPERSEDED_AT.isNull())
                .and(within(basis, window))
                .fetchSingle(row -> new ProblemShare(row.value1(), row.value2()));
    }

    /**
     * A text that no rule matched, or none that is sure.
     *
     * @param kind {@code service}, {@code specialty}, or {@code unsure service} where a rule matched that is not sure
     * @param text as printed
     * @param count items with it
     */
    public record Unmatched(String kind, String text, long count) {}

    /** Texts of a window that no rule matched, or none that is sure, the most frequent first. */
    public List<Unmatched> unmapped(Basis basis, DateRange window) {
        return new UnmatchedTexts(dsl).of(basis, window);
    }

    static Condition within(Basis basis, DateRange window) {
        Field<LocalDate> from = from(basis);
        Field<LocalDate> to = to(basis);
        Condition condition = noCondition();
        LocalDate first = window.from();
        LocalDate after = window.to();
        if (first != null) {
            condition = condition.and(from.ge(first));
        }
        return after == null ? condition : condition.and(to.lt(after));
    }

    private static Field<LocalDate> from(Basis basis) {
        return switch (basis) {
            case DECISION -> DETERMINATION.DECIDED_FROM;
            case RECEIVED -> DETERMINATION.RECEIVED_DATE;
            case ASSIGNED -> DETERMINATION.ASSIGNED_DATE;
            case UR_DECISION -> DETERMINATION.UR_DECISION_DATE;
        };
    }

    private static Field<LocalDate> to(Basis basis) {
        return basis == Basis.DECISION ? DETERMINATION.DECIDED_TO : from(basis);
    }
}
