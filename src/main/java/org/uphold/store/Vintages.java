package org.uphold.store;

import static org.uphold.schema.Tables.RUN;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/** What was published, by job and window: the packages in the log book. Every change is committed at once. */
public final class Vintages {

    private final DSLContext dsl;

    public Vintages(Store store) {
        this.dsl = store.dsl();
    }

    /**
     * What a package shows of the store.
     *
     * @param state digest of the window's determinations: equal states give equal packages
     * @param time store time of the last change it shows
     * @param openFrom first day of the open month that it leaves out, or null
     * @param provisional whether its period might still change
     */
    public record Shown(
            String state, OffsetDateTime time, @Nullable LocalDate openFrom, boolean provisional) {}

    /** Says what a package that is about to be written shows; should the process die, the package is found by this. */
    public void publishing(long run, List<String> reasons, Shown shown) {
        dsl.update(RUN)
                .set(RUN.REASONS, reasons.toArray(String[]::new))
                .set(RUN.STORE_STATE, shown.state())
                .set(RUN.STORE_TIME, shown.time())
                .set(RUN.OPEN_FROM, shown.openFrom())
                .set(RUN.PROVISIONAL, shown.provisional())
                .where(RUN.ID.eq(run))
                .execute();
    }

    /**
     * Writes down the package that {@link #publishing} announced, before the line is closed.
     *
     * @param headline the summary's figures as published, a JSON object
     */
    public void published(long run, int vintage, String path, String headline) {
        dsl.update(RUN)
                .set(RUN.VINTAGE, vintage)
                .set(RUN.PACKAGE, path)
                .set(RUN.HEADLINE, JSONB.valueOf(headline))
                .where(RUN.ID.eq(run))
                .execute();
    }

    /** The latest run of a job and window that left a package. */
    public Optional<LoggedRun> newest(String job, DateRange window, Basis basis) {
        return dsl.selectFrom(RUN)
                .where(Runs.of(job, window))
                .and(RUN.BASIS.eq(basis.code()))
                .and(RUN.VINTAGE.isNotNull())
                .and(RUN.STATE.eq(RunState.COMPLETED.name()))
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(Runs::record);
    }

    /** The latest run of every window of a job that left a package, by window. */
    public Map<DateRange, LoggedRun> newest(String job, Basis basis) {
        Map<DateRange, LoggedRun> newest = new LinkedHashMap<>();
        dsl.select(RUN.fields())
                .distinctOn(RUN.WINDOW_FROM, RUN.WINDOW_TO)
                .from(RUN)
                .where(RUN.JOB.eq(job))
                .and(RUN.BASIS.eq(basis.code()))
                .and(RUN.VINTAGE.isNotNull())
                .and(RUN.STATE.eq(RunState.COMPLETED.name()))
                .orderBy(RUN.WINDOW_FROM, RUN.WINDOW_TO, RUN.ID.desc())
                .fetchInto(RUN)
                .forEach(r -> newest.put(new DateRange(r.getWindowFrom(), r.getWindowTo()), Runs.record(r)));
        return newest;
    }

    /** Runs of a job and window that left a package, the oldest first. */
    public List<LoggedRun> of(String job, DateRange window, Basis basis) {
        return dsl.selectFrom(RUN)
                .where(Runs.of(job, window))
                .and(RUN.BASIS.eq(basis.code()))
                .and(RUN.VINTAGE.isNotNull())
                .and(RUN.STATE.eq(RunState.COMPLETED.name()))
                .orderBy(RUN.VINTAGE)
                .fetch(Runs::record);
    }
}
