package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uphold.rates.Dimension;
import org.uphold.rates.Figures;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.Measures;
import org.uphold.rates.tables.Suppression;

/** Makes the tables of a package under a profile, and audits them before anyone sees them. */
public final class Disclosure {

    private final Measures measures = new Measures();

    /**
     * @param profile the rule; under {@code NONE} everything is shown and nothing is audited
     * @return tables, and a report that says whether they may be published
     */
    public Disclosed apply(Profile profile, WindowTallies window, MeasureOptions options, DisclosureContext context) {
        return apply(profile, window, options, context, true);
    }

    /** @param complementary whether rows are hidden to protect others; without, the audit shows why they must be */
    Disclosed apply(
            Profile profile,
            WindowTallies window,
            MeasureOptions options,
            DisclosureContext given,
            boolean complementary) {
        DisclosureContext context = given.remembering();
        PackageModel.Tables all = PackageModel.tables(window);
        if (profile == Profile.NONE) {
            SuppressionReport report = unprotected(context, all);
            return new Disclosed(measures.tables(window, options), report, List.of());
        }
        Map<String, Long> least = new HashMap<>();
        Map<String, CalhhsScore> scores = Map.of();
        Set<String> withheld = new HashSet<>();
        if (profile == Profile.CALHHS) {
            CalhhsRelease release = CalhhsRelease.of(all.tables(), context.days());
            least.putAll(release.least());
            scores = release.scores();
            withheld.addAll(release.withheld());
        } else {
            all.tables().forEach(t -> least.put(t.name(), Suppression.SMALL + 1L));
        }
        all.tables().stream().filter(Disclosure::isOfPersons).forEach(t -> withheld.add(t.name()));
        Steps allowed = new Steps(Steps.PACKAGE, context.safePoint());
        List<Finding> known = List.of();
        Attempt attempt = attempt(all, withheld, least, context, allowed, complementary);
        while (complementary && !attempt.unsafe().isEmpty()) {
            // Hiding rows was not enough: a table that ties the count to others goes altogether, and the rest is tried
            // again.
            Optional<String> finest = attempt.finestAround(all);
            if (finest.isEmpty() && !context.releases().anyOverlaps()) {
                break;
            }
            if (finest.isEmpty()) {
                // Nothing is left to hide but all: a package that shows nothing adds nothing, whether what is left was
                // given away before or could just not be shown safe.
                known = List.copyOf(attempt.unsafe().values());
                withheld.addAll(Attempt.grouped(all));
                attempt = Attempt.empty(all, least, context);
                break;
            }
            withheld.add(finest.get());
            attempt = attempt(all, withheld, least, context, allowed, true);
        }
        SuppressionReport report = report(
                profile,
                context,
                all,
                attempt.model(),
                attempt.primary().hidden(),
                attempt.hidden(),
                withheld,
                List.copyOf(attempt.unsafe().values()),
                known,
                attempt.primary().targets().size());
        Suppression suppression = new LinkedFigures(
                        window, hiddenKeys(attempt.model(), attempt.hidden()), withheld, context.isFirst())
                .suppression();
        List<PublishedTable> more = List.of(ScoreTable.of(profile, report.tables(), scores));
        // From what is left of the window when everything hidden is taken out of it: a measure cannot tell what it does
        // not get.
        WindowTallies shown = new ShownWindow(window, suppression).window();
        return new Disclosed(
                measures.tables(shown, options, suppression, more).stream()
                        .map(Figures::rounded)
                        .toList(),
                report,
                released(all, withheld, hiddenKeys(attempt.model(), attempt.hidden())));
    }

    /** Whether a profile has still to say how a variable of its counts: what somebody may know of a worker finds the worker. */
    private static boolean isOfPersons(PackageModel.Table table) {
        return table.dimensions().stream().anyMatch(Dimension::isOfPerson);
    }

    /** Half of what may still be looked at, so that there is always something left for another attempt. */
    private static Attempt attempt(
            PackageModel.Tables all,
            Set<String> withheld,
            Map<String, Long> least,
            DisclosureContext context,
            Steps allowed,
            boolean complementary) {
        Steps part = allowed.part(2);
        Attempt attempt = Attempt.of(all, withheld, least, context, part, complementary);
        allowed.back(part);
        return attempt;
    }

    private static List<Release.Table> released(
            PackageModel.Tables all, Set<String> withheld, Map<String, Set<List<String>>> hidden) {
        List<Release.Table> released = new ArrayList<>();
        for (PackageModel.Table table : all.tables()) {
            if (!withheld.contains(table.name())) {
                Set<List<String>> keys = hidden.getOrDefault(table.name(), Set.of());
                released.add(new Release.Table(
                        table.name(),
                        table.rows().stream()
                                .map(r -> new Release.Row(r.key(), r.list(), !keys.contains(r.key())))
                                .toList()));
            }
        }
        return List.copyOf(released);
    }

    private static Map<String, Set<List<String>>> hiddenKeys(PackageModel model, boolean[] hidden) {
        Map<String, Set<List<String>>> keys = new HashMap<>();
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i] && model.movable(i)) {
                PackageRow row = model.rows().get(i);
                keys.computeIfAbsent(row.table(), t -> new HashSet<>()).add(row.key());
            }
        }
        return keys;
    }

    /** Nothing is hidden, so nothing can be worked out: no system of equations is made of it. */
    private static SuppressionReport unprotected(DisclosureContext context, PackageModel.Tables all) {
        List<SuppressionReport.TableReport> tables = all.tables().stream()
                .map(table -> {
                    long items =
                            table.rows().stream().mapToLong(PackageRow::items).sum();
                    return new SuppressionReport.TableReport(
                            table.name(), table.rows().size(), 0, 0, false, items, items);
                })
                .toList();
        return new SuppressionReport(Profile.NONE, context.attacker(), tables, 0, 0, List.of(), List.of(), List.of());
    }

    private static SuppressionReport report(
            Profile profile,
            DisclosureContext context,
            PackageModel.Tables all,
            PackageModel model,
            boolean[] primary,
            boolean[] hidden,
            Set<String> withheld,
            List<Finding> findings,
            List<Finding> known,
            int targets) {
        List<SuppressionReport.TableReport> tables = new ArrayList<>();
        for (PackageModel.Table table : all.tables()) {
            boolean gone = withheld.contains(table.name());
            long first = 0;
            long further = 0;
            long items = table.rows().stream().mapToLong(PackageRow::items).sum();
            long visible = gone ? 0 : items;
            for (int i = 0; i < hidden.length; i++) {
                PackageRow row = model.rows().get(i);
                if (hidden[i] && row.table().equals(table.name())) {
                    first += primary[i] ? 1 : 0;
                    further += primary[i] ? 0 : 1;
                    visible -= row.items();
                }
            }
            tables.add(new SuppressionReport.TableReport(
                    table.name(), table.rows().size(), first, further, gone, items, visible));
        }
        ModelSystem system = new ModelSystem(model, hidden);
        return new SuppressionReport(
                profile,
                context.attacker(),
                List.copyOf(tables),
                targets,
                Blocks.largest(system.system()),
                List.copyOf(system.notLaws()),
                List.copyOf(findings),
                List.copyOf(known));
    }
}
