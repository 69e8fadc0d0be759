package org.uphold.rates.sums;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;

/** The groupings of which sums are kept by month, so that a report adds cells instead of reading letters. */
public final class KeptGroupings {

    /** Name of the cells that all items are in; no cross of dimensions. */
    public static final String OVERALL = "overall";

    /** Name of the cells by outcome; no cross of dimensions. */
    public static final String DISPOSITION = "disposition";

    /** Name of the cells by the days that a review took; no cross of dimensions. */
    public static final String DAYS = "days";

    private static final Set<String> NO_CROSSES = Set.of(OVERALL, DISPOSITION, DAYS);

    /** Names of all cells that are kept. */
    private static final Set<String> KEPT = needed(Grouping.STANDARD);

    private KeptGroupings() {}

    /** Whether the store keeps sums of a grouping. */
    public static boolean contains(Grouping grouping) {
        return KEPT.contains(grouping.code());
    }

    /** Names of all cells that are kept. */
    public static Set<String> codes() {
        return KEPT;
    }

    /** Those of the {@link #needed} cells that are kept. */
    public static Set<String> codes(List<Grouping> groupings) {
        Set<String> codes = new LinkedHashSet<>(needed(groupings));
        codes.retainAll(KEPT);
        return codes;
    }

    /** Names of the cells from which a package with tables of these groupings is made. */
    public static Set<String> needed(List<Grouping> groupings) {
        Set<String> codes = new LinkedHashSet<>(List.of(
                OVERALL,
                DISPOSITION,
                DAYS,
                Grouping.of(Dimension.SERVICE_CATEGORY).code(),
                Grouping.of(Dimension.CLAIMS_ADMINISTRATOR).code(),
                Grouping.CONCORDANCE.code()));
        for (Grouping grouping : groupings) {
            codes.add(grouping.code());
            if (needsMix(grouping)) {
                codes.add(mixOf(grouping).code());
            }
        }
        return Collections.unmodifiableSet(codes);
    }

    /** The dimensions that these cells are crossed of, each once; the service category is asked for always. */
    public static Set<Dimension> dimensions(Collection<String> codes) {
        return codes.stream()
                .filter(code -> !NO_CROSSES.contains(code))
                .flatMap(code -> Grouping.parse(code).dimensions().stream())
                .collect(Collectors.toCollection(() -> EnumSet.of(Dimension.SERVICE_CATEGORY)));
    }

    /** The same grouping with the service category crossed in, whose cells say what mix of services a group has. */
    public static Grouping mixOf(Grouping grouping) {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.SERVICE_CATEGORY));
        dimensions.addAll(grouping.dimensions());
        return new Grouping(dimensions);
    }

    /** Whether its cells do not say their mix of services by themselves. */
    public static boolean needsMix(Grouping grouping) {
        return !grouping.columns().contains("service_category");
    }
}
