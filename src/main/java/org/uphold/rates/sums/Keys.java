package org.uphold.rates.sums;

import java.util.List;
import org.uphold.rates.Dimension;

/** Under which keys of each dimension the letters of a {@link LetterBatch} count, whoever numbered their values. */
public interface Keys {

    /**
     * One dimension.
     *
     * @param input which of a batch's inputs it is read from
     * @param book the keys of that input's values
     */
    record Part(int input, KeyBook book) {}

    /**
     * Where a dimension is read from, and its keys.
     *
     * @throws IllegalArgumentException if no keys were asked for of this dimension
     */
    Part part(Dimension dimension);

    /** The parts of a grouping, in the order of its dimensions. */
    default List<Part> parts(List<Dimension> dimensions) {
        return dimensions.stream().map(this::part).toList();
    }
}
