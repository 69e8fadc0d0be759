package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which counts earlier releases alone give away: the new package is taken to show nothing, not even that anybody counts under a row of
 * its. What is ruled out even so no hiding can take back, and it is not the new package's doing.
 */
final class KnownBefore {

    private static final long PROOF = 20_000_000;

    private KnownBefore() {}

    /** Those of some targets of which a value is ruled out without the new package, with what tells it. */
    static Map<Target, Finding> of(PackageModel model, Map<Target, Finding> unsafe, Attacker attacker, Steps allowed) {
        Map<Target, Finding> known = new LinkedHashMap<>();
        if (model.fixed().length == 0 || unsafe.isEmpty()) {
            return known;
        }
        PackageModel without = without(model);
        boolean[] hidden = new boolean[model.rows().size()];
        for (int row = 0; row < hidden.length; row++) {
            hidden[row] = model.movable(row) || model.fixedHidden(row);
        }
        ModelSystem system = ModelSystem.of(without, hidden, attacker, allowed);
        Bounds bounds = new Bounds(system.system(), system.truth(), allowed);
        bounds.touchAll();
        bounds.propagate(PROOF);
        bounds.settle();
        Search search = new Search(bounds, 0, 0);
        unsafe.forEach((target, finding) -> {
            boolean[] open = new boolean[target.values().length];
            for (int i = 0; i < open.length; i++) {
                open[i] = search.mayBe(target.variable(), target.values()[i]);
            }
            long ruledOut = 0;
            for (boolean o : open) {
                ruledOut += o ? 0 : 1;
            }
            if (target.all() ? ruledOut > 0 : ruledOut == open.length) {
                known.put(target, finding);
            }
        });
        return known;
    }

    private static PackageModel without(PackageModel model) {
        List<PackageRow> rows = new ArrayList<>();
        for (int row = 0; row < model.rows().size(); row++) {
            PackageRow values = model.rows().get(row);
            rows.add(
                    model.movable(row)
                            ? new PackageRow(values.table(), values.key(), values.counts(), false)
                            : values);
        }
        return new PackageModel(rows, model.links(), Arrays.copyOf(model.fixed(), model.fixed().length));
    }
}
