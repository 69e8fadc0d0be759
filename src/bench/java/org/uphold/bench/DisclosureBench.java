package org.uphold.bench;

import java.util.List;
import org.uphold.disclosure.Disclosed;
import org.uphold.disclosure.Disclosure;
import org.uphold.disclosure.DisclosureContext;
import org.uphold.disclosure.Profile;
import org.uphold.disclosure.Verification;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.SyntheticWindow;

/**
 * How long measures, suppression and audit of the contract's tables take. Arguments: letters, service categories, subcategories,
 * guideline chapters, specialties, months; without any, about a million items in 400 subcategories, 60 chapters and 20 specialties.
 */
public final class DisclosureBench {

    private DisclosureBench() {}

    public static void main(String[] args) {
        int[] n = args.length == 6
                ? List.of(args).stream().mapToInt(Integer::parseInt).toArray()
                : new int[] {450_000, 30, 400, 60, 20, 12};
        WindowTallies window = SyntheticWindow.of(
                new SyntheticWindow.Size(n[0], n[1], n[2], n[3], n[4], n[5], 88, Integer.getInteger("skew", 2)),
                Long.getLong("seed", 1));
        System.out.printf(
                "%d items in %d letters, %d groups%n",
                window.overall().items(),
                window.overall().letters(),
                window.groups().values().stream().mapToInt(List::size).sum());
        for (Profile profile : Profile.values()) {
            long start = System.nanoTime();
            Disclosed disclosed = new Disclosure()
                    .apply(profile, window, MeasureOptions.DEFAULT, DisclosureContext.first(n[5] * 365L / 12));
            long applied = System.nanoTime();
            Verification.Result result = new Verification().verify(profile, disclosed.tables());
            System.out.printf(
                    "%s: %.1f s, verified in %.1f s; visible %.4f, targets %d, largest block %d, findings %d; mismatches %d, undecided %d of %d%n",
                    profile.code(),
                    (applied - start) / 1e9,
                    (System.nanoTime() - applied) / 1e9,
                    disclosed.report().visibleShare(),
                    disclosed.report().targets(),
                    disclosed.report().largestBlock(),
                    disclosed.report().findings().size(),
                    result.mismatches().size(),
                    result.undecided(),
                    result.hiddenCounts());
            disclosed.report().findings().stream().limit(5).forEach(f -> System.out.println("   " + f.message()));
            disclosed.report().tables().stream()
                    .filter(t -> t.visibleItems() < t.items())
                    .forEach(t -> System.out.println("   " + t));
        }
    }
}
