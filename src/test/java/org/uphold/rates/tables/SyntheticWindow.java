package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.uphold.determination.Outcome;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.WindowTallies.TimelinessMeasure;

/** A window of invented letters, summed as the store sums real ones. The same seed gives the same window. */
public final class SyntheticWindow {

    /**
     * How large and how varied.
     *
     * @param skew how unlike in size the groups are: 1 makes them alike, 2 is mild, from 3 on most groups are small, as in life
     */
    public record Size(
            int letters,
            int categories,
            int subcategories,
            int chapters,
            int specialties,
            int months,
            int upheldPercent,
            int skew) {

        public Size(
                int letters,
                int categories,
                int subcategories,
                int chapters,
                int specialties,
                int months,
                int upheldPercent) {
            this(letters, categories, subcategories, chapters, specialties, months, upheldPercent, 2);
        }

        Size withLetters(int others) {
            return new Size(others, categories, subcategories, chapters, specialties, months, upheldPercent, skew);
        }

        /** A group's number, the low ones the likeliest. */
        private int draw(SplittableRandom random, int groups) {
            double share = 1;
            double u = random.nextDouble();
            for (int i = 0; i < skew; i++) {
                share *= u;
            }
            // Beyond the mild case by Zipf's law on top, so that the last groups are hardly ever reached.
            double reach = skew <= 2 ? share * groups : Math.expm1(share * Math.log1p(groups));
            return Math.min(groups - 1, (int) reach);
        }
    }

    record Item(
            String category, String subcategory, Outcome outcome, List<List<String>> citations, String administrator) {}

    record Letter(String month, List<String> specialties, List<Item> items, int days) {}

    private static final List<String> SOURCES = List.of("MTUS", "ODG", "ACOEM", "Other");

    private final Map<Grouping, Map<List<String>, Tally>> groups = new HashMap<>();
    private final Map<Grouping, Map<List<String>, Map<String, Long>>> mixes = new HashMap<>();
    private final Map<List<String>, Tally> concordance = new HashMap<>();
    private final Map<Outcome, Disposition> dispositions = new EnumMap<>(Outcome.class);
    private final Map<String, Tally> categories = new HashMap<>();
    private final SortedMap<Integer, Long> days = new TreeMap<>();
    private Tally overall = Tally.ZERO;
    private final long unclassified = 0;

