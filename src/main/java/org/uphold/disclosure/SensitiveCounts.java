package org.uphold.disclosure;

import java.util.List;

/** The counts of a row that identify people when they are small: cases in total, with an upheld item, with one not upheld. */
final class SensitiveCounts {

    static final List<Quantity> ALL =
            List.of(Quantity.CASES, Quantity.CASES_WITH_UPHELD, Quantity.CASES_WITH_NOT_UPHELD);

    private SensitiveCounts() {}

    /** The smallest that is not 0; 0 where all are. */
    static long smallest(PackageRow row) {
        return ALL.stream().mapToLong(row::count).filter(c -> c > 0).min().orElse(0);
    }
}
