package org.uphold.store;

import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.SOURCE_PATH;
import static org.uphold.schema.Tables.WITHDRAWAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.Buckets;
import org.uphold.determination.CaseStatements;
import org.uphold.determination.ContentHash;
import org.uphold.determination.Determination;
import org.uphold.determination.Edition;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Statement;
import org.uphold.schema.tables.records.DeterminationRecord;
import org.uphold.source.Sha256;

/**
 * Which months determinations would change, were they loaded: those they would come into, and those that what they replace
 * would go from. Nothing is written. Which of several that are of one case counts is decided as in a load; so is what becomes of cases
 * that a new edition no longer names.
 */
public final class Arrivals {

    private static final int MOST_AT_ONCE = 1_000;

    private final DSLContext dsl;
    private final Basis basis;
    private final TreeSet<Integer> buckets = new TreeSet<>();
    private final Map<String, List<Arrival>> pending = new HashMap<>();
    /** What the file that is being read names. */
    private final Set<String> named = new HashSet<>();

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
        named.add(determination.key());
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

    /**
     * All that a file says was added: what its path said and it no longer does is withdrawn where it is a full list, and where the same
     * bytes were read again.
     *
     * @param again whether the path had these bytes before
     * @param rejects whether some of it could not be read; a file of which nothing could withdraws nothing
     */
    public void ended(String system, LoadedFile file, boolean again, boolean rejects) {
        look();
        if (!named.isEmpty() || !rejects) {
            List<String> gone = dsl.select(DETERMINATION.CASE_KEY)
                    .from(DETERMINATION)
                    .join(SOURCE_PATH)
                    .on(SOURCE_PATH.ID.eq(DETERMINATION.SOURCE_PATH))
                    .where(SOURCE_PATH.PATH.eq(file.path()).and(SOURCE_PATH.SYSTEM.eq(system)))
                    .and(DETERMINATION.REPLACED_AT.isNull())
                    .and(
                            file.edition() == Edition.WHOLE
                                    ? DSL.noCondition()
                                    : DETERMINATION
                                            .CASE_NUMBER
                                            .isNull()
                                            .or(again ? DETERMINATION.SAID_AT.isNull() : DSL.falseCondition()))
                    .fetch(DETERMINATION.CASE_KEY);
            gone.removeIf(named::contains);
            for (int from = 0; from < gone.size(); from += MOST_AT_ONCE) {
                List<String> some = gone.subList(from, Math.min(from + MOST_AT_ONCE, gone.size()));
                stated(system, some).values().forEach(of -> changed(of, () -> of.leaveOut(file.path(), Edition.WHOLE)));
            }
            named.clear();
        }
    }

    /** Compares what was added with the store. */
    private void look() {
        pending.forEach(this::look);
        pending.clear();
        waiting = 0;
    }

    /** Months as {@code yyyymm}; {@code yyyy00} where only a year is stated, 0 where nothing is. */
    public TreeSet<Integer> buckets() {
        return new TreeSet<>(buckets);
    }

    private void look(String system, List<Arrival> arrivals) {
        Map<String, CaseStatements<Says>> cases =
                stated(system, arrivals.stream().map(Arrival::key).toList());
        for (Arrival arrival : arrivals) {
            CaseStatements<Says> of = cases.computeIfAbsent(arrival.key(), key -> new CaseStatements<>());
            changed(of, () -> of.state(arrival.says()));
        }
    }

    private void changed(CaseStatements<Says> of, Runnable change) {
        Optional<Statement<Says>> before = of.counting();
        change.run();
        Optional<Statement<Says>> after = of.counting();
        if (!before.map(Statement::content).equals(after.map(Statement::content))) {
            before.ifPresent(was -> buckets.add(was.content().bucket()));
            after.ifPresent(is -> buckets.add(is.content().bucket()));
        }
    }

    private Map<String, CaseStatements<Says>> stated(String system, List<String> caseKeys) {
        Map<String, CaseStatements<Says>> cases = new HashMap<>();
        dsl.select(DETERMINATION.fields())
                .select(SOURCE_PATH.PATH, SOURCE_PATH.SAID_AT)
                .from(DETERMINATION)
                .leftJoin(SOURCE_PATH)
                .on(SOURCE_PATH.ID.eq(DETERMINATION.SOURCE_PATH))
                .where(DETERMINATION.SYSTEM.eq(system))
                .and(DETERMINATION.REPLACED_AT.isNull())
                .andNot(DETERMINATION.BESIDE)
                .and(DETERMINATION.CASE_KEY.eq(DSL.any(caseKeys.toArray(String[]::new))))
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
        return cases;
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
