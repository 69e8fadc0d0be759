package org.uphold.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The groupings that the store keeps sums of by month, so that a report adds cells instead of reading letters. */
final class Maintained {

    private static final Grouping CONCORDANCE =
            Grouping.of(Dimension.CLAIMS_ADMINISTRATOR_SOURCES, Dimension.REVIEWER_SOURCES);
    private static final Set<String> CODES = new LinkedHashSet<>();
    private static final List<Grouping> GROUPINGS = groupings();

    private Maintained() {}

    static Grouping concordance() {
        return CONCORDANCE;
    }

    static boolean contains(Grouping grouping) {
        return CODES.contains(grouping.code());
    }

    /** Names of the cells from which a package with tables of these groupings is made. */
    static Set<String> codes(List<Grouping> groupings) {
        Set<String> codes = new LinkedHashSet<>(List.of(
                GroupSums.OVERALL,
                GroupSums.DISPOSITION,
                GroupSums.DAYS,
                Grouping.of(Dimension.SERVICE_CATEGORY).code(),
                Grouping.of(Dimension.CLAIMS_ADMINISTRATOR).code(),
                CONCORDANCE.code()));
        for (Grouping grouping : groupings) {
            codes.add(grouping.code());
            if (needsMix(grouping)) {
                codes.add(mixOf(grouping).code());
            }
        }
        return codes;
    }

    /** The dimensions that they are crossed of, each once. */
    static Set<Dimension> dimensions() {
        Set<Dimension> dimensions = EnumSet.of(Dimension.SERVICE_CATEGORY);
        GROUPINGS.forEach(grouping -> dimensions.addAll(grouping.dimensions()));
        return dimensions;
    }

    /** All of them, each with nothing summed yet. */
    static List<Summation> summations(DimensionKeys keys) {
        List<Summation> all = new ArrayList<>();
        all.add(new RateCells(GroupSums.OVERALL, List.of()));
        for (Grouping grouping : GROUPINGS) {
            all.add(new RateCells(grouping.code(), keys.parts(grouping.dimensions())));
        }
        all.add(new DispositionCells());
        RateCells.Part category = keys.part(Dimension.SERVICE_CATEGORY);
        all.add(new DaysCells(category.input(), category.book()));
        return all;
    }

    /** The same grouping with the service category crossed in, whose cells say what mix of services a group has. */
    static Grouping mixOf(Grouping grouping) {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.SERVICE_CATEGORY));
        dimensions.addAll(grouping.dimensions());
        return new Grouping(dimensions);
    }

    static boolean needsMix(Grouping grouping) {
        return !grouping.columns().contains("service_category");
    }

    private static List<Grouping> groupings() {
        Set<Grouping> all = new LinkedHashSet<>(Grouping.STANDARD);
        all.add(CONCORDANCE);
        all.add(Grouping.of(Dimension.CLAIMS_ADMINISTRATOR));
        for (Grouping grouping : Grouping.STANDARD) {
            if (needsMix(grouping)) {
                all.add(mixOf(grouping));
            }
        }
        CODES.addAll(Arrays.asList(all.stream().map(Grouping::code).toArray(String[]::new)));
        return List.copyOf(all);
    }
}
