package org.uphold.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Outcome;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.rates.tables.Measures;

/** Invented letters, the same at every call, as the figures of a window of any size. */
final class InventedWindow {

    private static final List<String> CATEGORIES = List.of(
            "Pharmaceuticals",
            "Therapy and rehabilitation",
            "Diagnostic testing",
            "Injections",
            "Surgery",
            "Durable medical equipment",
            "Evaluation and management",
            "Behavioral health",
            "Acupuncture and chiropractic",
            "Home health care and transportation services",
            "Dental",
            "Unclassified");
    private static final List<String> SPECIALTIES = List.of(
            "Occupational Medicine",
            "Physical Medicine and Rehabilitation",
            "Orthopaedic Surgery",
            "Anesthesiology",
            "Pain Medicine",
            "Family Practice",
            "Internal Medicine",
            "Chiropractor",
            "Psychology",
            "Neurology",
            "Preventive Medicine",
            "Psychiatry");
    private static final List<String> SOURCES =
            List.of("MTUS", "MTUS+ODG", "ODG", "MTUS+ACOEM", "Other", "None cited", "Not stated");

    private record Item(String category, String service, String source, String administrators, Outcome outcome) {}

    private record Letter(String month, List<String> specialties, List<Item> items) {}

    private final Random random = new Random(20260115);
    private final List<Letter> letters = new ArrayList<>();

    private InventedWindow(int count, int months, int services, int specialties) {
        for (int i = 0; i < count; i++) {
            letters.add(letter(months, services, specialties));
        }
    }

    /** Tables of invented letters over months from January 2017 on, with so many services and specialties. */
    static PackageContent content(int letters, int months, int services, int specialties) {
        InventedWindow window = new InventedWindow(letters, months, services, specialties);
        List<PublishedTable> tables = new Measures().tables(window.tallies(), MeasureOptions.DEFAULT);
        PublishedTable before = new Measures()
                .tables(
                        new InventedWindow(Math.max(10, letters / 2), 1, services, specialties).tallies(),
                        MeasureOptions.DEFAULT)
                .get(0);
        LocalDate from = LocalDate.of(2017, 1, 1);
        PackageContent small = SmallPackage.content("run", Instant.EPOCH);
        return new PackageContent(
                new Edition(
                        "nightly",
                        new DateRange(from, from.plusMonths(months)),
                        Basis.DECISION,
                        "none",
                        "2026.1",
                        "0.1.0",
                        List.of("ca-dwc")),
                tables,
                new Comparison(new DateRange(from.minusMonths(months), from), before),
                List.of(new NamedQuery("summary", "Overall", "SELECT 1")),
                List.of("Limits of the funnel are as in the data dictionary."),
                small.manifest());
    }

