package org.uphold.store;

import static org.uphold.schema.Tables.RELEASE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/** The ledger of what was published under a disclosure profile, whatever job, window, tables or folder. */
public final class Releases {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('uphold release'))";

    private final DSLContext dsl;

    public Releases(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A release that is about to appear.
     *
     * @param run that publishes it
     * @param window what it is about
     * @param state store time of the last change that it shows
     * @param shows a JSON array of its tables
     */
    public record Begun(
            long run, String job, DateRange window, Basis basis, String profile, OffsetDateTime state, String shows) {}

    /**
     * A release in the ledger.
     *
     * @param folder below the folder it was published to; null where its writing had just begun
     * @param forgottenAt since when it no longer counts; null: it does
     * @param forgottenWhy why; null where it counts
     */
    public record Kept(
            long id,
            Begun release,
            @Nullable String folder,
            OffsetDateTime publishedAt,
            @Nullable OffsetDateTime forgottenAt,
            @Nullable String forgottenWhy) {}

    /** One audit at a time, until the end of the transaction: two packages that appear at once are one system, too. */
    public void lock() {
        dsl.execute(LOCK);
    }

    /** Writes a release down, before it can be seen. */
    public long begin(Begun begun) {
        return dsl.insertInto(RELEASE)
                .set(RELEASE.RUN, begun.run())
                .set(RELEASE.JOB, begun.job())
                .set(RELEASE.WINDOW_FROM, begun.window().from())
                .set(RELEASE.WINDOW_TO, begun.window().to())
                .set(RELEASE.BASIS, begun.basis().code())
                .set(RELEASE.PROFILE, begun.profile())
                .set(RELEASE.STATE, begun.state())
                .set(RELEASE.SHOWS, JSONB.valueOf(begun.shows()))
                .returning(RELEASE.ID)
                .fetchSingle(RELEASE.ID);
    }

    /** Says where it stands. */
    public void published(long id, String folder) {
        dsl.update(RELEASE)
                .set(RELEASE.PACKAGE, folder)
                .where(RELEASE.ID.eq(id))
                .execute();
    }

    /** Takes back one that never appeared. */
    public void takeBack(long id) {
        dsl.deleteFrom(RELEASE)
                .where(RELEASE.ID.eq(id))
                .and(RELEASE.PACKAGE.isNull())
                .execute();
    }

    /** Whether none was ever written down. */
    public boolean isEmpty() {
        return !dsl.fetchExists(RELEASE);
    }

    /** Those that later packages are audited with, the oldest first. */
    public List<Kept> counting(Basis basis) {
        return fetch(RELEASE.BASIS.eq(basis.code()).and(RELEASE.FORGOTTEN_AT.isNull()));
    }

    /** All, the oldest first. */
    public List<Kept> all() {
        return fetch(DSL.noCondition());
    }

    /** No longer counts one, by hand; false where there is none of that number that counts. */
    public boolean forget(long id, String why) {
        return dsl.update(RELEASE)
                        .set(RELEASE.FORGOTTEN_AT, DSL.currentOffsetDateTime())
                        .set(RELEASE.FORGOTTEN_WHY, why)
                        .where(RELEASE.ID.eq(id))
                        .and(RELEASE.FORGOTTEN_AT.isNull())
                        .execute()
                == 1;
    }

    private List<Kept> fetch(Condition which) {
        return dsl.selectFrom(RELEASE).where(which).orderBy(RELEASE.ID).fetch(r -> {
            LocalDate from = r.getWindowFrom();
            LocalDate to = r.getWindowTo();
            return new Kept(
                    r.getId(),
                    new Begun(
                            r.getRun(),
                            r.getJob(),
                            new DateRange(from, to),
                            Basis.valueOf(r.getBasis().toUpperCase(Locale.ROOT)),
                            r.getProfile(),
                            r.getState(),
                            r.getShows().data()),
                    r.getPackage(),
                    r.getPublishedAt(),
                    r.getForgottenAt(),
                    r.getForgottenWhy());
        });
    }
}
