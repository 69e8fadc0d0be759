package org.uphold.store;

import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.PROBLEM;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Problems of cases that were accepted.
 *
 * @param cases with at least one
 * @param byKind cases with one of a kind, by its code
 */
public record FoundProblems(long cases, SortedMap<String, Long> byKind) {

    public static final FoundProblems NONE = new FoundProblems(0, new TreeMap<>());

    public FoundProblems {
        byKind = Collections.unmodifiableSortedMap(new TreeMap<>(byKind));
    }

    /** Those of the cases that a run brought. */
    public static FoundProblems of(DSLContext dsl, long run) {
        SortedMap<String, Long> byKind = new TreeMap<>();
        var cases = DSL.countDistinct(PROBLEM.DETERMINATION);
        long[] all = {0};
        dsl.select(PROBLEM.CODE, cases)
                .from(PROBLEM)
                .join(DETERMINATION)
                .on(DETERMINATION.ID.eq(PROBLEM.DETERMINATION))
                .where(DETERMINATION.RUN.eq(run))
                .groupBy(DSL.rollup(PROBLEM.CODE))
                .forEach(row -> {
                    if (row.value1() == null) {
                        all[0] = row.value2();
                    } else {
                        byKind.put(row.value1(), row.value2().longValue());
                    }
                });
        return byKind.isEmpty() ? NONE : new FoundProblems(all[0], byKind);
    }

    /** Kinds and how many cases have them: {@code BAD_DATE 2, UNDATED 1}. */
    public String kinds() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
