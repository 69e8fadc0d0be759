package org.uphold.store;

/**
 * What became of cases. A case is in one of the first three or the last; statements are counted on their own.
 *
 * @param added cases that count for the first time
 * @param changed cases of which something else counts, never said before
 * @param returned cases of which something counts again that had been superseded or withdrawn
 * @param lost statements that stand and now say something else than the one that counts
 * @param unnamed statements of cases that the newest edition of their path no longer names, and that stay
 * @param withdrawn cases that nothing is left of that counts
 */
public record CaseCounts(long added, long changed, long returned, long lost, long unnamed, long withdrawn) {

    public static final CaseCounts NONE = new CaseCounts(0, 0, 0, 0, 0, 0);

    public CaseCounts plus(CaseCounts o) {
        return new CaseCounts(
                added + o.added,
                changed + o.changed,
                returned + o.returned,
                lost + o.lost,
                unnamed + o.unnamed,
                withdrawn + o.withdrawn);
    }
}
