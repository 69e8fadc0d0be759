package org.uphold.store;

import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.SOURCE_PATH;
import static org.uphold.schema.Tables.WITHDRAWAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.Buckets;
import org.uphold.determination.CaseStatements;
import org.uphold.determination.ContentHash;
import org.uphold.determination.Determination;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Statement;
import org.uphold.schema.tables.records.DeterminationRecord;
import org.uphold.source.Sha256;

/**
 * Which months determinations would change, were they loaded: those they would come into, and those that what they replace
 * would go from. Nothing is written. Which of several that are of one case counts is decided as in a load; cases that a new
 * edition no longer names are not looked for.
 */
public final class Arrivals {

    private static final int MOST_AT_ONCE = 1_000;

    private final DSLContext dsl;
    private final Basis basis;
    private final TreeSet<Integer> buckets = new TreeSet<>();
    private final Map<String, List<Arrival>> pending = new HashMap<>();
    private int waiting;

    /** By the date that decides. */
    public Arrivals(Store store, Basis basis) {
        this.dsl = store.dsl();
        this.basis = basis;
    }

    /** What is to be known of a statement: its bucket and its content hash as text. */
    private record Says(int bucket, String content) {}

    private record Arrival(String key, Statement<Says> says) {}

    /** Adds what a path of a source system says of a case. */
    public void add(String system, LoadedFile file, Determination determination) {
        pending.computeIfAbsent(system, s -> new ArrayList<>())
                .add(new Arrival(
                        determination.key(),
                        new Statement<>(
                                file.path(),
                                file.said(),
                                decided(determination),
                                new Says(bucket(determination), Sha256.of(ContentHash.of(determination))))));
        if (++waiting >= MOST_AT_ONCE) {
            look();
        }
    }

    /** Compares what was added with the store. */
    public void look() {
        pending.forEach(this::look);
        pending.clear();
        waiting = 0;
    }

    /** Months as {@code yyyymm}; {@code yyyy00} where only a year is stated, 0 where nothing is. */
    public TreeSet<Integer> buckets() {
        return new TreeSet<>(buckets);
    }

    private void look(String system, List<Arrival> arrivals) {
        Map<String, CaseStatements<Says>> cases = new HashMap<>();
        dsl.select(DETERMINATION.fields())
                .select(SOURCE_PATH.PATH, SOURCE_PATH.SAID_AT)
                .from(DETERMINATION)
                .leftJoin(SOURCE_PATH)
                .on(SOURCE_PATH.ID.eq(DETERMINATION.SOURCE_PATH))
                .where(DETERMINATION.SYSTEM.eq(system))
                .and(DETERMINATION.REPLACED_AT.isNull())
                .and(DETERMINATION.CASE_KEY.eq(
                        DSL.any(arrivals.stream().map(Arrival::key).toArray(String[]::new))))
                .forEach(row -> {
                    DeterminationRecord old = row.into(DETERMINATION);
                    String path = row.get(SOURCE_PATH.PATH);
                    cases.computeIfAbsent(old.getCaseKey(), key -> new CaseStatements<>())
                            .state(new Statement<>(
                                    path == null ? "" : path,
                                    time(old.getSaidAt() == null ? row.get(SOURCE_PATH.SAID_AT) : old.getSaidAt()),
                                    old.getDecidedTo(),
                                    new Says(bucket(old), Sha256.of(old.getContentHash()))));
                });
        dsl.select(WITHDRAWAL.CASE_KEY)
                .from(WITHDRAWAL)
                .where(WITHDRAWAL.SYSTEM.eq(system))
                .and(WITHDRAWAL.PUT_BACK_AT.isNull())
                .forEach(row -> cases.computeIfAbsent(row.value1(), key -> new CaseStatements<>())
                        .withdraw());
        for (Arrival arrival : arrivals) {
            CaseStatements<Says> of = cases.computeIfAbsent(arrival.key(), key -> new CaseStatements<>());
            Optional<Statement<Says>> before = of.counting();
            of.state(arrival.says());
            Optional<Statement<Says>> after = of.counting();
            if (!before.map(Statement::content).equals(after.map(Statement::content))) {
                before.ifPresent(was -> buckets.add(was.content().bucket()));
                after.ifPresent(is -> buckets.add(is.content().bucket()));
            }
        }
    }

    private static Instant time(@Nullable OffsetDateTime said) {
        return said == null ? Instant.MIN : said.toInstant();
    }

    private static @Nullable LocalDate decided(Determination determination) {
        PartialDate date = determination.dates().decision();
        return date == null ? null : date.latest();
    }

    private int bucket(Determination determination) {
        return Buckets.of(determination.dates().of(basis));
    }

    private int bucket(DeterminationRecord old) {
        return switch (basis) {
            case DECISION -> old.getBucket();
            case RECEIVED -> Buckets.ofDay(old.getReceivedDate());
            case ASSIGNED -> Buckets.ofDay(old.getAssignedDate());
            case UR_DECISION -> Buckets.ofDay(old.getUrDecisionDate());
        };
    }
}
