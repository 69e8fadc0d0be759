package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.List;

/** What must be true of the counts of one shown row. */
final class RowIdentity {

    private RowIdentity() {}

    static List<String> check(PackageRow row) {
        if (row.counts() == null) {
            return List.of();
        }
        List<String> mismatches = new ArrayList<>();
        long cases = row.count(Quantity.CASES);
        long withUpheld = row.count(Quantity.CASES_WITH_UPHELD);
        long withNotUpheld = row.count(Quantity.CASES_WITH_NOT_UPHELD);
        long notUpheld = row.count(Quantity.OVERTURNED) + row.count(Quantity.PARTIALLY_OVERTURNED);
        if (cases > row.items()) {
            mismatches.add(row.name() + " has more cases than items");
        }
        if (withUpheld > row.count(Quantity.UPHELD) || withNotUpheld > notUpheld) {
            mismatches.add(row.name() + " has more cases with an outcome than items of it");
        }
        if (Math.max(withUpheld, withNotUpheld) > cases) {
            mismatches.add(row.name() + " has more cases with an outcome than cases");
        }
        return mismatches;
    }
}
