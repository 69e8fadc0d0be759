package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uphold.aggregate.MeasureOptions;
import org.uphold.aggregate.Measures;
import org.uphold.aggregate.PublishedTable;
import org.uphold.aggregate.Suppression;
import org.uphold.aggregate.WindowTallies;

/** Makes the tables of a package under a profile, and audits them before anyone sees them. */
public final class Disclosure {

    /** How often more is hidden after an audit that failed. */
    private static final int MAX_ROUNDS = 20;

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
            DisclosureContext context,
            boolean complementary) {
        PackageModel.Tables all = PackageModel.tables(window);
        if (profile == Profile.NONE) {
            boolean[] nothing = new boolean[all.rowCount()];
            SuppressionReport report = report(
                    profile, context, all, PackageModel.of(all.tables()), nothing, nothing, Set.of(), List.of(), 0);
            return new Disclosed(measures.tables(window, options), report);
        }
        Map<String, Long> least = new HashMap<>();
        Map<String, CalhhsScore> scores = Map.of();
        Set<String> withheld = Set.of();
        if (profile == Profile.CALHHS) {
            CalhhsRelease release = CalhhsRelease.of(all.tables(), context.days());
            least.putAll(release.least());
            scores = release.scores();
            withheld = release.withheld();
        } else {
            all.tables().forEach(t -> least.put(t.name(), Suppression.SMALL + 1L));
        }
        Set<String> left = withheld;
        PackageModel model = PackageModel.of(
                all.tables().stream().filter(t -> !left.contains(t.name())).toList());
        Primary primary = Primary.of(model, least, context.earlier());
        boolean[] hidden = primary.hidden();
        Map<Target, Finding> unsafe;
        if (complementary) {
            Complement complement = new Complement(model, primary, context.attacker());
            hidden = complement.run();
            // From scratch, with more effort: what is published rests on this and not on the heuristic.
            unsafe = audit(model, hidden, primary, context);
            for (int round = 0; round < MAX_ROUNDS && !unsafe.isEmpty(); round++) {
                if (!complement.hideMore(List.copyOf(unsafe.keySet()))) {
                    break;
                }
                unsafe = audit(model, hidden, primary, context);
            }
        } else {
            unsafe = audit(model, hidden, primary, context);
        }
        List<Finding> findings = List.copyOf(unsafe.values());
        SuppressionReport report = report(
                profile,
                context,
                all,
                model,
                primary.hidden(),
                hidden,
                withheld,
                findings,
                primary.targets().size());
        Suppression suppression = new LinkedFigures(window, hiddenKeys(model, hidden), withheld).suppression();
        List<PublishedTable> more = List.of(ScoreTable.of(profile, report.tables(), scores));
        return new Disclosed(measures.tables(window, options, suppression, more), report);
    }

    private static Map<Target, Finding> audit(
            PackageModel model, boolean[] hidden, Primary primary, DisclosureContext context) {
        return new Audit(model, hidden, context.attacker(), Audit.Effort.FULL).check(primary.targets());
    }

    private static Map<String, Set<List<String>>> hiddenKeys(PackageModel model, boolean[] hidden) {
        Map<String, Set<List<String>>> keys = new HashMap<>();
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i]) {
                PackageRow row = model.rows().get(i);
                keys.computeIfAbsent(row.table(), t -> new HashSet<>()).add(row.key());
            }
        }
        return keys;
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
                List.copyOf(findings));
    }
}
