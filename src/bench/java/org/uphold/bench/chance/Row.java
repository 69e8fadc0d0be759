package org.uphold.bench.chance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** A row of a published table, its values by the names of their columns. */
record Row(PublishedTable table, List<@Nullable Object> values) {

    @Nullable
    Object value(String column) {
        int at = table.indexOf(column);
        return at < 0 ? null : values.get(at);
    }

    /** Not a number where the cell is empty. */
    double number(String column) {
        return value(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    boolean has(String column) {
        return value(column) != null;
    }

    long determined() {
        return (long) (number("items") - number("unknown"));
    }
}