    public static WindowTallies of(Size size, long seed) {
        SyntheticWindow window = new SyntheticWindow();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size.letters(); i++) {
            window.add(letter(size, random));
        }
        return window.tallies();
    }

    static WindowTallies of(List<Letter> letters) {
        SyntheticWindow window = new SyntheticWindow();
        letters.forEach(window::add);
        return window.tallies();
    }

    static List<Letter> letters(Size size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < size.letters(); i++) {
            letters.add(letter(size, random));
        }
        return letters;
    }

    private static Letter letter(Size size, SplittableRandom random) {
        List<String> specialties = new ArrayList<>();
        if (random.nextInt(20) > 0) {
            specialties.add("Specialty " + size.draw(random, size.specialties()));
            if (random.nextInt(3) == 0) {
                String second = "Specialty " + size.draw(random, size.specialties());
                if (!specialties.contains(second)) {
                    specialties.add(second);
                }
            }
        }
        int month = random.nextInt(size.months());
        List<Item> items = new ArrayList<>();
        int count = 1 + skewed(random, 5);
        for (int i = 0; i < count; i++) {
            items.add(item(size, random));
        }
        String name = (2015 + month / 12) + "-" + (month % 12 < 9 ? "0" : "") + (month % 12 + 1);
        return new Letter(name, specialties, items, 10 + random.nextInt(40));
    }

    private static Item item(Size size, SplittableRandom random) {
        int subcategory = size.draw(random, size.subcategories());
        int chance = random.nextInt(100);
        Outcome outcome = chance < size.upheldPercent()
                ? Outcome.UPHELD
                : chance < 97
                        ? Outcome.OVERTURNED
                        : chance < 98
                                ? Outcome.PARTIALLY_OVERTURNED
                                : chance < 99 ? Outcome.UNKNOWN : Outcome.WITHDRAWN;
        List<List<String>> citations = new ArrayList<>();
        int cited = random.nextInt(4);
        for (int c = 0; c < cited; c++) {
            int chapter = size.draw(random, size.chapters());
            List<String> citation = List.of(SOURCES.get(chapter % SOURCES.size()), "Chapter " + chapter);
            if (!citations.contains(citation)) {
                citations.add(citation);
            }
        }
        String administrator = random.nextInt(3) == 0 ? "None cited" : SOURCES.get(random.nextInt(4));
        return new Item(
                "Category " + subcategory % size.categories(), "Sub " + subcategory, outcome, citations, administrator);
    }

    private static int skewed(SplittableRandom random, int bound) {
        double u = random.nextDouble();
        return Math.min(bound - 1, (int) (bound * u * u));
    }

    private static List<List<String>> values(Dimension dimension, Letter letter, Item item) {
        List<List<String>> cited = item.citations().isEmpty()
                ? List.of(List.of(PublishedWords.NOT_STATED, PublishedWords.NOT_STATED))
                : item.citations();
        List<List<String>> named = letter.specialties().isEmpty()
                ? List.of(List.of(PublishedWords.NOT_STATED))
                : letter.specialties().stream().map(List::of).toList();
        return switch (dimension) {
            case SERVICE_CATEGORY -> List.of(List.of(item.category()));
            case SERVICE -> List.of(List.of(item.category(), item.subcategory()));
            case GUIDELINE_SOURCE ->
                cited.stream().map(c -> List.of(c.get(0))).distinct().toList();
            case GUIDELINE -> cited;
            case PRIMARY_GUIDELINE -> List.of(cited.get(0));
            case SPECIALTY -> named;
            case PRIMARY_SPECIALTY -> List.of(named.get(0));
            case MONTH -> List.of(List.of(letter.month()));
            case YEAR -> List.of(List.of(letter.month().substring(0, 4)));
            default -> throw new IllegalArgumentException(dimension.toString());
        };
    }

    private void add(Letter letter) {
        count(letter, (l, i) -> List.of(List.of()), new HashMap<>(), Map.of())
                .values()
                .forEach(t -> overall = overall.plus(t));
        for (Grouping grouping : Grouping.STANDARD) {
            Map<List<String>, Map<String, Long>> mix = new HashMap<>();
            Map<List<String>, Tally> sums = count(letter, (l, i) -> keys(grouping, l, i), mix, Map.of());
            Map<List<String>, Tally> into = groups.computeIfAbsent(grouping, g -> new HashMap<>());
            sums.forEach((k, t) -> into.merge(k, t, Tally::plus));
            Map<List<String>, Map<String, Long>> allMixes = mixes.computeIfAbsent(grouping, g -> new HashMap<>());
            mix.forEach((k, m) -> {
                Map<String, Long> all = allMixes.computeIfAbsent(k, x -> new HashMap<>());
                m.forEach((c, n) -> all.merge(c, n, Long::sum));
            });
        }
        count(letter, (l, i) -> List.of(List.of(i.category())), new HashMap<>(), Map.of())
                .forEach((k, t) -> categories.merge(k.get(0), t, Tally::plus));
        count(letter, (l, i) -> List.of(List.of(i.administrator(), reviewerSet(i))), new HashMap<>(), Map.of())
                .forEach((k, t) -> concordance.merge(k, t, Tally::plus));
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        letter.items().forEach(i -> outcomes.merge(i.outcome(), 1L, Long::sum));
        outcomes.forEach((o, n) -> dispositions.merge(
                o, new Disposition(n, 1), (a, b) -> new Disposition(a.items() + b.items(), a.letters() + b.letters())));
        if (letter.items().stream().anyMatch(i -> i.outcome().isItem())) {
            days.merge(letter.days(), 1L, Long::sum);
        }
    }

    private static String reviewerSet(Item item) {
        TreeSet<String> set = new TreeSet<>();
        item.citations().forEach(c -> set.add(c.get(0)));
        return set.isEmpty() ? PublishedWords.NOT_STATED : String.join("+", set);
    }

    private static List<List<String>> keys(Grouping grouping, Letter letter, Item item) {
        List<List<String>> keys = List.of(List.of());
        for (Dimension dimension : grouping.dimensions()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> begun : keys) {
                for (List<String> value : values(dimension, letter, item)) {
                    List<String> next = new ArrayList<>(begun);
                    next.addAll(value);
                    longer.add(Collections.unmodifiableList(next));
                }
            }
            keys = longer;
        }
        return keys;
    }

    private static Map<List<String>, Tally> count(
            Letter letter,
            BiFunction<Letter, Item, List<List<String>>> keys,
            Map<List<String>, Map<String, Long>> mix,
            Map<String, Long> none) {
        Map<List<String>, long[]> counts = new HashMap<>();
        for (Item item : letter.items()) {
            if (!item.outcome().isItem()) {
                continue;
            }
            for (List<String> key : new LinkedHashSet<>(keys.apply(letter, item))) {
                counts.computeIfAbsent(key, k -> new long[4])[
                        List.of(Outcome.UPHELD, Outcome.OVERTURNED, Outcome.PARTIALLY_OVERTURNED, Outcome.UNKNOWN)
                                .indexOf(item.outcome())]++;
                if (item.outcome().isDetermined()) {
                    mix.computeIfAbsent(key, k -> new HashMap<>(none)).merge(item.category(), 1L, Long::sum);
                }
            }
        }
        Map<List<String>, Tally> tallies = new HashMap<>();
        counts.forEach((k, c) -> tallies.put(k, Tally.ofLetter(c[0], c[1], c[2], c[3])));
        return tallies;
    }

    private WindowTallies tallies() {
        Map<Grouping, List<Cell>> cells = new HashMap<>();
        groups.forEach((grouping, sums) -> {
            boolean own = grouping.columns().contains("service_category");
            List<Cell> list = new ArrayList<>();
            sums.forEach((k, t) -> list.add(new Cell(
                    k,
                    t,
                    own ? Map.of() : mixes.getOrDefault(grouping, Map.of()).getOrDefault(k, Map.of()))));
            cells.put(grouping, list);
        });
        List<Cell> pairs = new ArrayList<>();
        concordance.forEach((k, t) -> pairs.add(new Cell(k, t, Map.of())));
        return new WindowTallies(
                overall,
                categories,
                cells,
                pairs,
                dispositions,
                Disposition.NONE,
                0,
                unclassified,
                Map.of(TimelinessMeasure.RECEIVED_TO_DECISION, days),
                Map.of("Administrator A", 700L, "Administrator B", 200L, "Administrator C", 100L));
    }
}
