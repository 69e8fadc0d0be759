package org.uphold.disclosure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies;

/**
 * What was published before, which a reader of the new package may lay beside it.
 *
 * @param window of the new package
 * @param releases of the same system and basis, oldest first
 * @param sums how the sums of a stretch of time are read
 */
public record EarlierReleases(DateRange window, List<Release> releases, Sums sums) {

    /** Nothing was published before. */
    public static final EarlierReleases NONE = new EarlierReleases(DateRange.ALL, List.of(), (range, state, by) -> {
        throw new IllegalStateException("nothing was published before");
    });

    /** Reads the sums of a stretch of time. */
    @FunctionalInterface
    public interface Sums {

        /**
         * @param state as the store was at that time; null as it is
         * @param groupings tables wanted
         */
        WindowTallies read(DateRange range, @Nullable OffsetDateTime state, List<Grouping> groupings);
    }

    public EarlierReleases {
        releases = List.copyOf(releases);
    }

    /** The same, with sums that are read once. */
    EarlierReleases remembering() {
        Map<List<Object>, WindowTallies> read = new HashMap<>();
        Map<List<Object>, Set<Grouping>> of = new HashMap<>();
        return new EarlierReleases(window, releases, (range, state, groupings) -> {
            List<Object> stretch = Arrays.asList(range, state);
            WindowTallies known = read.get(stretch);
            if (known == null || !of.getOrDefault(stretch, Set.of()).containsAll(groupings)) {
                known = sums.read(range, state, groupings);
                read.put(stretch, known);
                of.put(stretch, Set.copyOf(groupings));
            }
            return known;
        });
    }

    /** The tables of the new package together with every release that is connected to it by shared periods. */
    PackageModel model(List<PackageModel.Table> tables) {
        List<Release> connected = connected();
        return connected.isEmpty() ? PackageModel.of(tables) : new JointModel(window, tables, connected, sums).model();
    }

    /** Names of those that tell about a day of the window. */
    public List<String> besides() {
        return releases.stream()
                .filter(r -> r.overlaps(window))
                .map(Release::name)
                .toList();
    }

    /** Whether one of them tells about a day of the window. */
    boolean anyOverlaps() {
        return releases.stream().anyMatch(r -> r.overlaps(window));
    }

    private List<Release> connected() {
        List<DateRange> reached = new ArrayList<>(List.of(window));
        List<Release> left = new ArrayList<>(releases);
        List<Release> connected = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<Release> next = left.stream()
                    .filter(r -> reached.stream().anyMatch(r::overlaps))
                    .toList();
            more = !next.isEmpty();
            left.removeAll(next);
            connected.addAll(next);
            next.forEach(r -> reached.add(r.window()));
        }
        return releases.stream().filter(connected::contains).toList();
    }

    static boolean overlap(DateRange one, DateRange other) {
        return before(one.from(), other.to()) && before(other.from(), one.to());
    }

    private static boolean before(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || from.isBefore(to);
    }
}
