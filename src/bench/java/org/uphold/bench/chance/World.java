package org.uphold.bench.chance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.uphold.aggregate.Cell;
import org.uphold.aggregate.Dimension;
import org.uphold.aggregate.Grouping;
import org.uphold.aggregate.Tally;
import org.uphold.aggregate.WindowTallies;
import org.uphold.determination.Outcome;

/**
 * One package of invented letters, summed as the store sums real ones. Groups are of all sizes, from a few with thousands of items to
 * many with one or two, as in life; half of the items of a letter are of its main service and rest on its main guideline.
 */
final class World {

    static final int MOST_ITEMS = 8;

    /** The tables that are looked at. */
    static final List<Grouping> TABLES = List.of(
            Grouping.of(Dimension.SERVICE_CATEGORY),
            Grouping.of(Dimension.SERVICE),
            Grouping.of(Dimension.GUIDELINE_SOURCE),
            Grouping.of(Dimension.GUIDELINE),
            Grouping.of(Dimension.SPECIALTY),
            Grouping.of(Dimension.MONTH));

    /** The specialty that differs, where one does. */
    static final String DIFFERING = "Differing";

    private static final int CATEGORIES = 14;
    private static final int SERVICES = 90;
    private static final List<String> SOURCES = List.of("MTUS", "ODG", "ACOEM", "Other", "None cited");
    private static final int CHAPTERS = 60;
    private static final int SPECIALTIES = 45;
    private static final int MONTHS = 60;

    private final Map<Grouping, Sums> tables = new LinkedHashMap<>();
    private final Sums overall = new Sums();
    private final Setting setting;
    private final Draws draws;

    private World(Setting setting, long seed) {
        this.setting = setting;
        draws = new Draws(seed);
        TABLES.forEach(table -> tables.put(table, new Sums()));
    }

    /** The same setting, size and seed give the same package. */
    static WindowTallies of(Setting setting, int items, long seed) {
        World world = new World(setting, seed);
        world.letters(setting.differing(), setting.differingRate(), true);
        world.letters(items - setting.differing(), setting.rate(), false);
        return world.tallies();
    }

    private void letters(int items, double rate, boolean differing) {
        int left = items;
        while (left > 0) {
            int m = Math.min(left, draws.itemsOfLetter());
            letter(m, draws.rate(rate, setting.correlation()), differing ? Set.of(DIFFERING) : specialties());
            left -= m;
        }
    }

    private Set<String> specialties() {
        Set<String> names = new LinkedHashSet<>();
        names.add("Specialty " + draws.group(SPECIALTIES));
        if (draws.happens(0.3)) {
            names.add("Specialty " + draws.group(SPECIALTIES));
        }
        return names;
    }

    private void letter(int items, double rate, Set<String> specialties) {
        int month = draws.below(MONTHS);
        String monthName = "%d-%02d".formatted(2015 + month / 12, month % 12 + 1);
        int mainService = draws.group(SERVICES);
        int mainChapter = draws.group(CHAPTERS);
        for (int i = 0; i < items; i++) {
            boolean upheld = draws.happens(rate);
            int service = draws.happens(0.5) ? mainService : draws.group(SERVICES);
            Set<Integer> chapters = new LinkedHashSet<>();
            chapters.add(draws.happens(0.5) ? mainChapter : draws.group(CHAPTERS));
            if (draws.happens(0.2)) {
                chapters.add(draws.group(CHAPTERS));
            }
            String category = "Category " + service % CATEGORIES;
            overall.add(List.of(), category, upheld);
            add(Dimension.SERVICE_CATEGORY, List.of(category), category, upheld);
            add(Dimension.SERVICE, List.of(category, "Service " + service), category, upheld);
            Set<String> sources = new LinkedHashSet<>();
            for (int chapter : chapters) {
                String source = SOURCES.get(chapter % SOURCES.size());
                sources.add(source);
                add(Dimension.GUIDELINE, List.of(source, "Chapter " + chapter), category, upheld);
            }
            sources.forEach(s -> add(Dimension.GUIDELINE_SOURCE, List.of(s), category, upheld));
            specialties.forEach(s -> add(Dimension.SPECIALTY, List.of(s), category, upheld));
            add(Dimension.MONTH, List.of(monthName), category, upheld);
        }
        overall.endOfLetter();
        tables.values().forEach(Sums::endOfLetter);
    }

    private void add(Dimension dimension, List<String> key, String category, boolean upheld) {
        Sums sums = tables.get(Grouping.of(dimension));
        if (sums != null) {
            sums.add(key, category, upheld);
        }
    }

    private WindowTallies tallies() {
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        tables.forEach((table, sums) -> groups.put(table, sums.cells()));
        Map<String, Tally> categories = new TreeMap<>();
        for (Cell cell : groups.getOrDefault(Grouping.of(Dimension.SERVICE_CATEGORY), List.of())) {
            categories.put(cell.key().get(0), cell.tally());
        }
        Tally all = overall.cells().get(0).tally();
        return new WindowTallies(
                all,
                categories,
                groups,
                new ArrayList<>(),
                Map.of(Outcome.UPHELD, new WindowTallies.Disposition(all.upheld(), all.letters())),
                WindowTallies.Disposition.NONE,
                0,
                0,
                Map.of(),
                Map.of());
    }
}
