package org.uphold.store;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;
import static org.uphold.schema.Tables.RUN;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.schema.tables.Determination;
import org.uphold.schema.tables.records.RunRecord;

/** The log book of runs: what was started, what it read, how it ended. Every change is committed at once. */
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

    /**
     * Writes down what was read; the identity read = accepted + rejected + unchanged is a constraint of the table.
     *
     * @param inputsHash SHA-256 over those of the inputs, sorted
     */
    public void counted(long run, LoadCounts counts, String inputsHash) {
        dsl.update(RUN)
                .set(RUN.INPUTS_HASH, inputsHash)
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

    /** Lines that are open: their runs are under way, or their processes died. */
    public List<LoggedRun> started() {
        return dsl.selectFrom(RUN)
                .where(RUN.STATE.eq(RunState.STARTED.name()))
                .orderBy(RUN.ID)
                .fetch(Runs::record);
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

    static Condition of(String job, DateRange window) {
        return RUN.JOB
                .eq(job)
                .and(RUN.WINDOW_FROM.isNotDistinctFrom(window.from()))
                .and(RUN.WINDOW_TO.isNotDistinctFrom(window.to()));
    }

    static LoggedRun record(RunRecord r) {
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
                new CaseCounts(
                        r.getCasesNew(),
                        r.getCasesChanged(),
                        r.getCasesReturned(),
                        r.getStatementsLost(),
                        r.getCasesUnnamed(),
                        r.getCasesWithdrawn()),
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
