package org.uphold.rates;

import java.util.List;
import java.util.Map;

/**
 * The sums of one row of a table over a window.
 *
 * @param key values of the grouping's columns, {@code Not stated} where a value is missing
 * @param tally the sums
 * @param mix determined items by service category, for the expected count; empty where the category is one of the columns
 */
public record Cell(List<String> key, Tally tally, Map<String, Long> mix) {

    public Cell {
        key = List.copyOf(key);
        mix = Map.copyOf(mix);
    }
}
