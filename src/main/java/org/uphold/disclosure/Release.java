package org.uphold.disclosure;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;

/**
 * A package that was published under a profile, as the ledger keeps it. Internal: it holds what is hidden, too.
 *
 * @param name how it is named to people: {@code release 3 (nightly, 2017-02-01_2017-02-28, v1)}
 * @param window what it is about
 * @param state store time of the last change that it shows; null where that is not known
 * @param tables its tables of rates but for those that were withheld
 */
public record Release(
        String name, DateRange window, @Nullable OffsetDateTime state, List<Table> tables) {

    public Release {
        tables = List.copyOf(tables);
    }

    /** The rows of a table, by file name. */
    public record Table(String name, List<Row> rows) {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param key values of its key columns
     * @param counts upheld, overturned, partially overturned and unknown items; cases, cases with an upheld item, with one not upheld
     * @param shown whether the package shows it
     */
    public record Row(List<String> key, List<Long> counts, boolean shown) {

        public Row {
            key = List.copyOf(key);
            counts = List.copyOf(counts);
        }
    }

    /** Whether the two can be laid side by side. */
    boolean overlaps(DateRange other) {
        return EarlierReleases.overlap(window, other);
    }
}
