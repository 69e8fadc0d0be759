package org.uphold.disclosure;

import java.util.List;
import org.uphold.aggregate.PublishedTable;

/**
 * What disclosure control needs to know beside the figures.
 *
 * @param days length of the window in days; of an unbounded window, the span of its data
 * @param earlier tables of every earlier published vintage of the same window
 * @param attacker what an attacker is taken to know
 */
public record DisclosureContext(long days, List<List<PublishedTable>> earlier, Attacker attacker) {

    public DisclosureContext {
        earlier = List.copyOf(earlier);
    }

    /** A first vintage, published with one code. */
    public static DisclosureContext first(long days) {
        return new DisclosureContext(days, List.of(), Attacker.ONE_CODE);
    }
}
