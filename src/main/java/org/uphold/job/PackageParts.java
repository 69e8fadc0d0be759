package org.uphold.job;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.aggregate.MeasureOptions;
import org.uphold.aggregate.Measures;
import org.uphold.aggregate.PublishedTable;
import org.uphold.aggregate.StoreTallies;
import org.uphold.aggregate.WindowTallies;
import org.uphold.determination.DateRange;
import org.uphold.disclosure.Attacker;
import org.uphold.disclosure.Disclosed;
import org.uphold.disclosure.Disclosure;
import org.uphold.disclosure.DisclosureContext;
import org.uphold.disclosure.Profile;
import org.uphold.disclosure.SuppressionReport;
import org.uphold.report.Comparison;
import org.uphold.report.Edition;
import org.uphold.report.Format;
import org.uphold.report.NamedQuery;
import org.uphold.settings.DisclosureProfile;
import org.uphold.settings.PublishSettings;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;

/** What a package is made of beside its figures; the same for a package of now and one of then. */
final class PackageParts {

    private PackageParts() {}

    static Edition edition(RunRequest request, PublishSettings settings, RunVersions versions, List<String> systems) {
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
     * @param earlier what the packages before show
     * @throws RunException where the audit fails
     */
    static Disclosed disclose(
            PublishSettings settings, DateRange window, WindowTallies tallies, List<List<PublishedTable>> earlier) {
        Profile profile = Profile.parse(settings.disclosure().code());
        Disclosed disclosed = new Disclosure()
                .apply(
                        profile,
                        tallies,
                        new MeasureOptions(settings.basis().code(), false),
                        new DisclosureContext(WindowSpan.days(window, tallies), earlier, Attacker.ONE_CODE));
        if (!disclosed.report().passed()) {
            throw new RunException(
                    ExitCodes.DISCLOSURE_FAILED,
                    RunState.REFUSED,
                    "nothing was published: the disclosure audit of profile " + profile.code() + " failed: "
                            + disclosed.report().findings().get(0).message());
        }
        return disclosed;
    }

    static List<String> notes(SuppressionReport report) {
        if (report.profile() == Profile.NONE) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "Disclosure profile %s: %.1f %% of the items over all tables are shown; only closed months are published.",
                report.profile().code(),
                100 * report.visibleShare()));
    }

    static Set<Format> formats(PublishSettings settings) {
        Set<Format> formats = EnumSet.of(Format.CSV);
        for (Format format : Format.values()) {
            if (settings.formats().stream().anyMatch(f -> f.code().equals(format.code()))) {
                formats.add(format);
            }
        }
        return formats;
    }

    static List<NamedQuery> queries(Map<String, String> statements) {
        return new TreeMap<>(statements)
                .entrySet().stream()
                        .map(e -> new NamedQuery(e.getKey(), e.getKey(), e.getValue()))
                        .toList();
    }

    /**
     * The summary of the comparable window before: as many whole months, or else as many days. None where the window is open, or
     * where a disclosure profile would have to protect that window's figures too.
     *
     * @param asOf read the store as it was at that time; null: as it is
     */
    static @Nullable Comparison previous(
            DSLContext dsl, PublishSettings settings, DateRange window, @Nullable OffsetDateTime asOf) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from == null || to == null || settings.disclosure() != DisclosureProfile.NONE) {
            return null;
        }
        DateRange before = new DateRange(before(from, to), from);
        WindowTallies tallies = new StoreTallies(dsl, settings.basis(), before, asOf, null).read(List.of());
        if (tallies.overall().items() == 0) {
            return null;
        }
        return new Measures()
                .tables(tallies, new MeasureOptions(settings.basis().code(), false)).stream()
                        .filter(table -> table.name().equals("summary"))
                        .findFirst()
                        .map(summary -> new Comparison(before, summary))
                        .orElse(null);
    }

    private static LocalDate before(LocalDate from, LocalDate to) {
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        return wholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to))
                : from.minusDays(ChronoUnit.DAYS.between(from, to));
    }
}
