package org.uphold.job.reading;

import java.util.List;
import org.uphold.determination.DateRange;

/**
 * What a run would do.
 *
 * @param inputs what it would find
 * @param months months of decision that new or changed letters would come into or go from, as {@code 2017-02}
 * @param packages the packages it would write or find up to date, the oldest window first
 */
public record Plan(Inputs inputs, List<String> months, List<PlannedPackage> packages) {

    public Plan {
        months = List.copyOf(months);
        packages = List.copyOf(packages);
    }

    /**
     * Files found.
     *
     * @param fresh never seen: they would be read
     * @param changed seen at the same place with other bytes: they would be read
     * @param again known, and read again because what read them was an earlier version
     * @param unchanged known by their listing or content
     * @param unreadable those that would be rejected unread
     * @param tables tables of databases: what is new in them only reading tells
     */
    public record Inputs(long fresh, long changed, long again, long unchanged, long unreadable, long tables) {

        public long found() {
            return fresh + changed + again + unchanged + unreadable;
        }
    }

    /**
     * A package.
     *
     * @param window its days
     * @param folder where it would be, or is
     * @param reasons why it would be written; empty: up to date
     */
    public record PlannedPackage(DateRange window, String folder, List<String> reasons) {

        public PlannedPackage {
            reasons = List.copyOf(reasons);
        }

        public boolean isUpToDate() {
            return reasons.isEmpty();
        }
    }
}
