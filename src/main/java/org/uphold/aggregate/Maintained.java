package org.uphold.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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

    /** Names of all cells that are kept. */
    static Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>(List.of(GroupSums.OVERALL, GroupSums.DISPOSITION, GroupSums.DAYS));
        codes.addAll(CODES);
        return codes;
    }

    /** The dimensions that the groupings among these cells are crossed of, each once. */
    static Set<Dimension> dimensions(Collection<String> codes) {
        Set<Dimension> dimensions = EnumSet.of(Dimension.SERVICE_CATEGORY);
        GROUPINGS.stream()
                .filter(grouping -> codes.contains(grouping.code()))
                .forEach(grouping -> dimensions.addAll(grouping.dimensions()));
        return dimensions;
    }

    /** Those with these names, each with nothing summed yet. */
    static List<Summation> summations(DimensionKeys keys, Collection<String> codes) {
        List<Summation> wanted = new ArrayList<>();
        if (codes.contains(GroupSums.OVERALL)) {
            wanted.add(new RateCells(GroupSums.OVERALL, List.of()));
        }
        for (Grouping grouping : GROUPINGS) {
            if (codes.contains(grouping.code())) {
                wanted.add(new RateCells(grouping.code(), keys.parts(grouping.dimensions())));
            }
        }
        if (codes.contains(GroupSums.DISPOSITION)) {
            wanted.add(new DispositionCells());
        }
        if (codes.contains(GroupSums.DAYS)) {
            RateCells.Part category = keys.part(Dimension.SERVICE_CATEGORY);
            wanted.add(new DaysCells(category.input(), category.book()));
        }
        return wanted;
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
