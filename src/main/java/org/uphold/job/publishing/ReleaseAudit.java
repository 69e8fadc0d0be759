package org.uphold.job.publishing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.Aside;
import org.uphold.cells.StoreTallies;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.disclosure.Disclosed;
import org.uphold.disclosure.EarlierReleases;
import org.uphold.disclosure.Release;
import org.uphold.json.Json;
import org.uphold.json.JsonValue;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.SummaryTable;
import org.uphold.settings.DisclosureProfile;
import org.uphold.settings.PublishSettings;
import org.uphold.store.Evidence;
import org.uphold.store.Releases;
import org.uphold.store.Store;
import org.uphold.store.StoreClock;

/**
 * Audits a package together with everything that was published before under a profile, and writes it into the ledger before anyone can
 * see it.
 */
public final class ReleaseAudit {

    private final Store store;
    private final DSLContext snapshot;
    private final PublishSettings settings;
    private final DateRange window;
    private final @Nullable LocalDate openFrom;
    private final @Nullable OffsetDateTime asOf;
    private final Runnable safePoint;

    /**
     * @param snapshot the transaction that the figures are read in
     * @param window of the package
     * @param openFrom first day that it leaves out, or null
     * @param asOf as the figures were read; null: now
     * @param safePoint run now and then; throws where the run is to stop
     */
    public ReleaseAudit(
            Store store,
            DSLContext snapshot,
            PublishSettings settings,
            DateRange window,
            @Nullable LocalDate openFrom,
            @Nullable OffsetDateTime asOf,
            Runnable safePoint) {
        this.store = store;
        this.snapshot = snapshot;
        this.settings = settings;
        this.window = window;
        this.openFrom = openFrom;
        this.asOf = asOf;
        this.safePoint = safePoint;
    }

    /**
     * What came of it.
     *
     * @param release number in the ledger; 0 where it is not written down, for no profile is in force or it is held back
     * @param heldBack whether it would show less than the package before: a change of few people waits until there are more
     */
    public record Audited(Disclosed disclosed, long release, boolean heldBack) {}

    /**
     * Audits what is to appear now, and writes it down.
     *
     * @param out folder that it is published to
     * @param standing whether a package of the same job and window stands in the folder, which may stay the newest
     */
    public Audited audit(long run, String job, WindowTallies tallies, Path out, boolean standing) throws SQLException {
        if (settings.disclosure() == DisclosureProfile.NONE) {
            // Only a profile asks how long the time is that a package tells about.
            return new Audited(PackageParts.disclose(settings, 0, tallies, EarlierReleases.NONE, safePoint), 0, false);
        }
        try (Connection connection = store.begin()) {
            Releases ledger = new Releases(Store.dsl(connection));
            ledger.lock();
            new BeforeTheLedger(store, snapshot, out).takeUp(ledger);
            List<Release> earlier = earlier(ledger.counting(settings.basis()));
            Disclosed disclosed = disclose(tallies, earlier);
            boolean heldBack = standing
                    && !showsSummary(disclosed.released())
                    && earlier.stream().anyMatch(r -> r.window().equals(shownWindow()) && showsSummary(r.tables()));
            long release = heldBack
                    ? 0
                    : ledger.begin(new Releases.Begun(
                            run,
                            job,
                            shownWindow(),
                            settings.basis(),
                            settings.disclosure().code(),
                            asOf == null ? StoreClock.shown(snapshot) : asOf,
                            json(disclosed.released())));
            connection.commit();
            return new Audited(disclosed, release, heldBack);
        }
    }

    /** The same package again: audited with what had been published before that run, and not written down twice. */
    public Disclosed again(long run, WindowTallies tallies) {
        return disclose(
                tallies,
                earlier(new Releases(store.dsl())
                        .all().stream()
                                .filter(r -> r.release().basis() == settings.basis()
                                        && r.release().run() < run)
                                .toList()));
    }

    private Disclosed disclose(WindowTallies tallies, List<Release> earlier) {
        long days = settings.disclosure() == DisclosureProfile.NONE
                ? 0
                : WindowSpan.days(new Evidence(snapshot), settings.basis(), window, openFrom, asOf);
        return PackageParts.disclose(
                settings, days, tallies, new EarlierReleases(shownWindow(), earlier, this::sums), safePoint);
    }

    private WindowTallies sums(DateRange range, @Nullable OffsetDateTime state, List<org.uphold.rates.Grouping> by) {
        Basis basis = settings.basis();
        OffsetDateTime time = state == null ? asOf : state;
        return new StoreTallies(snapshot, Aside.none(snapshot), basis, range, time, openFrom).read(by);
    }

    /** Without the open month, which the package leaves out. */
    private DateRange shownWindow() {
        return WindowSpan.closed(window, openFrom);
    }

    private static boolean showsSummary(List<Release.Table> tables) {
        return tables.stream()
                .anyMatch(t ->
                        t.name().equals(SummaryTable.NAME) && t.rows().stream().allMatch(Release.Row::shown));
    }

    /** Each once: a package published again with the same figures tells nothing new. */
    private static List<Release> earlier(List<Releases.Kept> kept) {
        List<Release> releases = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Releases.Kept release : kept) {
            if (seen.add(List.of(release.release().window(), release.release().shows()))) {
                releases.add(new Release(
                        name(release),
                        release.release().window(),
                        release.release().state(),
                        tables(release.release().shows())));
            }
        }
        return releases;
    }

    private static String name(Releases.Kept release) {
        return "release " + release.id() + " (" + release.release().job() + ", "
                + release.release().window().folderName() + ")";
    }

    static String json(List<Release.Table> tables) {
        return Json.line(tables.stream()
                .map(t -> Map.of(
                        "table",
                        t.name(),
                        "rows",
                        t.rows().stream()
                                .map(r -> List.of(r.key(), r.counts(), r.shown()))
                                .toList()))
                .toList());
    }

    public static List<Release.Table> tables(String json) {
        return Json.parse(json).elements().stream()
                .map(t -> new Release.Table(
                        t.path("table").text(""),
                        t.path("rows").elements().stream()
                                .map(ReleaseAudit::row)
                                .toList()))
                .toList();
    }

    private static Release.Row row(JsonValue row) {
        List<JsonValue> parts = row.elements();
        return new Release.Row(
                parts.get(0).elements().stream().map(k -> k.text("")).toList(),
                parts.get(1).elements().stream().map(c -> c.number(0)).toList(),
                parts.get(2).isTrue());
    }
}
