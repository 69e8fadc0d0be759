package org.uphold.rates;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;

/**
 * Everything a package is computed from: the sums of one window, read from the store. Nothing below reads the store again.
 *
 * @param overall all letters of the window
 * @param categories overall sums by service category, for expected counts
 * @param groups rows by grouping, in any order
 * @param concordance rows keyed by the claims administrator's and the reviewer's exact set of sources
 * @param dispositions items and letters by outcome, every outcome that occurs
 * @param undated letters without the date of the run's basis, and their items of every disposition; null unless the window is
 *     unbounded, for no other holds them
 * @param superseded statements that say something else of the cases that the window counts and lost, whatever their own dates
 * @param unclassifiedItems items whose service matched no rule
 * @param timeliness letters by days from one date to another, by measure
 * @param claimsAdministrators items by claims administrator where one is stated; empty where no source states it
 */
public record WindowTallies(
        Tally overall,
        Map<String, Tally> categories,
        Map<Grouping, List<Cell>> groups,
        List<Cell> concordance,
        Map<Outcome, Disposition> dispositions,
        @Nullable Disposition undated,
        long superseded,
        long unclassifiedItems,
        Map<TimelinessMeasure, SortedMap<Integer, Long>> timeliness,
        Map<String, Long> claimsAdministrators) {

    /**
     * Sums of items that share an outcome or a lack.
     *
     * @param items items
     * @param letters letters with such an item
     */
    public record Disposition(long items, long letters) {

        public static final Disposition NONE = new Disposition(0, 0);
    }

    /** How long a review took; each is a histogram of whole days over letters that state both dates. */
    public enum TimelinessMeasure {
        RECEIVED_TO_DECISION,
        ASSIGNED_TO_DECISION,
        /** Letters whose items are all drugs on the formulary's list of categories: five days instead of thirty. */
        RECEIVED_TO_DECISION_PHARMACEUTICALS,
        ASSIGNED_TO_DECISION_PHARMACEUTICALS;

        /** Whether it starts with the application, and not with the assignment. */
        public boolean isFromReceipt() {
            return this == RECEIVED_TO_DECISION || this == RECEIVED_TO_DECISION_PHARMACEUTICALS;
        }

        /** Whether it is of letters with nothing but drugs. */
        public boolean isOfDrugs() {
            return this == RECEIVED_TO_DECISION_PHARMACEUTICALS || this == ASSIGNED_TO_DECISION_PHARMACEUTICALS;
        }
    }
}