    private Letter letter(int months, int services, int specialties) {
        int month = random.nextInt(months);
        List<String> named = new ArrayList<>(List.of(specialty(skewed(specialties))));
        if (random.nextInt(4) == 0) {
            String second = specialty(skewed(specialties));
            if (!named.contains(second)) {
                named.add(second);
            }
        }
        int size = 1 + (int) Math.min(12, Math.abs(random.nextGaussian()) * 1.8);
        double lean = random.nextGaussian() * 0.8 + (month > months / 2 ? 0.35 : -0.1);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item(services, lean));
        }
        return new Letter(YearMonth.of(2017, 1).plusMonths(month).toString(), named, items);
    }

    private Item item(int services, double lean) {
        int service = skewed(services);
        int category = service % CATEGORIES.size();
        double logit = 2.1 + lean - 0.12 * category + (category == 6 ? -1.2 : 0);
        double draw = random.nextDouble();
        double upheld = 1 / (1 + Math.exp(-logit));
        Outcome outcome = draw < upheld
                ? Outcome.UPHELD
                : draw < upheld + (1 - upheld) * 0.75 ? Outcome.OVERTURNED : Outcome.PARTIALLY_OVERTURNED;
        if (random.nextInt(120) == 0) {
            outcome = Outcome.UNKNOWN;
        }
        String reviewer = SOURCES.get(skewed(SOURCES.size()));
        String administrator = random.nextInt(3) > 0 ? reviewer : SOURCES.get(skewed(SOURCES.size()));
        return new Item(CATEGORIES.get(category), "Service " + (service + 1), reviewer, administrator, outcome);
    }

    private static String specialty(int i) {
        return i < SPECIALTIES.size() ? SPECIALTIES.get(i) : "Specialty " + (i + 1);
    }

    /** Small numbers more often. */
    private int skewed(int bound) {
        double u = random.nextDouble();
        return (int) (bound * u * u);
    }

    private WindowTallies tallies() {
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        for (Grouping grouping : Grouping.STANDARD) {
            groups.put(grouping, cells((letter, item) -> keys(grouping, letter, item)));
        }
        Map<String, Tally> categories = new TreeMap<>();
        cells((letter, item) -> List.of(List.of(item.category())))
                .forEach(c -> categories.put(c.key().get(0), c.tally()));
        Map<TimelinessMeasure, SortedMap<Integer, Long>> days = new EnumMap<>(TimelinessMeasure.class);
        for (TimelinessMeasure measure : TimelinessMeasure.values()) {
            days.put(measure, new TreeMap<>(Map.of(4, 20L, 18, 40L, 31, 9L)));
        }
        List<Item> items = letters.stream().flatMap(l -> l.items().stream()).toList();
        return new WindowTallies(
                cells((letter, item) -> List.of(List.of())).get(0).tally(),
                categories,
                groups,
                cells((letter, item) -> List.of(List.of(item.administrators(), item.source()))),
                dispositions(items),
                Disposition.NONE,
                letters.size() / 50,
                items.stream().filter(i -> i.category().equals("Unclassified")).count(),
                days,
                Map.of());
    }

    private Map<Outcome, Disposition> dispositions(List<Item> items) {
        Map<Outcome, Disposition> found = new EnumMap<>(Outcome.class);
        for (Item item : items) {
            Disposition before = found.getOrDefault(item.outcome(), Disposition.NONE);
            found.put(item.outcome(), new Disposition(before.items() + 1, before.letters() + 1));
        }
        found.put(Outcome.WITHDRAWN, new Disposition(letters.size() / 15, letters.size() / 15));
        found.put(Outcome.INELIGIBLE, new Disposition(letters.size() / 25, letters.size() / 25));
        return found;
    }

    private static List<List<String>> keys(Grouping grouping, Letter letter, Item item) {
        List<List<String>> keys = new ArrayList<>(List.of(List.of()));
        for (Dimension dimension : grouping.dimensions()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (List<String> value : values(dimension, letter, item)) {
                    List<String> both = new ArrayList<>(key);
                    both.addAll(value);
                    longer.add(both);
                }
            }
            keys = longer;
        }
        return keys;
    }

    private static List<List<String>> values(Dimension dimension, Letter letter, Item item) {
        Function<String, List<String>> guideline = s -> List.of(s, s.equals("MTUS") ? "Chronic Pain" : "General");
        return switch (dimension) {
            case SERVICE_CATEGORY -> List.of(List.of(item.category()));
            case SERVICE -> List.of(List.of(item.category(), item.service()));
            case GUIDELINE_SOURCE -> sources(item).map(List::of).toList();
            case GUIDELINE -> sources(item).map(guideline).toList();
            case PRIMARY_GUIDELINE -> List.of(guideline.apply(item.source().split("\\+", -1)[0]));
            case SPECIALTY -> letter.specialties().stream().map(List::of).toList();
            case PRIMARY_SPECIALTY -> List.of(List.of(letter.specialties().get(0)));
            case MONTH -> List.of(List.of(letter.month()));
            case YEAR -> List.of(List.of(letter.month().substring(0, 4)));
            default -> throw new IllegalArgumentException(dimension.code());
        };
    }

    private static java.util.stream.Stream<String> sources(Item item) {
        return java.util.Arrays.stream(item.source().split("\\+", -1));
    }

    private interface Keys {
        List<List<String>> of(Letter letter, Item item);
    }

    private List<Cell> cells(Keys keys) {
        Map<List<String>, Tally> tallies = new HashMap<>();
        Map<List<String>, Map<String, Long>> mixes = new HashMap<>();
        for (Letter letter : letters) {
            Map<List<String>, long[]> counts = new HashMap<>();
            for (Item item : letter.items()) {
                for (List<String> key : keys.of(letter, item)) {
                    counts.computeIfAbsent(key, k -> new long[4])[item.outcome().ordinal()]++;
                    if (item.outcome().isDetermined()) {
                        mixes.computeIfAbsent(key, k -> new HashMap<>()).merge(item.category(), 1L, Long::sum);
                    }
                }
            }
            counts.forEach((key, n) -> tallies.merge(key, Tally.ofLetter(n[0], n[1], n[2], n[3]), Tally::plus));
        }
        List<Cell> cells = new ArrayList<>();
        tallies.forEach((key, tally) -> cells.add(new Cell(key, tally, mixes.getOrDefault(key, Map.of()))));
        return cells;
    }
}
