package org.uphold.recount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.uphold.recount.Letter.Item;

/** Which rows of a table an item counts in. */
final class Dimensions {

    private static final List<String> NONE = List.of(Vocabulary.NOT_STATED);
    private static final Set<String> MENTIONS = Set.of("guideline_source", "guideline", "specialty");

    private Dimensions() {}

    /** Whether every item stands in one row only. */
    static boolean isAdditive(String table) {
        return Arrays.stream(table.split("\\*", -1)).noneMatch(MENTIONS::contains);
    }

    /** Keys of the rows, each once; a table is written {@code year*priority}. */
    static Set<List<String>> keys(String table, Letter letter, Item item, Rules rules) {
        Set<List<String>> keys = new LinkedHashSet<>(List.of(List.of()));
        for (String dimension : table.split("\\*", -1)) {
            Set<List<String>> longer = new LinkedHashSet<>();
            for (List<String> key : keys) {
                for (List<String> value : values(dimension, letter, item, rules)) {
                    longer.add(Stream.concat(key.stream(), value.stream()).toList());
                }
            }
            keys = longer;
        }
        return keys;
    }

    private static List<List<String>> values(String dimension, Letter letter, Item item, Rules rules) {
        return switch (dimension) {
            case "service_category" -> List.of(service(item).subList(0, 1));
            case "service" -> List.of(service(item));
            case "guideline_source" ->
                citations(item.review()).stream().map(c -> c.subList(0, 1)).toList();
            case "guideline" -> citations(item.review());
            case "primary_guideline" -> citations(item.review()).subList(0, 1);
            case "specialty" -> specialties(letter);
            case "primary_specialty" -> specialties(letter).subList(0, 1);
            case "month" -> List.of(List.of(rules.month(letter)));
            case "year" -> List.of(List.of(rules.year(letter)));
            case "claims_administrator_sources" -> List.of(List.of(sources(item.denial())));
            case "reviewer_sources" -> List.of(List.of(sources(item.review())));
            case "claims_administrator" -> List.of(orNone(letter.administrator()));
            case "priority" -> List.of(orNone(letter.priority().toUpperCase(Locale.ROOT)));
            case "jurisdiction" -> List.of(orNone(letter.jurisdiction()));
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private static List<String> orNone(String stated) {
        return stated.isEmpty() ? NONE : List.of(stated);
    }

    static List<String> service(Item item) {
        return Objects.requireNonNull(Vocabulary.SERVICES.get(item.service()));
    }

    private static List<List<String>> citations(String text) {
        List<List<String>> cited = Objects.requireNonNull(Vocabulary.CITATIONS.get(text));
        return cited.isEmpty() ? List.of(List.of(Vocabulary.NOT_STATED, Vocabulary.NOT_STATED)) : cited;
    }

    /** The exact set. */
    private static String sources(String text) {
        List<String> cited = citations(text).stream().map(c -> c.get(0)).toList();
        List<String> inOrder = new ArrayList<>(Vocabulary.SOURCES);
        inOrder.retainAll(cited);
        return inOrder.isEmpty() ? Vocabulary.NOT_STATED : String.join("+", inOrder);
    }

    private static List<List<String>> specialties(Letter letter) {
        List<List<String>> named = letter.specialties().stream()
                .map(name -> List.of(Objects.requireNonNull(Vocabulary.SPECIALTIES.get(name))))
                .toList();
        return named.isEmpty() ? List.of(NONE) : named;
    }
}
