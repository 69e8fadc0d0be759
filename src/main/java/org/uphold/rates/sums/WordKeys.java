package org.uphold.rates.sums;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.Buckets;
import org.uphold.determination.CaseDates;
import org.uphold.determination.PartialDate;
import org.uphold.rates.Dimension;
import org.uphold.rates.Input;

/** Keys of values in words, and batches of letters in words: nobody else is asked. */
final class WordKeys implements Keys {

    private final List<Input> inputs = new ArrayList<>();
    private final Map<Dimension, Part> parts = new EnumMap<>(Dimension.class);
    private final Map<Input, Map<List<List<String>>, Integer>> numbers = new EnumMap<>(Input.class);

    WordKeys(Collection<Dimension> dimensions) {
        for (Dimension dimension : dimensions) {
            Input input = dimension.input();
            if (!inputs.contains(input)) {
                inputs.add(input);
                numbers.put(input, new HashMap<>());
            }
            parts.put(dimension, new Part(inputs.indexOf(input), new KeyBook()));
        }
    }

    @Override
    public Part part(Dimension dimension) {
        Part part = parts.get(dimension);
        if (part == null) {
            throw new IllegalArgumentException("No keys were asked for of " + dimension);
        }
        return part;
    }

    /** Nothing yet; letters are {@link #add}ed. */
    LetterBatch batch() {
        return new LetterBatch(inputs.size());
    }

    /**
     * Adds a letter that came.
     *
     * @param basis date that says which month it belongs to
     */
    void add(WordLetter letter, Basis basis, LetterBatch batch) {
        CaseDates dates = letter.dates();
        PartialDate decided = dates.decision();
        int bucket = Buckets.of(dates.of(basis));
        batch.letter(
                batch.letters(),
                1,
                bucket,
                day(decided == null ? null : decided.earliest()),
                day(decided == null ? null : decided.latest()),
                day(dates.received()),
                day(dates.assigned()),
                0);
        List<List<String>> month = Buckets.words(bucket);
        for (WordLetter.Item item : letter.items()) {
            batch.item(item.outcome().ordinal());
            for (int i = 0; i < inputs.size(); i++) {
                Input input = inputs.get(i);
                List<List<String>> value = input == Input.MONTH
                        ? month
                        : (input.isOfItem() ? item.words() : letter.words()).getOrDefault(input, List.of());
                batch.put(i, number(input, value));
            }
        }
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? LetterBatch.NO_DAY : Math.toIntExact(date.toEpochDay());
    }

    /** The number of a value; of a new one the keys are written down. */
    private int number(Input input, List<List<String>> value) {
        Map<List<List<String>>, Integer> known = numbers.getOrDefault(input, Map.of());
        Integer number = known.get(value);
        if (number == null) {
            number = known.size();
            known.put(value, number);
            parts.forEach((dimension, part) -> {
                if (dimension.input() == input) {
                    part.book().add(dimension.keys(value));
                }
            });
        }
        return number;
    }
}
