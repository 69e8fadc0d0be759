package org.uphold.bench.chance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.uphold.determination.Outcome;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;

/**
 * One package of invented letters, summed as the store sums real ones. Groups are of all sizes, from a few with thousands of items to
 * many with one or two, as in life; half of the items of a letter are of its main service and rest on its main guideline. A group that
 * differs is a category, a service, a source, a chapter and a specialty of its own, so that each table may find it.
 */
final class World {

    static final int MOST_ITEMS = 8;

    private static final int SERVICES = 90;
    private static final int CHAPTERS = 60;
    private static final int SPECIALTIES = 45;
    private static final int MONTHS = 60;
    private static final int ORDINARY_CATEGORIES = 14;
    private static final List<String> SOURCES = List.of("MTUS", "ODG", "ACOEM", "Other", "None cited");

    /** What the values of the group that differs begin with. */
    static final String DIFFERING = "Differing";

    static final List<List<String>> CATEGORIES = keys(ORDINARY_CATEGORIES, i -> List.of(category(i)));
    private static final List<List<String>> SERVICE_KEYS =
            keys(SERVICES, i -> List.of(category(i % ORDINARY_CATEGORIES), "Service " + i));
    private static final List<List<String>> SOURCE_KEYS = keys(SOURCES.size(), i -> List.of(SOURCES.get(i)));
    private static final List<List<String>> CHAPTER_KEYS =
            keys(CHAPTERS, i -> List.of(SOURCES.get(i % SOURCES.size()), "Chapter " + i));
    private static final List<List<String>> SPECIALTY_KEYS = keys(SPECIALTIES, i -> List.of("Specialty " + i));
    private static final List<List<String>> MONTH_KEYS = IntStream.range(0, MONTHS)
            .mapToObj(i -> List.of("%d-%02d".formatted(2015 + i / 12, i % 12 + 1)))
            .toList();

    private final Sums overall = new Sums(List.of(List.of()));
    private final Sums categories = new Sums(CATEGORIES);
    private final Sums services = new Sums(SERVICE_KEYS);
    private final Sums sources = new Sums(SOURCE_KEYS);
    private final Sums chapters = new Sums(CHAPTER_KEYS);
    private final Sums specialties = new Sums(SPECIALTY_KEYS);
    private final Sums months = new Sums(MONTH_KEYS);
    private final List<Sums> all = List.of(overall, categories, services, sources, chapters, specialties, months);

    private final Setting setting;
    private final Draws draws;

    private World(Setting setting, long seed) {
        this.setting = setting;
        draws = new Draws(seed);
    }

    /** The ordinary rows, and that of the group that differs. */
    private static List<List<String>> keys(int rows, IntFunction<List<String>> key) {
        List<String> differing = key.apply(0).size() == 1 ? List.of(DIFFERING) : List.of(DIFFERING, DIFFERING);
        return IntStream.rangeClosed(0, rows)
                .mapToObj(i -> i == rows ? differing : key.apply(i))
                .toList();
    }

    private static String category(int number) {
        return "Category " + number;
    }

    /** The same setting, size and seed give the same package. */
    static WindowTallies of(Setting setting, int items, long seed) {
        World world = new World(setting, seed);
        world.letters(setting.differing(), true);
        world.letters(items - setting.differing(), false);
        return world.tallies();
    }

    private void letters(int items, boolean differing) {
        int left = items;
        while (left > 0) {
            int m = differing && setting.singly() ? 1 : Math.min(left, draws.itemsOfLetter());
            double rate = draws.rate(differing ? setting.differingRate() : setting.rate(), setting.correlation());
            int month = draws.below(MONTHS);
            if (differing) {
                differing(m, rate, month);
            } else {
                ordinary(m, rate, month);
            }
            all.forEach(Sums::endOfLetter);
            left -= m;
        }
    }

    private void differing(int items, double rate, int month) {
        for (int i = 0; i < items; i++) {
            boolean upheld = draws.happens(rate);
            item(ORDINARY_CATEGORIES, SERVICES, month, upheld);
            sources.add(SOURCES.size(), ORDINARY_CATEGORIES, upheld);
            chapters.add(CHAPTERS, ORDINARY_CATEGORIES, upheld);
            specialties.add(SPECIALTIES, ORDINARY_CATEGORIES, upheld);
        }
    }

    private void ordinary(int items, double rate, int month) {
        int specialty = draws.group(SPECIALTIES);
        int second = draws.happens(0.3) ? draws.group(SPECIALTIES) : specialty;
        int mainService = draws.group(SERVICES);
        int mainChapter = draws.group(CHAPTERS);
        for (int i = 0; i < items; i++) {
            boolean upheld = draws.happens(rate);
            int service = draws.happens(0.5) ? mainService : draws.group(SERVICES);
            int category = service % ORDINARY_CATEGORIES;
            item(category, service, month, upheld);
            specialties.add(specialty, category, upheld);
            if (second != specialty) {
                specialties.add(second, category, upheld);
            }
            int chapter = draws.happens(0.5) ? mainChapter : draws.group(CHAPTERS);
            int further = draws.happens(0.2) ? draws.group(CHAPTERS) : chapter;
            chapters.add(chapter, category, upheld);
            sources.add(chapter % SOURCES.size(), category, upheld);
            if (further != chapter) {
                chapters.add(further, category, upheld);
            }
            if (further % SOURCES.size() != chapter % SOURCES.size()) {
                sources.add(further % SOURCES.size(), category, upheld);
            }
        }
    }

    private void item(int category, int service, int month, boolean upheld) {
        overall.add(0, category, upheld);
        categories.add(category, category, upheld);
        services.add(service, category, upheld);
        months.add(month, category, upheld);
    }

    private WindowTallies tallies() {
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        groups.put(Grouping.of(Dimension.SERVICE_CATEGORY), categories.cells());
        groups.put(Grouping.of(Dimension.SERVICE), services.cells());
        groups.put(Grouping.of(Dimension.GUIDELINE_SOURCE), sources.cells());
        groups.put(Grouping.of(Dimension.GUIDELINE), chapters.cells());
        groups.put(Grouping.of(Dimension.SPECIALTY), specialties.cells());
        groups.put(Grouping.of(Dimension.MONTH), months.cells());
        Map<String, Tally> byCategory = new TreeMap<>();
        for (Cell cell : categories.cells()) {
            byCategory.put(cell.key().get(0), cell.tally());
        }
        Tally whole = overall.cells().get(0).tally();
        return new WindowTallies(
                whole,
                byCategory,
                groups,
                List.of(),
                Map.of(Outcome.UPHELD, new WindowTallies.Disposition(whole.upheld(), whole.letters())),
                WindowTallies.Disposition.NONE,
                0,
                0,
                Map.of(),
                Map.of());
    }
}
