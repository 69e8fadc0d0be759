package org.uphold.rates.sums;

import java.util.List;

/** One kind of cells, summed letter by letter in one pass. Pure: words come from {@link KeyBook}s, letters in batches. */
interface Summation {

    /** The cells' name in the store. */
    String grouping();

    /** Adds letters that came and takes out those that went. */
    void add(LetterBatch letters);

    /** What was summed; the first number of a key is the bucket. */
    CellMap cells();

    /** The words of a cell's key. */
    List<String> words(int cell);
}
