package org.uphold.disclosure;

import java.util.List;
import org.uphold.rates.PublishedTable;

/**
 * What disclosure control needs to know beside the figures.
 *
 * @param days length of the window in days; of an unbounded window, the span of its data
 * @param earlier tables of every earlier published vintage of the same window
 * @param attacker what an attacker is taken to know
 * @param releases what was published before, of this window and of others
 * @param safePoint run now and then while the audit works; throws where it is to stop
 */
public record DisclosureContext(
        long days,
        List<List<PublishedTable>> earlier,
        Attacker attacker,
        EarlierReleases releases,
        Runnable safePoint) {

    public DisclosureContext {
        earlier = List.copyOf(earlier);
    }

    public DisclosureContext(long days, List<List<PublishedTable>> earlier, Attacker attacker) {
        this(days, earlier, attacker, EarlierReleases.NONE, () -> {});
    }

    /** Whether no earlier release tells about a day of the window. */
    boolean isFirst() {
        return earlier.isEmpty() && !releases.anyOverlaps();
    }

    /** The same, with sums of earlier releases that are read once, however often another package is tried. */
    DisclosureContext remembering() {
        return new DisclosureContext(days, earlier, attacker, releases.remembering(), safePoint);
    }

    /** A first vintage, published with one code. */
    public static DisclosureContext first(long days) {
        return new DisclosureContext(days, List.of(), Attacker.ONE_CODE);
    }

    /** After these releases. */
    public static DisclosureContext after(long days, EarlierReleases releases, Runnable safePoint) {
        return new DisclosureContext(days, List.of(), Attacker.ONE_CODE, releases, safePoint);
    }
}
