package org.uphold.job.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uphold.cells.Aside;
import org.uphold.cells.StoreTallies;
import org.uphold.determination.DateRange;
import org.uphold.disclosure.Disclosed;
import org.uphold.disclosure.Disclosure;
import org.uphold.disclosure.DisclosureContext;
import org.uphold.disclosure.EarlierReleases;
import org.uphold.disclosure.Finding;
import org.uphold.disclosure.Profile;
import org.uphold.disclosure.SuppressionReport;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.job.control.RunRequest;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.Measures;
import org.uphold.report.Comparison;
import org.uphold.report.Edition;
import org.uphold.report.Format;
import org.uphold.report.NamedQuery;
import org.uphold.settings.DisclosureProfile;
import org.uphold.settings.Intervals;
import org.uphold.settings.PublishSettings;
import org.uphold.settings.ReportStatement;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Store;

/** What a package is made of beside its figures; the same for a package of now and one of then. */
public final class PackageParts {

    private static final Logger LOG = LoggerFactory.getLogger(PackageParts.class);

    private static final int MOST_NAMED = 3;

    private PackageParts() {}

    public static Edition edition(
            RunRequest request, PublishSettings settings, RunVersions versions, List<String> systems) {
        return new Edition(
                request.job(),
                request.window(),
                settings.basis(),
                settings.disclosure().code(),
                versions.taxonomy(),
                versions.code(),
                systems);
    }

    /**
     * Suppresses what the profile asks for.
     *
     * @param days how long the time is that the package tells about
     * @param releases what was published before
     * @param safePoint run now and then; throws where the run is to stop
     * @throws RunException where the audit fails
     */
    static Disclosed disclose(
            PublishSettings settings, long days, WindowTallies tallies, EarlierReleases releases, Runnable safePoint) {
        Profile profile = Profile.parse(settings.disclosure().code());
        Disclosed disclosed = new Disclosure()
                .apply(profile, tallies, measures(settings), DisclosureContext.after(days, releases, safePoint));
        if (!disclosed.report().passed()) {
            throw new RunException(
                    ExitCodes.DISCLOSURE_FAILED,
                    RunState.REFUSED,
                    "nothing was published: the disclosure audit of profile " + profile.code() + " failed: "
                            + disclosed.report().findings().get(0).message()
                            + beside(releases.besides()));
        }
        List<Finding> known = disclosed.report().known();
        if (!known.isEmpty()) {
            LOG.warn(
                    "this package shows no figure: whatever more it showed, {}{}",
                    known.get(0).message(),
                    beside(releases.besides()));
        }
        return disclosed;
    }

    /** Which releases stand against a package; those of longest ago first, for they are what it cannot change. */
    private static String beside(List<String> releases) {
        if (releases.isEmpty()) {
            return "";
        }
        List<String> named = releases.subList(0, Math.min(MOST_NAMED, releases.size()));
        int more = releases.size() - named.size();
        return "; beside " + String.join(", ", named) + (more == 0 ? "" : " and " + more + " more (./uphold releases)");
    }

    private static MeasureOptions measures(PublishSettings settings) {
        return new MeasureOptions(settings.basis().code(), settings.intervals() == Intervals.EXACT);
    }

    public static List<String> notes(PublishSettings settings, SuppressionReport report) {
        List<String> notes = new ArrayList<>();
        if (report.profile() != Profile.NONE) {
            notes.add("Disclosure profile " + report.profile().code()
                    + ": rows that would tell about few people are not shown, here or beside earlier packages; only closed months are"
                    + " published.");
            if (!settings.statements().isEmpty()) {
                notes.add(OwnTables.leftOut(settings.statements()));
            }
        }
        return notes;
    }

    /** Statements whose results go into the package: none under a disclosure profile, for nobody could audit them. */
    static List<ReportStatement> own(PublishSettings settings) {
        return settings.disclosure() == DisclosureProfile.NONE ? settings.statements() : List.of();
    }

    /**
     * The tables of a package: the program's own, then those of the user's statements, all of them in the data dictionary.
     *
     * @param snapshot the transaction that the figures were read in
     * @param asOf as the figures were read; null: now
     */
    public static List<PublishedTable> tables(
            Store store,
            Connection snapshot,
            PublishSettings settings,
            DateRange window,
            @Nullable OffsetDateTime asOf,
            List<PublishedTable> figures)
            throws SQLException {
        Set<String> taken = figures.stream().map(PublishedTable::name).collect(Collectors.toSet());
        List<PublishedTable> own =
                new OwnTables(store, settings.basis(), window, asOf).read(snapshot, own(settings), taken);
        LastGuard.demand(figures, own);
        return DictionaryRows.added(figures, own);
    }

    public static Set<Format> formats(PublishSettings settings) {
        Set<Format> formats = EnumSet.of(Format.CSV);
        settings.formats().forEach(code -> formats.add(Format.of(code)));
        return formats;
    }

    /**
     * The statements behind the figures, where the package is to hold them.
     *
     * @param openFrom first day that the package leaves out, or null
     * @param tallies whose figures have been read
     */
    public static List<NamedQuery> queries(
            PublishSettings settings, DateRange window, @Nullable LocalDate openFrom, StoreTallies tallies) {
        if (!formats(settings).contains(Format.SQL)) {
            return List.of();
        }
        List<NamedQuery> queries = new ArrayList<>();
        boolean all = settings.disclosure() == DisclosureProfile.NONE;
        WholeMonths months = new WholeMonths(window, openFrom);
        new TreeMap<>(tallies.statements())
                .forEach((name, sql) -> queries.add(new NamedQuery(name, "", all ? sql : months.in(sql))));
        queries.addAll(OwnTables.queries(settings.basis(), window, own(settings)));
        return queries;
    }

    /**
     * The summary of the comparable window before: as many whole months, or else as many days. None where the window is open, or
     * where a disclosure profile would have to protect that window's figures too.
     *
     * @param asOf read the store as it was at that time; null: as it is
     */
    public static @Nullable Comparison previous(
            DSLContext dsl, PublishSettings settings, DateRange window, @Nullable OffsetDateTime asOf) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from == null || to == null || settings.disclosure() != DisclosureProfile.NONE) {
            return null;
        }
        DateRange before = new DateRange(before(from, to), from);
        WindowTallies tallies =
                new StoreTallies(dsl, Aside.none(dsl), settings.basis(), before, asOf, null).read(List.of());
        if (tallies.overall().items() == 0) {
            return null;
        }
        return new Comparison(before, new Measures().summary(tallies, measures(settings)));
    }

    private static LocalDate before(LocalDate from, LocalDate to) {
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        return wholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to))
                : from.minusDays(ChronoUnit.DAYS.between(from, to));
    }
}
