package org.uphold.store;

import static org.uphold.schema.Tables.DETERMINATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.ContentHash;
import org.uphold.determination.Determination;
import org.uphold.determination.PartialDate;
import org.uphold.schema.tables.records.DeterminationRecord;

/**
 * Which months determinations would change, were they loaded: those they would come into, and those that what they replace
 * would go from. Nothing is written. Of two that are of one case, the one with the later decision counts, as in a load.
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

    private record Arrival(
            String key,
            byte[] contentHash,
            int bucket,
            @Nullable LocalDate decided) {}

    /** Adds one of a source system. */
    public void add(String system, Determination determination) {
        pending.computeIfAbsent(system, s -> new ArrayList<>())
                .add(new Arrival(
                        determination.key(),
                        ContentHash.of(determination),
                        bucket(determination),
                        decided(determination)));
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
        Map<String, Result<DeterminationRecord>> known = dsl.selectFrom(DETERMINATION)
                .where(DETERMINATION.SYSTEM.eq(system))
                .and(DETERMINATION.CASE_KEY.eq(
                        DSL.any(arrivals.stream().map(Arrival::key).toArray(String[]::new))))
                .fetchGroups(DETERMINATION.CASE_KEY);
        for (Arrival arrival : arrivals) {
            Result<DeterminationRecord> before = known.get(arrival.key());
            if (before == null) {
                buckets.add(arrival.bucket());
            } else if (before.stream().noneMatch(old -> Arrays.equals(old.getContentHash(), arrival.contentHash()))
                    && before.stream().noneMatch(old -> loses(arrival, old))) {
                buckets.add(arrival.bucket());
                before.stream().filter(old -> old.getSupersededAt() == null).forEach(old -> buckets.add(bucket(old)));
            }
        }
    }

    private static boolean loses(Arrival arrival, DeterminationRecord old) {
        LocalDate before = old.getDecidedTo();
        return old.getSupersededAt() == null
                && before != null
                && (arrival.decided() == null || arrival.decided().isBefore(before));
    }

    private static @Nullable LocalDate decided(Determination determination) {
        PartialDate date = determination.dates().decision();
        return date == null ? null : date.latest();
    }

    private int bucket(Determination determination) {
        return switch (basis) {
            case DECISION -> Buckets.of(determination.dates().decision());
            case RECEIVED -> of(determination.dates().received());
            case ASSIGNED -> of(determination.dates().assigned());
            case UR_DECISION -> of(determination.dates().urDecision());
        };
    }

    private int bucket(DeterminationRecord old) {
        return switch (basis) {
            case DECISION -> old.getBucket();
            case RECEIVED -> of(old.getReceivedDate());
            case ASSIGNED -> of(old.getAssignedDate());
            case UR_DECISION -> of(old.getUrDecisionDate());
        };
    }

    private static int of(@Nullable LocalDate date) {
        return date == null ? Buckets.UNDATED : Buckets.of(date);
    }
}
