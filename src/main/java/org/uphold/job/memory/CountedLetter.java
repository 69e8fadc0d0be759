package org.uphold.job.memory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Citations;
import org.uphold.classification.Classifier;
import org.uphold.classification.Counted;
import org.uphold.classification.ServicesInTurn;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.GuidelineSource;
import org.uphold.determination.Specialty;
import org.uphold.rates.Input;
import org.uphold.rates.sums.WordLetter;

/** From a determination to what it counts as, in words. */
final class CountedLetter {

    private CountedLetter() {}

    static WordLetter of(Determination determination, Classifier classifier) {
        ServicesInTurn services = classifier.servicesInTurn();
        return new WordLetter(
                determination.dates(),
                words(false, input -> ofLetter(input, determination, classifier)),
                determination.items().stream()
                        .map(item -> item(item, classifier.counted(item, services)))
                        .toList());
    }

    private static WordLetter.Item item(DisputedItem item, Counted counted) {
        return new WordLetter.Item(item.outcome(), words(true, input -> ofItem(input, counted)));
    }

    /** The month is another by each basis: who sums up says it. */
    private static Map<Input, List<List<String>>> words(boolean ofItems, Function<Input, List<List<String>>> value) {
        Map<Input, List<List<String>>> words = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            if (input.isOfItem() == ofItems && input != Input.MONTH) {
                words.put(input, value.apply(input));
            }
        }
        return words;
    }

    private static List<List<String>> ofLetter(Input input, Determination letter, Classifier classifier) {
        return switch (input) {
            case SPECIALTIES ->
                each(classifier.specialties(letter.reviewer().specialties()).stream()
                        .map(Specialty::name));
            case CLAIMS_ADMINISTRATOR -> stated(letter.attributes().claimsAdministrator());
            case PRIORITY ->
                stated(letter.priority() == null ? null : letter.priority().name());
            case JURISDICTION -> stated(letter.attributes().jurisdiction());
            case MONTH, SERVICE, REVIEWER_GUIDELINES, REVIEWER_SOURCES, CLAIMS_ADMINISTRATOR_SOURCES ->
                throw new IllegalArgumentException(input + " is none of a letter's own");
        };
    }

    private static List<List<String>> ofItem(Input input, Counted item) {
        return switch (input) {
            case SERVICE ->
                List.of(List.of(item.service().category(), item.service().subcategory()));
            case REVIEWER_GUIDELINES ->
                item.reviewers().guidelines().stream()
                        .map(cited -> List.of(cited.source(), cited.name()))
                        .toList();
            case REVIEWER_SOURCES -> sources(item.reviewers());
            case CLAIMS_ADMINISTRATOR_SOURCES -> sources(item.claimsAdministrators());
            case MONTH, SPECIALTIES, CLAIMS_ADMINISTRATOR, PRIORITY, JURISDICTION ->
                throw new IllegalArgumentException(input + " is none of an item's own");
        };
    }

    private static List<List<String>> sources(Citations citations) {
        return each(citations.sources().stream().map(GuidelineSource::label));
    }

    private static List<List<String>> each(Stream<String> words) {
        return words.map(List::of).toList();
    }

    private static List<List<String>> stated(@Nullable String word) {
        return word == null ? List.of() : List.of(List.of(word));
    }
}
