package org.uphold.store;

/**
 * What became of readings.
 *
 * @param accepted determinations that were new or changed
 * @param rejected readings that gave none
 * @param unchanged determinations that were in the store already
 * @param superseded determinations that later ones replaced
 * @param items items of the accepted
 */
public record LoadCounts(long accepted, long rejected, long unchanged, long superseded, long items) {

    public static final LoadCounts NONE = new LoadCounts(0, 0, 0, 0, 0);

    public LoadCounts plus(LoadCounts o) {
        return new LoadCounts(
                accepted + o.accepted,
                rejected + o.rejected,
                unchanged + o.unchanged,
                superseded + o.superseded,
                items + o.items);
    }

    public long read() {
        return accepted + rejected + unchanged;
    }
}
