package org.uphold.job.memory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Citations;
import org.uphold.classification.Classifier;
import org.uphold.classification.Counted;
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
        Map<Input, List<List<String>>> words = new EnumMap<>(Input.class);
        words.put(
                Input.SPECIALTIES,
                classifier.specialties(determination.reviewer().specialties()).stream()
                        .map(Specialty::name)
                        .map(List::of)
                        .toList());
        words.put(Input.CLAIMS_ADMINISTRATOR, stated(determination.attributes().claimsAdministrator()));
        words.put(
                Input.PRIORITY,
                stated(
                        determination.priority() == null
                                ? null
                                : determination.priority().name()));
        words.put(Input.JURISDICTION, stated(determination.attributes().jurisdiction()));
        return new WordLetter(
                determination.dates(),
                words,
                determination.items().stream()
                        .map(item -> item(item, classifier))
                        .toList());
    }

    private static WordLetter.Item item(DisputedItem item, Classifier classifier) {
        Counted counted = classifier.counted(item);
        Map<Input, List<List<String>>> words = new EnumMap<>(Input.class);
        words.put(
                Input.SERVICE,
                List.of(List.of(counted.service().category(), counted.service().subcategory())));
        words.put(
                Input.REVIEWER_GUIDELINES,
                counted.reviewers().guidelines().stream()
                        .map(cited -> List.of(cited.source(), cited.name()))
                        .toList());
        words.put(Input.REVIEWER_SOURCES, sources(counted.reviewers()));
        words.put(Input.CLAIMS_ADMINISTRATOR_SOURCES, sources(counted.claimsAdministrators()));
        return new WordLetter.Item(item.outcome(), words);
    }

    private static List<List<String>> sources(Citations citations) {
        return citations.sources().stream()
                .map(GuidelineSource::label)
                .map(List::of)
                .toList();
    }

    private static List<List<String>> stated(@Nullable String word) {
        return word == null ? List.of() : List.of(List.of(word));
    }
}
