package org.uphold.rates.sums;

import java.util.List;
import java.util.Map;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Outcome;
import org.uphold.rates.Input;

/**
 * One letter in words, as far as its sums need it.
 *
 * @param dates of the case
 * @param words the letter's value of each input that is one of letters; nothing where none is stated
 * @param items its items
 */
public record WordLetter(CaseDates dates, Map<Input, List<List<String>>> words, List<Item> items) {

    /**
     * One of its items.
     *
     * @param outcome what became of it
     * @param words its value of each input that is one of items
     */
    public record Item(Outcome outcome, Map<Input, List<List<String>>> words) {}
}
