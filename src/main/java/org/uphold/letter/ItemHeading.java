package org.uphold.letter;

import org.jspecify.annotations.Nullable;
import org.uphold.letter.Draft.DraftItem;

/**
 * The heading of an item that was found before its blocks.
 *
 * @param start its first character
 * @param serviceEnd where the service ends
 * @param outcome what stands after it, or null where nothing does
 */
record ItemHeading(int start, int serviceEnd, OutcomeWords.@Nullable Found outcome) {

    String service(Body body) {
        return body.slice(start, serviceEnd);
    }

    void fill(DraftItem item, Body body) {
        item.service = service(body);
        item.serviceAt = serviceEnd > start ? start : -1;
        if (outcome != null) {
            item.outcome = outcome.verdict().outcome();
            item.contradictory = outcome.verdict().contradictory();
            item.unknownWord = !item.contradictory && item.outcome == null;
            item.outcomeAt = outcome.start();
        }
    }
}
