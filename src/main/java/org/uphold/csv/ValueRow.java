package org.uphold.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Sha256;

/**
 * A row of a sheet or of a query's result.
 *
 * @param values as text, empty where there is none; columns beyond them are empty too
 * @param line 1-based row of the sheet or result
 * @param number 1-based number after the header
 * @param gaps why nothing stands in a column where something should, by column
 */
record ValueRow(List<String> values, long line, long number, Map<Integer, String> gaps) implements Row {

    ValueRow(List<String> values, long line, long number) {
        this(values, line, number, Map.of());
    }

    @Override
    public @Nullable String gap(int column) {
        return gaps.isEmpty() ? null : gaps.get(column);
    }

    @Override
    public String text(int column) {
        return column < values.size() ? Folding.fold(values.get(column)) : "";
    }

    /** Of the values, joined by the unit separator: such a row has no bytes of its own. */
    @Override
    public String sha256() {
        return Sha256.of(String.join("\u001F", values).getBytes(StandardCharsets.UTF_8));
    }
}
