package org.uphold.recount;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables that are not of rates. */
final class OtherTables {

    private static final Map<String, String> LABELS = new TreeMap<>(Map.of(
            "UPHELD", "Upheld",
            "OVERTURNED", "Overturned",
            "PARTIALLY_OVERTURNED", "Partially overturned",
            "UNKNOWN", "Unknown",
            "WITHDRAWN", "Withdrawn",
            "INELIGIBLE", "Ineligible",
            "DISMISSED", "Dismissed",
            "DUPLICATE", "Duplicate",
            "TERMINATED_AUTHORIZED", "Terminated, authorized"));

    private OtherTables() {}

    static Expected dispositions(List<Letter> letters) {
        long received = letters.stream().mapToLong(l -> l.items().size()).sum();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        LABELS.forEach((outcome, label) -> {
            long items = letters.stream()
                    .flatMap(l -> l.items().stream())
                    .filter(i -> i.outcome().equals(outcome))
                    .count();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("disposition", outcome);
            row.put("items", (int) items);
            row.put("letters", lettersWith(outcome, letters));
            row.put("share_of_items", Figures.ratio(items, received));
            row.put(
                    "in_denominator",
                    List.of("UPHELD", "OVERTURNED", "PARTIALLY_OVERTURNED").contains(outcome));
            row.put("label", label);
            row.put("annotation", null);
            rows.add(row);
        });
        return new Expected(List.of("disposition"), rows);
    }

    static List<String> outcomes() {
        return List.copyOf(LABELS.keySet());
    }

    static int lettersWith(String outcome, List<Letter> letters) {
        return (int) letters.stream()
                .filter(l -> l.items().stream().anyMatch(i -> i.outcome().equals(outcome)))
                .count();
    }

    static Expected timeliness(List<Letter> letters) {
        List<Letter> drugs = letters.stream()
                .filter(l -> l.items().stream()
                        .allMatch(i -> Dimensions.service(i).get(0).equals("Pharmaceuticals")))
                .toList();
        return new Expected(
                List.of("measure"),
                List.of(
                        days("assigned_to_decision", letters, Letter::assigned, 30),
                        days("assigned_to_decision_pharmaceuticals", drugs, Letter::assigned, 5),
                        days("received_to_decision", letters, Letter::received, 30),
                        days("received_to_decision_pharmaceuticals", drugs, Letter::received, 5)));
    }

    private static Map<String, @Nullable Object> days(
            String measure, List<Letter> letters, Function<Letter, @Nullable LocalDate> start, int limit) {
        double[] days = letters.stream()
                .filter(l -> l.decision().length() == 10 && start.apply(l) != null)
                .mapToDouble(l -> ChronoUnit.DAYS.between(start.apply(l), LocalDate.parse(l.decision())))
                .sorted()
                .toArray();
        boolean none = days.length == 0;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("measure", measure);
        row.put("letters", days.length);
        row.put("mean_days", Figures.ratio(Arrays.stream(days).sum(), days.length));
        row.put("median_days", none ? null : (Double) Funnel.quantile(days, 0.5));
        row.put("p90_days", none ? null : (Double) Funnel.quantile(days, 0.9));
        row.put("limit_days", limit);
        row.put(
                "share_within_limit",
                Figures.ratio(Arrays.stream(days).filter(d -> d <= limit).count(), days.length));
        row.put("annotation", null);
        return row;
    }

    /** Null where no claims administrator is stated: then there is no such table. */
    static @Nullable Expected concentration(Map<String, Group> byAdministrator) {
        List<Integer> items = byAdministrator.entrySet().stream()
                .filter(e -> !e.getKey().equals(Vocabulary.NOT_STATED))
                .map(e -> e.getValue().determined() + e.getValue().unknown())
                .sorted(Comparator.reverseOrder())
                .toList();
        int n = items.size();
        return n == 0
                ? null
                : new Expected(
                        List.of("claims_administrators"),
                        List.of(
                                top("Largest hundredth", (int) Math.ceil(n / 100.0), items),
                                top("Largest ten", Math.min(10, n), items),
                                top("Largest tenth", (int) Math.ceil(n / 10.0), items)));
    }

    private static Map<String, @Nullable Object> top(String name, int many, List<Integer> items) {
        int sum = items.subList(0, many).stream().mapToInt(i -> i).sum();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("claims_administrators", name);
        row.put("number", many);
        row.put("items", sum);
        row.put(
                "share_of_items",
                Figures.ratio(sum, items.stream().mapToInt(i -> i).sum()));
        row.put("annotation", null);
        return row;
    }
}
