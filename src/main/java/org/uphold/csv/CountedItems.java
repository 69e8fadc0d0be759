package org.uphold.csv;

import java.util.HashMap;
import java.util.Map;
import org.uphold.determination.DisputedItem;

/**
 * Numbers for items whose table states none: the differing rows of a case, in their order, wherever in the table they stand. Of
 * each case and item it keeps a hash of 64 bits, some hundred bytes a row, for as long as a table is read.
 */
final class CountedItems {

    private final Map<Long, Integer> ofCase = new HashMap<>();
    private final Map<Long, Integer> ofItem = new HashMap<>();

    /** The item under the number of the equal one before it, or under its case's next. */
    DisputedItem counted(String caseNumber, DisputedItem item) {
        DisputedItem plain = numbered(item, 1);
        long number = hash(0, Words.key(caseNumber));
        Integer known =
                ofItem.computeIfAbsent(hash(number, plain.toString()), row -> ofCase.merge(number, 1, Integer::sum));
        return numbered(item, known);
    }

    private static DisputedItem numbered(DisputedItem item, int number) {
        return new DisputedItem(
                number,
                item.service(),
                item.disputedService(),
                item.outcome(),
                item.claimsAdministratorGuideline(),
                item.reviewerGuideline(),
                item.stated());
    }

    /** FNV-1a over the characters, mixed so that texts of one letter's difference lie far apart. */
    private static long hash(long seed, String text) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }
}
