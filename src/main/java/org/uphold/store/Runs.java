package org.uphold.store;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;
import static org.uphold.schema.Tables.RUN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.schema.tables.Determination;
import org.uphold.schema.tables.records.RunRecord;

/** The log book of runs. Every change is committed at once. */
public final class Runs {

    private final DSLContext dsl;

    public Runs(Store store) {
        this.dsl = store.dsl();
    }

    /** Opens a line. */
    public long start(String job, DateRange window, Basis basis, RunVersions versions, String parameters) {
        return start(job, window, basis, versions, parameters, false, null);
    }

    /**
     * Opens a line.
     *
     * @param touched whether each touched month is published instead of the window
     * @param parent run that this one is a part of, or null
     */
    public long start(
            String job,
            DateRange window,
            Basis basis,
            RunVersions versions,
            String parameters,
            boolean touched,
            @Nullable Long parent) {
        return dsl.insertInto(RUN)
                .set(RUN.TOUCHED, touched)
                .set(RUN.PARENT, parent)
                .set(RUN.JOB, job)
                .set(RUN.WINDOW_FROM, window.from())
                .set(RUN.WINDOW_TO, window.to())
                .set(RUN.BASIS, basis.code())
                .set(RUN.CODE_VERSION, versions.code())
                .set(RUN.TAXONOMY_VERSION, versions.taxonomy())
                .set(RUN.SETTINGS_HASH, versions.settings())
                .set(RUN.PARAMETERS, JSONB.valueOf(parameters))
                .returning(RUN.ID)
                .fetchSingle()
                .getId();
    }

    /** Says for which run this one publishes now. */
    public void adopt(long run, long parent) {
        dsl.update(RUN).set(RUN.PARENT, parent).where(RUN.ID.eq(run)).execute();
    }

    /** Takes up a run that stopped or whose process died. */
    public void resume(long run) {
        dsl.update(RUN)
                .set(RUN.STATE, RunState.STARTED.name())
                .setNull(RUN.EXIT_CODE)
                .setNull(RUN.FINISHED_AT)
                .setNull(RUN.MESSAGE)
                .where(RUN.ID.eq(run))
                .execute();
    }

    /** Writes down what was read; the identity read = accepted + rejected + unchanged is a constraint of the table. */
    public void counted(long run, LoadCounts counts) {
        dsl.update(RUN)
                .set(RUN.READ, counts.read())
                .set(RUN.ACCEPTED, counts.accepted())
                .set(RUN.REJECTED, counts.rejected())
                .set(RUN.UNCHANGED, counts.unchanged())
                .set(RUN.SUPERSEDED, counts.superseded())
                .set(RUN.ITEMS, counts.items())
                .where(RUN.ID.eq(run))
                .execute();
    }

