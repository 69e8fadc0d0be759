package org.uphold.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Select;
import org.uphold.aggregate.WindowTallies.TimelinessMeasure;

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

    /** All of them, each with the statement that sums it over the letters. */
    static List<Part> parts(Select<? extends Record> letters) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(GroupSums.OVERALL, GroupSums.of(List.of(), letters)));
        for (Grouping grouping : GROUPINGS) {
            parts.add(new Part(grouping.code(), GroupSums.of(grouping.dimensions(), letters)));
        }
        parts.add(new Part(GroupSums.DISPOSITION, GroupSums.dispositions(letters)));
        for (TimelinessMeasure measure : TimelinessMeasure.values()) {
            parts.add(new Part(GroupSums.DAYS, GroupSums.days(measure, letters)));
        }
        return parts;
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

    /**
     * One kind of cells.
     *
     * @param grouping name in the store
     * @param sums statement giving bucket, key and sums
     */
    record Part(String grouping, Select<? extends Record> sums) {}
}
