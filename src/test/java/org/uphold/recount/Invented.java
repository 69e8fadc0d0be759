package org.uphold.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.recount.Letter.Item;

/**
 * Invented readings, the same in every run: cases with one item or many, all outcomes, letters that are alike within, dates of every
 * basis that may be missing, months and years without a day, and cases that are stated again.
 *
 * @param nights what each night brings; what it says of a case takes the place of what nights before said
 */
record Invented(List<List<Letter>> nights) {

    static final LocalDate BUSY_DAY = LocalDate.of(2016, 5, 18);

    private static final LocalDate FIRST = LocalDate.of(2015, 7, 1);
    private static final int DAYS = 700;
    private static final int CASES = 450;
    private static final List<String> OTHERS = List.of(
            "PARTIALLY_OVERTURNED",
            "UNKNOWN",
            "WITHDRAWN",
            "INELIGIBLE",
            "DISMISSED",
            "DUPLICATE",
            "TERMINATED_AUTHORIZED");

    static Invented readings() {
        Random random = new Random(21);
        List<Letter> oldest = new ArrayList<>();
        List<Letter> older = new ArrayList<>();
        List<Letter> current = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String number = "IV" + (10_000 + i);
            LocalDate day = random.nextInt(25) == 0 ? BUSY_DAY : FIRST.plusDays(random.nextInt(DAYS));
            Letter letter = letter(random, number, decision(random, day), day);
            current.add(letter);
            if (letter.decision().length() == 10 && random.nextInt(7) == 0) {
                older.add(letter(
                        random, number, day.minusDays(100 + random.nextInt(400)).toString(), day));
                if (random.nextInt(3) == 0) {
                    oldest.add(letter(random, number, "", day));
                }
            }
        }
        return new Invented(List.of(oldest, older, current));
    }

    /** Those that count. */
    List<Letter> current() {
        return nights.get(nights.size() - 1);
    }

    /** Those of earlier files: they stand there, and lost. */
    List<Letter> before() {
        return nights.subList(0, nights.size() - 1).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String decision(Random random, LocalDate day) {
        return switch (random.nextInt(40)) {
            case 0 -> "";
            case 1 -> day.toString().substring(0, 7);
            case 2 -> day.toString().substring(0, 4);
            default -> day.toString();
        };
    }

    private static Letter letter(Random random, String number, String decision, LocalDate day) {
        double upheld = 0.75 + 0.3 * random.nextGaussian();
        List<String> specialties = specialties(random);
        if (specialties.contains("Chiropractor")) {
            upheld -= 0.5;
        }
        int count = 1 + (int) (7 * Math.pow(random.nextDouble(), 2.5));
        boolean onlyDrugs = random.nextInt(8) == 0;
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(random, upheld, onlyDrugs));
        }
        return new Letter(
                number,
                decision,
                start(random, day, 60, 10),
                start(random, day, 25, 6),
                start(random, day, 90, 8),
                specialties,
                random.nextInt(3) == 0 ? "" : "Administrator " + (char) ('A' + skewed(random, 23)),
                pick(random, List.of("Standard", "Standard", "Expedited", "")),
                pick(random, List.of("CA", "NY", "")),
                List.copyOf(items));
    }

    /** A date before the decision, on the busy day now and then, missing once in so many. */
    private static @Nullable LocalDate start(Random random, LocalDate day, int days, int missing) {
        int chance = random.nextInt(6 * missing);
        return chance < 6
                ? null
                : chance == 6 && day.isAfter(BUSY_DAY) ? BUSY_DAY : day.minusDays(random.nextInt(days));
    }

    private static List<String> specialties(Random random) {
        List<String> names = Vocabulary.SPECIALTIES.keySet().stream().sorted().toList();
        int many = random.nextInt(10);
        String first = names.get(skewed(random, names.size()));
        String second = names.get(random.nextInt(names.size()));
        return many == 0 ? List.of() : many < 7 || first.equals(second) ? List.of(first) : List.of(first, second);
    }

    private static Item item(Random random, double upheld, boolean onlyDrugs) {
        List<String> services = Vocabulary.SERVICES.keySet().stream().sorted().toList();
        List<String> citations = Vocabulary.CITATIONS.keySet().stream().sorted().toList();
        String service = onlyDrugs
                ? pick(random, List.of("Ibuprofen 800mg", "Norco 10/325mg"))
                : services.get(skewed(random, services.size()));
        String outcome = random.nextInt(9) == 0
                ? OTHERS.get(skewed(random, OTHERS.size()))
                : random.nextDouble() < upheld ? "UPHELD" : "OVERTURNED";
        return new Item(service, outcome, pick(random, citations), citations.get(skewed(random, citations.size())));
    }

    private static int skewed(Random random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 1.7));
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The rows of a table that says them. */
    static String table(List<Letter> letters) {
        StringBuilder rows = new StringBuilder("case_number,item_number,decision_date,application_received_date,"
                + "assigned_date,ur_decision_date,reviewer_specialty,claims_administrator,priority,jurisdiction,"
                + "service,outcome,claims_administrator_guideline,reviewer_guideline\n");
        for (Letter letter : letters) {
            int number = 0;
            for (Item item : letter.items()) {
                number++;
                rows.append(Stream.of(
                                letter.number(),
                                number,
                                letter.decision(),
                                orEmpty(letter.received()),
                                orEmpty(letter.assigned()),
                                orEmpty(letter.reviewed()),
                                String.join(";", letter.specialties()),
                                letter.administrator(),
                                letter.priority(),
                                letter.jurisdiction(),
                                item.service(),
                                item.outcome(),
                                item.denial(),
                                item.review())
                        .map(Object::toString)
                        .collect(Collectors.joining("\",\"", "\"", "\"\n")));
            }
        }
        return rows.toString();
    }

    private static Object orEmpty(@Nullable LocalDate date) {
        return date == null ? "" : date;
    }
}