    /** What a run brought into the store so far: items, and determinations of earlier runs that its own replaced. */
    public LoadCounts loaded(long run) {
        Determination old = DETERMINATION.as("old");
        int items = dsl.fetchCount(
                DETERMINATION.join(ITEM).on(ITEM.DETERMINATION.eq(DETERMINATION.ID)), DETERMINATION.RUN.eq(run));
        int superseded = dsl.fetchCount(
                DETERMINATION
                        .join(old)
                        .on(old.SYSTEM.eq(DETERMINATION.SYSTEM))
                        .and(old.CASE_KEY.eq(DETERMINATION.CASE_KEY))
                        .and(old.SUPERSEDED_BY.eq(DETERMINATION.ID)),
                DETERMINATION.RUN.eq(run).and(old.RUN.ne(run)).and(old.SUPERSEDED_AT.isNotNull()));
        return new LoadCounts(0, 0, 0, superseded, items);
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

    /** Writes down a package that {@link #publishing} announced. */
    public void found(long run, int vintage, String path) {
        dsl.update(RUN)
                .set(RUN.VINTAGE, vintage)
                .set(RUN.PACKAGE, path)
                .where(RUN.ID.eq(run))
                .execute();
    }

    /** Writes down the package, before the line is closed. */
    public void published(long run, int vintage, String path, List<String> reasons, Shown shown) {
        dsl.update(RUN)
                .set(RUN.VINTAGE, vintage)
                .set(RUN.PACKAGE, path)
                .set(RUN.REASONS, reasons.toArray(String[]::new))
                .set(RUN.STORE_STATE, shown.state())
                .set(RUN.STORE_TIME, shown.time())
                .set(RUN.OPEN_FROM, shown.openFrom())
                .set(RUN.PROVISIONAL, shown.provisional())
                .where(RUN.ID.eq(run))
                .execute();
    }

    /** Closes the line. */
    public void finish(long run, RunState state, int exitCode, String message) {
        dsl.update(RUN)
                .set(RUN.STATE, state.name())
                .set(RUN.EXIT_CODE, (short) exitCode)
                .set(RUN.MESSAGE, message)
                .set(RUN.FINISHED_AT, currentOffsetDateTime())
                .where(RUN.ID.eq(run))
                .execute();
    }

    public Optional<LoggedRun> find(long run) {
        return dsl.selectFrom(RUN).where(RUN.ID.eq(run)).fetchOptional().map(Runs::record);
    }

    /** The latest runs first. */
    public List<LoggedRun> latest(int limit) {
        return dsl.selectFrom(RUN).orderBy(RUN.ID.desc()).limit(limit).fetch(Runs::record);
    }

    /** The latest run of a job and window that left a package. */
    public Optional<LoggedRun> latestPublished(String job, DateRange window, Basis basis) {
        return dsl.selectFrom(RUN)
                .where(of(job, window))
                .and(RUN.BASIS.eq(basis.code()))
                .and(RUN.VINTAGE.isNotNull())
                .and(RUN.STATE.in(RunState.COMPLETED.name()))
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(Runs::record);
    }

    /** The latest run of every window of a job that left a package, by window. */
    public Map<DateRange, LoggedRun> newestPackages(String job, Basis basis) {
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
                .forEach(r -> newest.put(new DateRange(r.getWindowFrom(), r.getWindowTo()), record(r)));
        return newest;
    }

    /** The latest run of a job and window, however it ended. */
    public Optional<LoggedRun> latest(String job, DateRange window) {
        return dsl.selectFrom(RUN)
                .where(of(job, window))
                .andNot(RUN.TOUCHED)
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(Runs::record);
    }

    /** Runs of a job and window that left a package, the oldest first. */
    public List<LoggedRun> vintages(String job, DateRange window, Basis basis) {
        return dsl.selectFrom(RUN)
                .where(of(job, window))
                .and(RUN.BASIS.eq(basis.code()))
                .and(RUN.VINTAGE.isNotNull())
                .and(RUN.STATE.eq(RunState.COMPLETED.name()))
                .orderBy(RUN.VINTAGE)
                .fetch(Runs::record);
    }

    /** The run of a job and window whose process died or was stopped, if nothing has run there since. */
    public Optional<LoggedRun> unfinished(String job, DateRange window) {
        return unfinished(job, window, false);
    }

    /** The same; of runs that publish each touched month, or of others. */
    public Optional<LoggedRun> unfinished(String job, DateRange window, boolean touched) {
        return dsl.selectFrom(RUN)
                .where(of(job, window))
                .and(RUN.TOUCHED.eq(touched))
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(Runs::record)
                .filter(r -> r.state() == RunState.STARTED || r.state() == RunState.STOPPED);
    }

    /** When a run of a job last ended with a package or found all up to date. */
    public Optional<Instant> lastSuccess(String job) {
        return dsl.select(RUN.FINISHED_AT)
                .from(RUN)
                .where(RUN.JOB.eq(job))
                .and(RUN.STATE.in(RunState.COMPLETED.name(), RunState.UP_TO_DATE.name()))
                .and(RUN.FINISHED_AT.isNotNull())
                .orderBy(RUN.FINISHED_AT.desc())
                .limit(1)
                .fetchOptional(RUN.FINISHED_AT)
                .map(OffsetDateTime::toInstant);
    }

    private static Condition of(String job, DateRange window) {
        return RUN.JOB
                .eq(job)
                .and(RUN.WINDOW_FROM.isNotDistinctFrom(window.from()))
                .and(RUN.WINDOW_TO.isNotDistinctFrom(window.to()));
    }

    private static LoggedRun record(RunRecord r) {
        OffsetDateTime finished = r.getFinishedAt();
        return new LoggedRun(
                r.getId(),
                r.getJob(),
                new DateRange(r.getWindowFrom(), r.getWindowTo()),
                Basis.valueOf(r.getBasis().toUpperCase(Locale.ROOT)),
                RunState.valueOf(r.getState()),
                number(r.getExitCode()),
                r.getMessage(),
                r.getStartedAt().toInstant(),
                finished == null ? null : finished.toInstant(),
                new RunVersions(r.getCodeVersion(), r.getTaxonomyVersion(), r.getSettingsHash()),
                new LoadCounts(r.getAccepted(), r.getRejected(), r.getUnchanged(), r.getSuperseded(), r.getItems()),
                r.getVintage(),
                r.getPackage(),
                new ArrayList<>(Arrays.asList(r.getReasons())),
                r.getStoreState(),
                r.getParameters().data(),
                r.getStoreTime(),
                r.getOpenFrom(),
                r.getTouched(),
                r.getParent(),
                r.getVintage() != null && Boolean.TRUE.equals(r.getProvisional()));
    }

    private static @Nullable Integer number(@Nullable Short value) {
        return value == null ? null : (int) value;
    }
}
