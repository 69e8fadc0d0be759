package org.uphold.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uphold.recount.Letter.Item;

/** All tables of one window, from the readings that lie in it. */
final class Recount {

    private static final String SETS = "claims_administrator_sources*reviewer_sources";

    private final Invented readings;
    private final Rules rules;
    private final boolean unbounded;
    private final List<Letter> letters;
    private final Group all = new Group();
    private final Map<String, Group> categories;

    /**
     * @param last the last day inside; null, as the first, where open
     */
    Recount(Invented readings, Rules rules, @Nullable LocalDate first, @Nullable LocalDate last) {
        this.readings = readings;
        this.rules = rules;
        unbounded = first == null && last == null;
        letters = readings.current().stream()
                .filter(l -> rules.isWithin(l, first, last))
                .toList();
        counted(letters, all::add);
        categories = byFirstKey("service_category");
    }

    private interface Counting {
        void add(Letter letter, Item item);
    }

    private static void counted(List<Letter> letters, Counting counting) {
        for (Letter letter : letters) {
            letter.items().stream().filter(Item::counts).forEach(item -> counting.add(letter, item));
        }
    }

    /**
     * @param rates tables of rates as {@code --by} asks for them
     * @return by file name without ending
     */
    Map<String, Expected> tables(List<String> rates) {
        Map<String, Expected> tables = new TreeMap<>();
        tables.put("summary", summary());
        for (String table : rates) {
            tables.put(Package.rates(table), rates(table));
        }
        Expected concordance = rates(SETS);
        for (Map<String, @Nullable Object> row : concordance.rows()) {
            row.put("concordant", Objects.equals(row.get("claims_administrator_sources"), row.get("reviewer_sources")));
            row.put("share_of_items", Figures.ratio((int) number(row, "items"), all.determined() + all.unknown()));
        }
        tables.put("guideline_concordance", concordance);
        tables.put("dispositions", OtherTables.dispositions(letters));
        tables.put("timeliness", OtherTables.timeliness(letters));
        Expected concentration = OtherTables.concentration(byFirstKey("claims_administrator"));
        if (concentration != null) {
            tables.put("concentration", concentration);
        }
        return tables;
    }

    private static double number(Map<String, @Nullable Object> row, String column) {
        return ((Number) Objects.requireNonNull(row.get(column))).doubleValue();
    }

    private Map<List<String>, Group> groups(String table) {
        Map<List<String>, Group> groups =
                new TreeMap<>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)));
        counted(
                letters,
                (letter, item) -> Dimensions.keys(table, letter, item, rules)
                        .forEach(key ->
                                groups.computeIfAbsent(key, k -> new Group()).add(letter, item)));
        return groups;
    }

    private Map<String, Group> byFirstKey(String dimension) {
        Map<String, Group> groups = new TreeMap<>();
        groups(dimension).forEach((key, group) -> groups.put(key.get(0), group));
        return groups;
    }

    private Expected rates(String table) {
        List<String> keys = Arrays.stream(table.split("\\*", -1))
                .flatMap(d -> Columns.of(d).stream())
                .toList();
        List<Group> groups = new ArrayList<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        groups(table).forEach((key, group) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                row.put(keys.get(i), key.get(i));
            }
            row.putAll(Figures.of(group, rules));
            row.put("additive", Dimensions.isAdditive(table));
            compare(table, group, row);
            groups.add(group);
            rows.add(row);
        });
        Funnel.add(all, groups, rows, rules);
        return new Expected(keys, rows);
    }

    /** With what the group would be if each of its items had the rate of its service category. */
    private void compare(String table, Group group, Map<String, @Nullable Object> row) {
        double upheld = 0;
        double notUpheld = 0;
        for (Map.Entry<String, Integer> part : group.mix.entrySet()) {
            Group category = Objects.requireNonNull(categories.get(part.getKey()));
            upheld += part.getValue() * category.rate();
            notUpheld += part.getValue() * (double) category.notUpheld() / category.determined();
        }
        row.put("expected_upheld", table.equals(SETS) ? null : (Double) upheld);
        boolean empty = notUpheld == 0 || List.of("service_category", SETS).contains(table);
        double deff = rules.clustered() && group.determined() > 0 ? group.designEffect(all.correlation()) : 1;
        Intervals events = Intervals.events(group.notUpheld() / deff);
        row.put("standardized_ratio", empty ? null : (Double) (group.notUpheld() / notUpheld));
        row.put("standardized_ratio_lower", empty ? null : (Double) (events.lower() / (notUpheld / deff)));
        row.put("standardized_ratio_upper", empty ? null : (Double) (events.upper() / (notUpheld / deff)));
    }

    private Expected summary() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(Figures.of(all, rules));
        row.put("basis", rules.basis());
        row.put(
                "received_items",
                letters.stream().mapToInt(l -> l.items().size()).sum());
        row.put("items_per_case", Figures.ratio(all.determined() + all.unknown(), all.letters.size()));
        for (String outcome : OtherTables.outcomes()) {
            row.put("letters_" + outcome.toLowerCase(Locale.ROOT), OtherTables.lettersWith(outcome, letters));
        }
        List<Letter> undated =
                letters.stream().filter(l -> rules.date().apply(l).isEmpty()).toList();
        row.put("undated_letters", unbounded ? (Integer) undated.size() : null);
        row.put(
                "undated_items",
                unbounded
                        ? (Integer) (int) undated.stream()
                                .flatMap(l -> l.items().stream())
                                .count()
                        : null);
        List<String> cases = letters.stream().map(Letter::number).toList();
        row.put("superseded_letters", (int) readings.before().stream()
                .filter(l -> cases.contains(l.number()))
                .count());
        Group unclassified = categories.getOrDefault("Unclassified", new Group());
        row.put("unclassified_items", unclassified.determined() + unclassified.unknown());
        row.putAll(Trend.of(byFirstKey("month"), rules));
        return new Expected(List.of(), List.of(row));
    }
}
