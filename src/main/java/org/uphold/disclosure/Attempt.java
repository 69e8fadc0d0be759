package org.uphold.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a package but for some, with rows hidden, and what of them is not safe all the same.
 *
 * @param model the rows of the tables that are not withheld
 * @param primary what the profile hides by itself
 * @param hidden by number of row, what is hidden in the end
 * @param unsafe counts that the audit did not find safe
 */
@SuppressWarnings("ArrayRecordComponent") // inside this room, never compared by value
record Attempt(PackageModel model, Primary primary, boolean[] hidden, Map<Target, Finding> unsafe) {

    /**
     * @param withheld names of tables that are left out
     * @param least for each table, the least count of people that may be shown there
     * @param complementary whether rows are hidden to protect others; without, the audit shows why they must be
     */
    static Attempt of(
            PackageModel.Tables all,
            Set<String> withheld,
            Map<String, Long> least,
            DisclosureContext context,
            Steps allowed,
            boolean complementary) {
        PackageModel model = context.releases()
                .model(all.tables().stream()
                        .filter(table -> !withheld.contains(table.name()))
                        .toList());
        Primary primary = Primary.of(model, least, context.earlier());
        if (!complementary) {
            return audited(model, primary, primary.hidden(), context, allowed);
        }
        Hiding hiding = new Hiding(model, primary, context.attacker(), allowed);
        boolean[] chosen = hiding.run();
        return new Attempt(model, primary, chosen, hiding.unsafe());
    }

    /** A package that shows nothing: what is not safe even so is not its doing. */
    static Attempt empty(PackageModel.Tables all, Map<String, Long> least, DisclosureContext context) {
        PackageModel model = PackageModel.of(all.tables().stream()
                .filter(table -> table.dimensions().isEmpty())
                .toList());
        boolean[] hidden = new boolean[model.rows().size()];
        Arrays.fill(hidden, true);
        return new Attempt(model, Primary.of(model, least, context.earlier()), hidden, Map.of());
    }

    private static Attempt audited(
            PackageModel model, Primary primary, boolean[] hidden, DisclosureContext context, Steps allowed) {
        return new Attempt(
                model,
                primary,
                hidden,
                new Audit(model, hidden, context.attacker(), Audit.Effort.FULL, allowed).check(primary.targets()));
    }

    /**
     * Of the tables whose rows are linked to a count that is not safe, or hold it, the one with most dimensions: it tells most about
     * few people, and is missed least. Never one that the rows of another table add up to, for it could be made again. None where that
     * leaves the summary alone.
     */
    Optional<String> finestAround(PackageModel.Tables all) {
        Set<Integer> unsafeRows = new HashSet<>();
        unsafe.keySet().forEach(target -> unsafeRows.add(target.row()));
        Set<String> around = new HashSet<>();
        unsafeRows.forEach(row -> around.add(table(row)));
        Set<String> left = new HashSet<>();
        for (int row = 0; row < hidden.length; row++) {
            if (model.movable(row)) {
                left.add(table(row));
            }
        }
        Set<String> sums = new HashSet<>();
        for (Link link : model.links()) {
            if (model.movable(link.children()[0])) {
                sums.add(table(link.parent()));
            }
            if (unsafeRows.contains(link.parent())
                    || Arrays.stream(link.children()).anyMatch(unsafeRows::contains)) {
                around.add(table(link.parent()));
                around.add(table(link.children()[0]));
            }
        }
        Optional<String> near = finest(all, around, sums);
        return near.isPresent() ? near : finest(all, left, sums);
    }

    /** Of some tables the finest that no finer one adds up to. */
    private static Optional<String> finest(PackageModel.Tables all, Set<String> among, Set<String> sums) {
        return all.tables().stream()
                .filter(table -> among.contains(table.name()))
                .filter(table -> !sums.contains(table.name()))
                .filter(table -> !table.dimensions().isEmpty())
                .max(Comparator.<PackageModel.Table>comparingInt(
                                table -> table.dimensions().size())
                        .thenComparingInt(table -> table.rows().size())
                        .thenComparing(PackageModel.Table::name))
                .map(PackageModel.Table::name);
    }

    /** Names of all tables but the summary. */
    static Set<String> grouped(PackageModel.Tables all) {
        Set<String> names = new HashSet<>();
        all.tables().stream().filter(t -> !t.dimensions().isEmpty()).forEach(t -> names.add(t.name()));
        return names;
    }

    private String table(int row) {
        return model.rows().get(row).table();
    }
}
