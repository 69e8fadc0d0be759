package org.uphold.recount;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it should be.
 *
 * @param keys the names of the columns that a row is found by
 * @param rows values by column, in order: text, whole numbers, fractions, truths; null is an empty cell
 */
record Expected(List<String> keys, List<Map<String, @Nullable Object>> rows) {}
